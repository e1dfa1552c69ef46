package io.vnode.eci.sts;

import io.vnode.eci.json.Fields;

/**
 * Who an access key belongs to.
 *
 * @param accountId the account that pays
 * @param type {@code Account}, {@code RAMUser} or {@code AssumedRoleUser}
 * @param arn the identity's full name
 * @param principalId the identity's id
 */
public record CallerIdentity(String accountId, String type, String arn, String principalId) {

    /** Whether it is the account itself, which may do everything and cannot be restricted. */
    public boolean rootOfAccount() {
        return type.equals("Account");
    }

    static CallerIdentity read(Fields fields) {
        return new CallerIdentity(
                fields.text("AccountId"),
                fields.text("IdentityType"),
                fields.text("Arn"),
                fields.textOrEmpty("PrincipalId"));
    }
}
