/**
 * Who there is in the account and what they may do: users, access keys, policies, roles, temporary keys.
 *
 * <p>Start at {@link Account}, which holds it all and remembers it, and at {@link Permissions}, which decides about one call.
 * The APIs that change an account are not here but in {@code ram} and {@code sts}.
 */
@NullMarked
package io.vnode.emulator.access;

import org.jspecify.annotations.NullMarked;
