/**
 * What the user wants, from where they said it: flags, {@code VNODE_*} variables, a values file, a profile, defaults.
 *
 * <p>Start at {@link io.vnode.cli.settings.Parameters}. Whether a value is right is decided by the addon's own
 * {@code Setting}s, so that nothing accepted here is refused by the provider.
 */
@NullMarked
package io.vnode.cli.settings;

import org.jspecify.annotations.NullMarked;
