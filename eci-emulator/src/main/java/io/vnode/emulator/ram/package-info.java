/**
 * The product {@code Ram}: makes users, access keys, policies and roles of the account, and gives them to each other.
 *
 * <p>Start at {@link RamActions}. What these mean for a call is decided in {@code access}.
 */
@NullMarked
package io.vnode.emulator.ram;

import org.jspecify.annotations.NullMarked;
