package io.vnode.eci.model;

/**
 * A port that a container listens on.
 *
 * @param port 1 to 65535
 * @param protocol {@code TCP} or {@code UDP}
 */
public record ContainerPort(int port, String protocol) {

    public ContainerPort {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port %d is not within 1 to 65535".formatted(port));
        }
    }
}
