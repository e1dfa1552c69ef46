/**
 * The HTTP servers of the process, with TLS or without: Netty at the door, blocking handlers on virtual threads behind it.
 *
 * <p>Start at {@link HttpServer}. It knows neither Kubernetes nor ECI; who may call a route is the route's own affair, and
 * {@link HttpRequest#clientCertificates} is what it has to go by.
 */
@NullMarked
package io.vnode.provider.http;

import org.jspecify.annotations.NullMarked;
