/**
 * The provider: one process per virtual node, and the admission webhook from the same jar.
 *
 * <p>{@link ProviderMain} is the way in. The rooms are wired by hand in {@link NodeMode} and {@link WebhookMode}: the order of
 * starting and stopping is the order on the page.
 */
@NullMarked
package io.vnode.provider;

import org.jspecify.annotations.NullMarked;
