package io.vnode.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
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

    static String stringToSign(String httpMethod, SortedMap<String, String> parameters) {
        StringBuilder text = new StringBuilder(2048).append(httpMethod).append("&%2F&");
        boolean first = true;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (!parameter.getKey().equals(PARAMETER)) {
                text.append(first ? "" : "%26");
                PercentEncoding.encodeTwice(parameter.getKey(), text);
                text.append("%3D");
                PercentEncoding.encodeTwice(parameter.getValue(), text);
                first = false;
            }
        }
        return text.toString();
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
