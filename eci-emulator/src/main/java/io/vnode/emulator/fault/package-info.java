/**
 * What goes wrong on demand.
 *
 * <p>Start at {@link FaultPlan}: tests, the configuration and the admin API lay down rules, the wire asks for the next fault as
 * each call arrives. This room knows what a fault is, not how it reaches the caller; that is {@code wire}'s part.
 */
@NullMarked
package io.vnode.emulator.fault;

import org.jspecify.annotations.NullMarked;
