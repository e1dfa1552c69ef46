/**
 * The one HTTPS server of the process: Netty at the door, blocking handlers on virtual threads behind it.
 *
 * <p>Start at {@link HttpsServer}. It knows neither Kubernetes nor ECI; who may call a route is the route's own affair, and
 * {@link HttpRequest#clientCertificates} is what it has to go by.
 */
@NullMarked
package io.vnode.provider.http;

import org.jspecify.annotations.NullMarked;
