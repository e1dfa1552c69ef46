package io.vnode.eci.exec;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a command waits to be talked to. Both addresses let whoever has them into the container: use them at once and
 * once, and show them to nobody. The text form does not.
 *
 * @param webSocketUri for programs
 * @param httpUrl for browsers, good for 30 seconds; null in older editions of the API
 */
public record ExecTicket(URI webSocketUri, @Nullable URI httpUrl) {

    @Override
    public String toString() {
        return "ExecTicket[" + webSocketUri.getHost() + "]";
    }
}
