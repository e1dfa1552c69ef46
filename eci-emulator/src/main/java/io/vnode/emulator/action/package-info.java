/**
 * The actions of ECI: parameters read into what {@code state} understands, and its snapshots written as the API's answers.
 *
 * <p>Start at {@link EciActions}, the list of them. An action checks what only it can know (does this vSwitch exist?); the
 * spelling and the types of parameters were checked by {@code wire} against the action's schema.
 */
@NullMarked
package io.vnode.emulator.action;

import org.jspecify.annotations.NullMarked;
