package io.vnode.eci.credentials;

/** One key, for ever. */
record FixedCredentials(Credentials credentials) implements CredentialsProvider {

    @Override
    public String toString() {
        return "fixed access key " + credentials.maskedAccessKeyId();
    }
}
