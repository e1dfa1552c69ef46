package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * A setting: an option of the resolver, a kernel setting.
 *
 * @param name its name
 * @param value its value; null for a setting that is just there
 */
public record NamedValue(String name, @Nullable String value) {}
