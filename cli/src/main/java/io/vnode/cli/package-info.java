/**
 * The command {@code vnode}: puts the addon into a cluster, shows it, changes it, and takes it away again.
 *
 * <p>Start at {@link io.vnode.cli.VnodeMain}. A verb is parsed by a class in {@code command}, carried out by one in
 * {@code operation}; everything else is a room that those two use.
 */
@NullMarked
package io.vnode.cli;

import org.jspecify.annotations.NullMarked;
