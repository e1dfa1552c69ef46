/**
 * The product {@code pvtz} (PrivateZone): domain names inside VPCs.
 *
 * <p>Start at {@link PvtzActions}; {@link Zones} holds what there is and remembers it. Nobody resolves names here.
 */
@NullMarked
package io.vnode.emulator.pvtz;

import org.jspecify.annotations.NullMarked;
