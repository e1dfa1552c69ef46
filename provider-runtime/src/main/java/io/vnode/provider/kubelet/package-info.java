/**
 * The HTTP API that {@code kubectl} reaches through the API server; so far {@code kubectl logs}.
 *
 * <p>Start at {@link ContainerLogs}. Every route here lets in only callers whom {@link CallerCheck} knows and the API server
 * allows; exec and attach are to come.
 */
@NullMarked
package io.vnode.provider.kubelet;

import org.jspecify.annotations.NullMarked;
