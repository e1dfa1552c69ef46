package io.vnode.cli.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * One object to apply.
 *
 * @param object what to apply
 * @param change what that does
 */
public record Step(HasMetadata object, Change change) {

    /** Whether applying it changes anything. */
    public boolean effective() {
        return !(change instanceof Change.None);
    }
}
