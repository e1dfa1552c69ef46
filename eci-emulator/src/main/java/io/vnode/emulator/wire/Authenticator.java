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
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

    private final Map<String, AccessKey> keys;
    private final Clock clock;
    private final NonceRegister nonces = new NonceRegister(TOLERANCE.multipliedBy(2));

    /** Accepts calls of these keys. */
    public Authenticator(Collection<AccessKey> keys, Clock clock) {
        this.keys = keys.stream().collect(Collectors.toUnmodifiableMap(AccessKey::id, Function.identity()));
        this.clock = clock;
    }

    /** The key that signed the call. */
    AccessKey authenticate(RpcRequest request) {
        requireKnownMethod(request);
        AccessKey key = keyOf(request);
        Instant now = clock.instant();
        requireFresh(request.required(TIMESTAMP), now);
        String nonce = request.required(SIGNATURE_NONCE);
        requireSigned(request, key);
        // After the signature, so that nobody can use up the nonces of somebody else.
        if (!nonces.add(key.id(), nonce, now)) {
            throw new ApiException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        return key;
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

    private AccessKey keyOf(RpcRequest request) {
        AccessKey key = keys.get(request.required(ACCESS_KEY_ID));
        if (key == null) {
            throw new ApiException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        if (!request.text(CommonParameters.SECURITY_TOKEN).isEmpty()) {
            throw new ApiException(
                    400,
                    "InvalidSecurityToken.MismatchWithAccessKey",
                    "Specified SecurityToken mismatch with the AccessKey.");
        }
        return key;
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

    private static void requireSigned(RpcRequest request, AccessKey key) {
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
