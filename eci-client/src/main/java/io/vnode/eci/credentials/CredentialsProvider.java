package io.vnode.eci.credentials;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Where access keys come from. The client asks before every attempt, so a key that rotates or expires is replaced without
 * a restart. Safe to be used by many threads; asking is cheap while the key at hand is good.
 */
public interface CredentialsProvider {

    /**
     * The access key to use now.
     *
     * @throws CredentialsException when there is none, saying what was tried and what to do
     */
    Credentials credentials();

    /**
     * The access key to use now that the cloud has refused one as unknown or expired: looks again, even if the key at hand
     * seems good. An answer with the {@linkplain Credentials#sameKeyAs same key} says that there is no other.
     *
     * @throws CredentialsException when there is none at all
     */
    default Credentials refreshed(Credentials refused) {
        return credentials();
    }

    /** One key, for ever. */
    static CredentialsProvider fixed(Credentials credentials) {
        return new FixedCredentials(credentials);
    }

    /**
     * The files {@code access-key-id} and {@code access-key-secret}, and {@code security-token} if there is one, as
     * Kubernetes mounts a Secret. They are looked at again every second.
     */
    static CredentialsProvider secretFiles(Path directory) {
        return new SecretFiles(directory, Clock.systemUTC());
    }

    /**
     * The first place that has been set up, in this order: {@code ECI_ACCESS_KEY} and {@code ECI_SECRET_KEY}, system
     * properties, {@code ALIBABA_CLOUD_ACCESS_KEY_ID} and its fellows, an OIDC role (RRSA), the CLI's profile file, the
     * SDKs' credentials file, the RAM role of this instance, a credentials URI. See {@code docs/credentials.md}.
     */
    static CredentialsProvider standardChain() {
        return new StandardChain(Surroundings.ofThisProcess());
    }
}
