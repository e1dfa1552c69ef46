/**
 * The sandbox's own node: it runs the pods of the addon as processes of this machine.
 *
 * <p>Start at {@link HostNode}. A {@link PodWorker} takes one pod from "bound" to "gone"; a {@link ContainerRunner} keeps
 * one container's process; {@link PodStatuses} says what Kubernetes is told about them. There are no images, no
 * namespaces and no cgroups here: any other pod waits, and an event tells its owner why.
 */
@NullMarked
package io.vnode.cli.sandbox.hostnode;

import org.jspecify.annotations.NullMarked;
