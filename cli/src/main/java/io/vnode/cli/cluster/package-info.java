/**
 * The Kubernetes cluster: how to connect to it, and the only writer to it.
 *
 * <p>Start at {@link io.vnode.cli.cluster.ClusterConnector}. What fabric8 throws leaves this room as a {@code Problem}.
 */
@NullMarked
package io.vnode.cli.cluster;

import org.jspecify.annotations.NullMarked;
