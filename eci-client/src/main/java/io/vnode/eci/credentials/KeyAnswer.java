package io.vnode.eci.credentials;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import java.util.function.Function;

/** Reads temporary access keys out of JSON. What is said of a wrong one never quotes it. */
final class KeyAnswer {

    private KeyAnswer() {}

    /** Reads the members {@code AccessKeyId}, {@code AccessKeySecret}, {@code SecurityToken} and {@code Expiration}. */
    static Credentials read(Fields fields) {
        return new Credentials(
                fields.text("AccessKeyId"),
                fields.text("AccessKeySecret"),
                fields.text("SecurityToken"),
                fields.time("Expiration"));
    }

    /** Reads a body. */
    static Credentials read(String source, byte[] body, Function<Fields, Credentials> reader) {
        try {
            return reader.apply(Fields.of(body));
        } catch (UnreadableAnswerException | IllegalArgumentException e) {
            throw CredentialsException.passing(
                    source, "its answer cannot be understood: " + e.getMessage(), "see what answers there");
        }
    }
}
