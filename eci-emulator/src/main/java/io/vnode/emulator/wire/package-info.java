/**
 * The emulator's own reading of the RPC API: parameters in, signature checked, JSON out.
 *
 * <p>Start at {@link RpcEndpoint}, which takes one call from its text to its answer; {@link HttpServer} carries both over
 * HTTP and is the only class that knows Netty. What an action means is not known here: actions are handed in as an
 * {@link ActionCatalogue}.
 */
@NullMarked
package io.vnode.emulator.wire;

import org.jspecify.annotations.NullMarked;
