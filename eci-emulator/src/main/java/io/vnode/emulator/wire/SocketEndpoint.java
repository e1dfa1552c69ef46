package io.vnode.emulator.wire;

import org.jspecify.annotations.Nullable;

/** What answers at a path that callers open as a WebSocket. */
@FunctionalInterface
public interface SocketEndpoint {

    /** Takes over a new connection; null when what its query says gives no right to it. */
    @Nullable
    SocketListener accept(PageRequest request, SocketPeer peer);
}
