package io.vnode.eci.credentials;

import io.vnode.eci.http.BoundedHttp;
import io.vnode.eci.http.BoundedHttp.Reply;
import io.vnode.eci.http.Proxies;
import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a proof of identity for a temporary access key at STS, the security token service.
 *
 * @param endpoint where STS answers
 */
record StsExchange(URI endpoint, Proxies proxies, Clock clock) {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** STS refuses what is proved: a key or token that it does not know or no longer accepts. */
    static final class NotAcceptedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAcceptedException(String code) {
            super(code);
        }
    }

    /**
     * Makes the call.
     *
     * @param signer what to sign with; null where the proof is among the parameters
     * @throws NotAcceptedException when the signer's key is unknown or has ended
     */
    Credentials call(String source, String action, Map<String, String> parameters, @Nullable Credentials signer) {
        SortedMap<String, String> all = new TreeMap<>(parameters);
        all.put("Action", action);
        all.put("Version", "2015-04-01");
        all.put("Format", "JSON");
        all.put("Timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("SignatureNonce", UUID.randomUUID().toString());
        if (signer != null) {
            sign(all, signer);
        }
        try (BoundedHttp http = new BoundedHttp(proxies, TIMEOUT)) {
            Reply reply = http.post(endpoint, RpcSignature.form(all));
            if (!reply.good()) {
                throw refused(source, reply, signer != null);
            }
            return KeyAnswer.read(source, reply.body(), StsExchange::read);
        } catch (IOException e) {
            throw CredentialsException.passing(
                    source,
                    "%s: %s".formatted(this, e.getMessage() == null ? "no connection" : e.getMessage()),
                    "see whether that host can be reached from here");
        }
    }

    private static void sign(SortedMap<String, String> parameters, Credentials signer) {
        parameters.put("AccessKeyId", signer.accessKeyId());
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        if (signer.securityToken() != null) {
            parameters.put("SecurityToken", signer.securityToken());
        }
        parameters.put("Signature", RpcSignature.of("POST", parameters, signer.accessKeySecret()));
    }

    private static Credentials read(Fields answer) {
        Fields credentials = answer.object("Credentials");
        if (credentials == null) {
            throw new UnreadableAnswerException("the answer lacks Credentials");
        }
        return KeyAnswer.read(credentials);
    }

    /** STS's own sentence may repeat what was sent, so only its code and the request's id go on. */
    private RuntimeException refused(String source, Reply reply, boolean signed) {
        String code = "Http" + reply.status();
        String requestId = "";
        try {
            Fields fields = Fields.of(reply.body());
            code = plain(fields.textOrEmpty("Code"), code);
            requestId = plain(fields.textOrEmpty("RequestId"), "none");
        } catch (UnreadableAnswerException _) {
            // something between STS and us has answered
        }
        if (signed && (code.startsWith("InvalidAccessKeyId") || code.startsWith("InvalidSecurityToken"))) {
            return new NotAcceptedException(code);
        }
        String why = "STS says %s (request %s)".formatted(code, requestId);
        boolean passing = reply.status() >= 500 || reply.status() == 429 || code.startsWith("Throttling");
        return passing
                ? CredentialsException.passing(source, why, "try again later")
                : CredentialsException.lasting(
                        source, why, "check the role, who may assume it, and what proves the identity");
    }

    private static String plain(String text, String otherwise) {
        return text.matches("[\\w.-]{1,80}") ? text : otherwise;
    }

    /** The endpoint, without what a user may have written before the host. */
    @Override
    public String toString() {
        return endpoint.getScheme() + "://" + endpoint.getHost()
                + (endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort());
    }
}
