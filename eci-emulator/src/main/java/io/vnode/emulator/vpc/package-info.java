/**
 * The product {@code Vpc}, as far as a virtual node needs it: the vSwitches of the region.
 *
 * <p>Start at {@link VpcActions}.
 */
@NullMarked
package io.vnode.emulator.vpc;

import org.jspecify.annotations.NullMarked;
