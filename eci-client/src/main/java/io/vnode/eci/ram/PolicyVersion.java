package io.vnode.eci.ram;

import io.vnode.eci.json.Fields;

/**
 * A version of a policy.
 *
 * @param id for example {@code v1}
 * @param inForce whether it is the one that counts
 */
public record PolicyVersion(String id, boolean inForce) {

    static PolicyVersion read(Fields version) {
        return new PolicyVersion(version.text("VersionId"), version.isTrue("IsDefaultVersion"));
    }
}
