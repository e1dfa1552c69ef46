package io.vnode.eci.model;

/**
 * A piece of a container's log.
 *
 * @param containerName the container
 * @param content lines of text
 */
public record ContainerLog(String containerName, String content) {

    /** Shows how much there is, not what it says. */
    @Override
    public String toString() {
        return "ContainerLog[%s, %d characters]".formatted(containerName, content.length());
    }
}
