/**
 * The product {@code Ecs}, as far as a virtual node needs it: the security groups of the region.
 *
 * <p>Start at {@link EcsActions}.
 */
@NullMarked
package io.vnode.emulator.ecs;

import org.jspecify.annotations.NullMarked;
