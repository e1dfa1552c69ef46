package io.vnode.emulator.wire;

import static io.vnode.emulator.wire.CommonParameters.ACCESS_KEY_ID;
import static io.vnode.emulator.wire.CommonParameters.SIGNATURE_METHOD;
import static io.vnode.emulator.wire.CommonParameters.SIGNATURE_NONCE;
import static io.vnode.emulator.wire.CommonParameters.SIGNATURE_VERSION;
import static io.vnode.emulator.wire.CommonParameters.TIMESTAMP;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Finds out who calls, and refuses what is not signed, signed wrongly, too old or repeated.
 *
 * <p>Time stamps are compared with the clock given here, which is the callers' own (real) time, even where a test drives the
 * time of the container groups.
 */
public final class Authenticator {

    /** How far a time stamp may be from our clock, in either direction. */
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    private final KeyRing keys;
    private final Caller nobody;
    private final Clock clock;
    private final NonceRegister nonces = new NonceRegister(TOLERANCE.multipliedBy(2));

    /**
     * Accepts calls signed with these keys.
     *
     * @param accountId the account to which calls without a signature belong
     */
    public Authenticator(String accountId, KeyRing keys, Clock clock) {
        this.nobody = Caller.unsigned(accountId);
        this.keys = keys;
        this.clock = clock;
    }

    /** Accepts calls of these keys, which may do everything. */
    Authenticator(Collection<AccessKey> keys, Clock clock) {
        this("1", KeyRing.of("1", keys), clock);
    }

    /** Who signed the call. */
    Caller authenticate(RpcRequest request) {
        requireKnownMethod(request);
        Instant now = clock.instant();
        SigningKey key = keyOf(request, now);
        requireFresh(request.required(TIMESTAMP), now);
        String nonce = request.required(SIGNATURE_NONCE);
        requireSigned(request, key);
        // After the signature, so that nobody can use up the nonces of somebody else.
        if (!nonces.add(key.caller().accessKeyId(), nonce, now)) {
            throw new ApiException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        return key.caller();
    }

    /** A call that needs no signature; a time stamp must be fresh if there is one. */
    Caller withoutSignature(RpcRequest request) {
        String timestamp = request.text(TIMESTAMP);
        if (!timestamp.isEmpty()) {
            requireFresh(timestamp, clock.instant());
        }
        return nobody;
    }

    /** Refuses a time stamp that is too far from a clock that goes wrong. */
    void requireFresh(RpcRequest request, Duration ahead) {
        requireFresh(request.required(TIMESTAMP), clock.instant().plus(ahead));
    }

    private static void requireKnownMethod(RpcRequest request) {
        if (!request.required(SIGNATURE_METHOD).equals("HMAC-SHA1")) {
            throw ApiException.invalid(SIGNATURE_METHOD, "must be HMAC-SHA1");
        }
        if (!request.required(SIGNATURE_VERSION).equals("1.0")) {
            throw ApiException.invalid(SIGNATURE_VERSION, "must be 1.0");
        }
        if (!request.text("SignatureType").isEmpty()) {
            throw ApiException.invalid("SignatureType", "must be absent or empty for HMAC-SHA1");
        }
    }

    private SigningKey keyOf(RpcRequest request, Instant now) {
        SigningKey key = keys.find(request.required(ACCESS_KEY_ID));
        if (key == null) {
            throw new ApiException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        if (!key.active()) {
            throw new ApiException(
                    400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled or status error.");
        }
        requireToken(request.text(CommonParameters.SECURITY_TOKEN), key);
        Instant expires = key.expires();
        if (expires != null && !now.isBefore(expires)) {
            throw new ApiException(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
        }
        return key;
    }

    private static void requireToken(String sent, SigningKey key) {
        String token = key.securityToken();
        if (token == null && sent.isEmpty()) {
            return;
        }
        if (sent.isEmpty()) {
            throw ApiException.missing(CommonParameters.SECURITY_TOKEN);
        }
        if (token == null || !sameText(token, sent)) {
            throw new ApiException(
                    400,
                    "InvalidSecurityToken.MismatchWithAccessKey",
                    "Specified SecurityToken mismatch with the AccessKey.");
        }
    }

    private static void requireFresh(String timestamp, Instant now) {
        Instant time = parse(timestamp);
        if (Duration.between(time, now).abs().compareTo(TOLERANCE) > 0) {
            throw new ApiException(
                    400,
                    "InvalidTimeStamp.Expired",
                    "Specified time stamp or date value is expired: %s.".formatted(timestamp));
        }
    }

    private static Instant parse(String timestamp) {
        try {
            if (TIME.matcher(timestamp).matches()) {
                return Instant.parse(timestamp);
            }
        } catch (DateTimeParseException _) {
            // a 13th month and the like: refused below
        }
        throw new ApiException(
                400,
                "InvalidTimeStamp.Format",
                "Specified time stamp is not like 2024-01-02T03:04:05Z: %s.".formatted(timestamp));
    }

    private static void requireSigned(RpcRequest request, SigningKey key) {
        String signature = request.text(Signature.PARAMETER);
        if (signature.isEmpty()) {
            throw new ApiException(
                    400, "IncompleteSignature", "The request signature does not conform to standards: it is missing.");
        }
        String stringToSign = Signature.stringToSign(request.httpMethod(), request.parameters());
        if (!sameText(Signature.sign(key.secret(), stringToSign), signature)) {
            throw new ApiException(
                    400,
                    "SignatureDoesNotMatch",
                    "Specified signature is not matched with our calculation. server string to sign is:"
                            + stringToSign);
        }
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
