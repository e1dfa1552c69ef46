/**
 * What went wrong, in the form in which people are told: a code, what happened, why, and what to do.
 *
 * <p>Start at {@link io.vnode.cli.problem.Problem}. Codes are never used for two causes and never reused; each has a
 * section in {@code docs/troubleshooting.md} and one {@link io.vnode.cli.problem.ExitCode}.
 */
@NullMarked
package io.vnode.cli.problem;

import org.jspecify.annotations.NullMarked;
