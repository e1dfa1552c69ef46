package io.vnode.eci.ram;

import io.vnode.eci.json.Fields;

/**
 * A policy, and what it says now.
 *
 * @param policy the policy
 * @param document its version in force, JSON text
 */
public record PolicyInForce(RamPolicy policy, String document) {

    static PolicyInForce read(Fields answer) {
        return new PolicyInForce(
                RamPolicy.read(answer.requiredObject("Policy")),
                answer.requiredObject("DefaultPolicyVersion").text("PolicyDocument"));
    }
}
