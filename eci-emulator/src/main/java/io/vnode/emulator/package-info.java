/**
 * A stand-in for Alibaba Cloud ECI: the RPC API over HTTP, without an account and without cost.
 *
 * <p>Start at {@link EciEmulator}, which tests embed and {@link EmulatorMain} runs by itself. Calls come in through
 * {@code wire}, are carried out by {@code action}, and act on {@code state}; {@code fault} makes them fail on demand.
 * Nothing is shared with the client: a parameter name that is wrong there must not be wrong here too.
 */
@NullMarked
package io.vnode.emulator;

import org.jspecify.annotations.NullMarked;
