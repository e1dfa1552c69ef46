package io.vnode.emulator.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs calls for tests, written from the description and apart from the code under test. */
public final class SignedRequest {

    private final AccessKey key;
    private final TreeMap<String, String> parameters = new TreeMap<>();
    private String method = "GET";

    public SignedRequest(AccessKey key, String action) {
        this.key = key;
        with("Action", action)
                .with("Version", "2018-08-08")
                .with("Format", "JSON")
                .with("RegionId", "cn-hangzhou")
                .with("AccessKeyId", key.id())
                .with("SignatureMethod", "HMAC-SHA1")
                .with("SignatureVersion", "1.0")
                .with("SignatureNonce", UUID.randomUUID().toString())
                .with("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    public SignedRequest with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public SignedRequest with(Map<String, String> more) {
        parameters.putAll(more);
        return this;
    }

    public SignedRequest without(String name) {
        parameters.remove(name);
        return this;
    }

    public SignedRequest method(String changed) {
        method = changed;
        return this;
    }

    public boolean isPost() {
        return method.equals("POST");
    }

    /** The parameters with their signature, encoded as the SDK does it: not as strictly as for signing. */
    public String encoded() {
        TreeMap<String, String> signed = new TreeMap<>(parameters);
        signed.put("Signature", signature());
        return form(signed).replace("~", "%7E");
    }

    public String stringToSign() {
        return method + "&%2F&" + strict(form(parameters, true));
    }

    HttpCall toCall() {
        return method.equals("GET")
                ? new HttpCall("GET", "/", encoded(), "", "")
                : new HttpCall(method, "/", "", "application/x-www-form-urlencoded", encoded());
    }

    private String signature() {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec((key.secret() + "&").getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign().getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String form(Map<String, String> parameters) {
        return form(parameters, false);
    }

    private static String form(Map<String, String> parameters, boolean strict) {
        return parameters.entrySet().stream()
                .map(each -> encode(each.getKey(), strict) + "=" + encode(each.getValue(), strict))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text, boolean strict) {
        return strict ? strict(text) : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String strict(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
