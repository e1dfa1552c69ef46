package io.vnode.emulator.wire;

/**
 * Who calls.
 *
 * @param accessKeyId the key that signed; empty for a call that needs no signature
 * @param accountId the account that pays
 * @param type which kind of identity it is
 * @param id the identity's id; the account's for the account itself
 * @param name the user's name, or {@code role:session}
 */
public record Caller(String accessKeyId, String accountId, Type type, String id, String name) {

    /** Nobody in particular, of an account. */
    public static Caller unsigned(String accountId) {
        return new Caller("", accountId, Type.NOBODY, "", "");
    }

    /** The identity's resource name. */
    public String arn() {
        return switch (type) {
            case ACCOUNT -> "acs:ram::%s:root".formatted(accountId);
            case USER -> "acs:ram::%s:user/%s".formatted(accountId, name);
            case ASSUMED_ROLE -> "acs:ram::%s:assumed-role/%s".formatted(accountId, name.replace(':', '/'));
            case NOBODY -> "";
        };
    }

    /** The kinds of identity. */
    public enum Type {
        /** The account itself, which may do everything. */
        ACCOUNT,
        /** A RAM user. */
        USER,
        /** Somebody with temporary credentials of a RAM role. */
        ASSUMED_ROLE,
        /** Somebody who has not signed. */
        NOBODY
    }
}
