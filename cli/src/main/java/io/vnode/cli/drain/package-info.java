/**
 * Cordon, evict, and wait until the pods are gone. Start at {@link io.vnode.cli.drain.NodeDrainer}. Whether their container
 * groups are gone too is for the cloud to say.
 */
@NullMarked
package io.vnode.cli.drain;

import org.jspecify.annotations.NullMarked;
