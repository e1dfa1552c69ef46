/**
 * What container groups seem to use: values that depend on nothing but the group, its containers and the time, so that the
 * same question has the same answer, and counters that only grow.
 *
 * <p>Start at {@link Metering}. Nothing is measured: a {@link Load} is worked out from the container's name and size.
 */
@NullMarked
package io.vnode.emulator.metric;

import org.jspecify.annotations.NullMarked;
