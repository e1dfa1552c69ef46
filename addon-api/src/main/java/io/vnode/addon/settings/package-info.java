/**
 * The provider's settings: one {@link Setting} for each environment variable of the StatefulSet's container, which is the
 * addon's public contract, and the records they are read into.
 *
 * <p>{@link Settings} lists them all. The command line writes them, the provider reads them; both check them here, so a
 * value that one accepts is never refused by the other.
 */
@NullMarked
package io.vnode.addon.settings;

import org.jspecify.annotations.NullMarked;
