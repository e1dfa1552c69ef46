/**
 * The provider's promises, held to a real API server and a scripted cloud.
 *
 * <p>Start at {@link io.vnode.e2e.provider.ProviderStand}: it has an API server with its etcd, an emulator of ECI, and
 * starts providers as processes that can be killed, stopped and started again. Each {@code …IT} is named after what it
 * proves. Schedulers and controllers are left out: what is not there cannot repair what a provider breaks.
 */
@NullMarked
package io.vnode.e2e.provider;

import org.jspecify.annotations.NullMarked;
