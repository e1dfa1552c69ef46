/**
 * Keeps the container groups of this node in view, makes them once, and deletes them.
 *
 * <p>Start at {@link ContainerGroups}, the door; {@link io.vnode.eci.Sighting} is what it tells of a pod's group. The one thing to know
 * here: <em>unknown is not absent</em>. A pod is known by its {@link io.vnode.addon.PodKey}, read from the tags; this room
 * knows nothing of Kubernetes.
 */
@NullMarked
package io.vnode.provider.containergroup;

import org.jspecify.annotations.NullMarked;
