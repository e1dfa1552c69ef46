/**
 * The ConfigMap {@code kube-system/eci-profile}: settings that act on the next pod without a restart, and the selectors that
 * say which pods go to virtual nodes.
 *
 * <p>{@link ProfileKey} lists its keys, {@link EciProfile} is what it says, {@link ProfileSelector} is one of its selectors.
 */
@NullMarked
package io.vnode.addon.profile;

import org.jspecify.annotations.NullMarked;
