/**
 * A look inside the running process: threads, heap, flight recordings, log levels and what the provider is busy with. Served
 * without TLS, on a loopback address unless someone says otherwise.
 *
 * <p>Start at {@link Diagnostics}. Nothing here shows the content of objects, environment variables or requests, and no GET
 * changes anything.
 */
@NullMarked
package io.vnode.provider.diagnostics;

import org.jspecify.annotations.NullMarked;
