package io.vnode.eci.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ECI does when a container has started, or before it stops. Text forms show neither commands nor header values. */
public sealed interface LifecycleHook {

    /** Runs a command in the container. */
    record Exec(List<String> command) implements LifecycleHook {

        public Exec {
            command = List.copyOf(command);
        }

        @Override
        public String toString() {
            return "Exec";
        }
    }

    /**
     * Sends an HTTP request.
     *
     * @param host null for the container itself
     * @param path null for the root
     * @param port 1 to 65535
     * @param scheme {@code HTTP} or {@code HTTPS}; null for {@code HTTP}
     * @param headers headers of the request
     */
    record HttpGet(
            @Nullable String host,
            @Nullable String path,
            int port,
            @Nullable String scheme,
            List<Header> headers) implements LifecycleHook {

        public HttpGet {
            headers = List.copyOf(headers);
            Limits.port(port);
        }
    }

    /** Opens a connection; a null host means the container itself. */
    record TcpSocket(@Nullable String host, int port) implements LifecycleHook {

        public TcpSocket {
            Limits.port(port);
        }
    }

    /** A header of an HTTP request. */
    record Header(String name, String value) {

        @Override
        public String toString() {
            return "Header[" + name + "]";
        }
    }
}
