/**
 * The Node object and its Lease: registered, kept true to the facts, made again when somebody deletes them.
 *
 * <p>Start at {@link NodeController}; {@link NodeObject} says what the node looks like. Pods are no concern of this room.
 */
@NullMarked
package io.vnode.provider.node;

import org.jspecify.annotations.NullMarked;
