package io.vnode.emulator.state;

import org.jspecify.annotations.Nullable;

/**
 * What a container group can be made of.
 *
 * @param size what it has
 * @param instanceType the instance type, null where only the size was asked for
 */
public record Capacity(Size size, @Nullable String instanceType) {}
