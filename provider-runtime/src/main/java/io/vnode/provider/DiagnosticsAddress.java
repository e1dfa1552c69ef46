package io.vnode.provider;

import io.vnode.addon.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where diagnostics are to be served. */
final class DiagnosticsAddress {

    private DiagnosticsAddress() {}

    /** The address that the environment names; null when there are to be none. */
    static @Nullable InetSocketAddress from(Map<String, String> environment) {
        String text = Settings.DIAGNOSTICS_ADDRESS.read(environment);
        if (text.equals("off")) {
            return null;
        }
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(
                InetAddress.ofLiteral(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }
}
