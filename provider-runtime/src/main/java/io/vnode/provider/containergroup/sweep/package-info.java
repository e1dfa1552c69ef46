/**
 * Deletes container groups of ours that nobody asks for: those whose pod is no more, and second ones of a pod.
 *
 * <p>Start at {@link OrphanSweeper}, which looks and acts; {@link SweepPlanner} decides. Whether a pod exists is asked
 * through {@link PodExistence}, for this room knows no Kubernetes. The rule above all others: <em>an unknown answer sweeps
 * nothing</em>.
 */
@NullMarked
package io.vnode.provider.containergroup.sweep;

import org.jspecify.annotations.NullMarked;
