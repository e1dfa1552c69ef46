package io.vnode.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature version 1 of the RPC style: HMAC-SHA1 over the method and the canonically encoded parameters.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism">RPC mechanism and signature</a>
 */
final class Signature {

    /** The one parameter that is not signed. */
    static final String PARAMETER = "Signature";

    private static final String ALGORITHM = "HmacSHA1";

    private Signature() {}

    static String stringToSign(String httpMethod, Map<String, String> parameters) {
        String canonical = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals(PARAMETER))
                        .map(parameter -> PercentEncoding.encode(parameter.getKey()) + "="
                                + PercentEncoding.encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
        return httpMethod + "&" + PercentEncoding.encode("/") + "&" + PercentEncoding.encode(canonical);
    }

    static String sign(String secret, String stringToSign) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec((secret + "&").getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
