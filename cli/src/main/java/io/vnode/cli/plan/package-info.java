/**
 * What will change, in which order: worked out without changing anything, shown, and then carried out.
 *
 * <p>Start at {@link io.vnode.cli.plan.Plan}.
 */
@NullMarked
package io.vnode.cli.plan;

import org.jspecify.annotations.NullMarked;
