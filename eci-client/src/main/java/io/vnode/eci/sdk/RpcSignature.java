package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature version 1 of Alibaba Cloud's RPC APIs: all parameters in the order of their names, HMAC-SHA1.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism">Request syntax and signature method V2 for RPC APIs</a>
 */
final class RpcSignature {

    private static final String ALGORITHM = "HmacSHA1";

    private RpcSignature() {}

    /** The signature of these parameters, without {@code Signature} itself, sent by this HTTP method. */
    static String of(String httpMethod, SortedMap<String, String> parameters, String secret) {
        StringBuilder canonical = new StringBuilder(1024);
        parameters.forEach((name, value) -> {
            canonical.append(canonical.isEmpty() ? "" : "&");
            PercentEncoding.append(canonical, name);
            canonical.append('=');
            PercentEncoding.append(canonical, value);
        });
        StringBuilder toSign =
                new StringBuilder(canonical.length() * 5 / 4).append(httpMethod).append("&%2F&");
        PercentEncoding.append(toSign, canonical);
        return Base64.getEncoder().encodeToString(mac(secret + "&", toSign.toString()));
    }

    private static byte[] mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", e);
        }
    }
}
