/**
 * The page that a person watches beside {@code kubectl get pods -w}: container groups, what they cost, what is left in the
 * zones, what goes wrong on purpose and what was called.
 *
 * <p>Start at {@link Console}. The page is written here, works without a script, and shows no secret: neither environment
 * variables nor files nor parameters of calls.
 */
@NullMarked
package io.vnode.emulator.console;

import org.jspecify.annotations.NullMarked;
