package io.vnode.emulator;

import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import java.net.InetAddress;

/** Serves callers on this machine: what is behind it asks nobody for a signature. */
record LocalOnly(HttpResource resource) implements HttpResource {

    @Override
    public HttpReply answer(HttpCall call) {
        return local(call.sender())
                ? resource.answer(call)
                : HttpResource.error(403, "%s serves callers on the emulator's own machine".formatted(call.path()));
    }

    private static boolean local(String sender) {
        try {
            return InetAddress.ofLiteral(sender).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
