/**
 * Takes the pods bound to this node from "wanted" to "running in ECI" and back out again.
 *
 * <p>Start at {@link PodReconciler}: it asks {@link PodPlanner} for the next step and carries it out. Neither knows how a
 * pod is described to ECI (that is {@code translate}) nor how container groups are kept in view (that is
 * {@code containergroup}).
 */
@NullMarked
package io.vnode.provider.pod;

import org.jspecify.annotations.NullMarked;
