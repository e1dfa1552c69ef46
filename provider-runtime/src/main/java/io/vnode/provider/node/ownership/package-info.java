/**
 * Being the only one: a Lease in the API that one process holds and all others wait for. It fences a second process with the
 * same node name, and it elects the provider that has the duties of the whole cluster.
 *
 * <p>Start at {@link HeldLease}, the running thing; {@link LeaseClaim} decides what to do next with the Lease. What is done
 * by whoever holds it, this package does not know.
 */
@NullMarked
package io.vnode.provider.node.ownership;

import org.jspecify.annotations.NullMarked;
