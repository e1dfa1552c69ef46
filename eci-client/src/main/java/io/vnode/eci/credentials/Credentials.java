package io.vnode.eci.credentials;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access key, and the token that goes with it when it is a temporary one. Its text form shows the last four characters
 * of the key id and nothing else.
 *
 * @param accessKeyId id of the key
 * @param accessKeySecret what requests are signed with
 * @param securityToken session token of a temporary key
 * @param expiration when a temporary key ends; null for a lasting one, or where nobody said
 */
public record Credentials(
        String accessKeyId,
        String accessKeySecret,
        @Nullable String securityToken,
        @Nullable Instant expiration) {

    /** Accounts for ids of which the last four characters would be all of it. */
    private static final int SHORTEST_ID_SHOWN = 12;

    public Credentials {
        requirePresent("access key id", accessKeyId);
        requirePresent("access key secret", accessKeySecret);
        if (securityToken != null) {
            requirePresent("security token", securityToken);
        }
    }

    /** A key of which nobody said when it ends. */
    public Credentials(String accessKeyId, String accessKeySecret, @Nullable String securityToken) {
        this(accessKeyId, accessKeySecret, securityToken, null);
    }

    /** A lasting access key. */
    public static Credentials of(String accessKeyId, String accessKeySecret) {
        return new Credentials(accessKeyId, accessKeySecret, null);
    }

    private static void requirePresent(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        if (!value.strip().equals(value)) {
            throw new IllegalArgumentException(name + " begins or ends with white space");
        }
    }

    /** Whether both would sign alike. */
    public boolean sameKeyAs(Credentials other) {
        return accessKeyId.equals(other.accessKeyId)
                && accessKeySecret.equals(other.accessKeySecret)
                && Objects.equals(securityToken, other.securityToken);
    }

    /** The key id with all but its last four characters hidden. */
    public String maskedAccessKeyId() {
        return accessKeyId.length() < SHORTEST_ID_SHOWN
                ? "****"
                : "****" + accessKeyId.substring(accessKeyId.length() - 4);
    }

    @Override
    public String toString() {
        return "Credentials[" + maskedAccessKeyId() + "]";
    }
}
