/**
 * What the command line and the provider agree on: the names of the addon's objects, labels, taints and tags.
 *
 * <p>It holds words and values only. Nothing here talks to Kubernetes or to ECI. Start at {@link AddonObjects}; the
 * provider's settings are one room further, in {@link io.vnode.addon.settings}.
 */
@NullMarked
package io.vnode.addon;

import org.jspecify.annotations.NullMarked;
