/**
 * A Kubernetes cluster on the user's own machine: a real control plane, the ECI emulator, and a host node that runs the
 * addon's pods as local processes.
 *
 * <p>Start at {@link SandboxUp}: it prepares a folder, hands it to a {@link SandboxSupervisor} in a process of its own and
 * waits. {@link ControlPlane} is the Kubernetes part alone, for tests. The room knows nothing of installing the addon.
 */
@NullMarked
package io.vnode.cli.sandbox;

import org.jspecify.annotations.NullMarked;
