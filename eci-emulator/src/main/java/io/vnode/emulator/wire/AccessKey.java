package io.vnode.emulator.wire;

/**
 * Who may call. Its text form does not show the secret.
 *
 * @param id the access key id, sent with each call
 * @param secret the access key secret, never sent
 */
public record AccessKey(String id, String secret) {

    @Override
    public String toString() {
        return "AccessKey[id=%s, secret=***]".formatted(id);
    }
}
