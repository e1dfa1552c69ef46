/**
 * A queue of keys for control loops: each key at most once, never two workers at one key, retried with back-off.
 *
 * <p>Start at {@link WorkQueue}; {@link Workers} empties it.
 */
@NullMarked
package io.vnode.provider.workqueue;

import org.jspecify.annotations.NullMarked;
