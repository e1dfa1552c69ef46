package io.vnode.eci.model;

/**
 * A container group as a template. ECI no longer documents templates; they are here for what was written with them.
 *
 * @param text JSON, possibly with secrets; its text form does not show it
 */
public record ContainerGroupTemplate(String text) {

    public ContainerGroupTemplate {
        Limits.require(!text.isBlank(), "a template has no text");
    }

    @Override
    public String toString() {
        return "ContainerGroupTemplate[%d characters]".formatted(text.length());
    }
}
