package io.vnode.eci.sdk;

import com.aliyuncs.AcsRequest;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.credentials.Credentials;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A signed call, ready to be posted. The SDK would put all parameters into the URL, where they meet limits of length and end
 * up in the logs of proxies, environment values and passwords included. The signature covers query and form alike, so
 * what the call is about travels in the form, and only what identifies it stays in the URL.
 *
 * @param url with the common parameters
 * @param body all others, URL-encoded
 */
record SignedForm(String url, String body) {

    /** Signs what a request of the SDK asks for, at this moment and with a nonce of its own. */
    static SignedForm of(AcsRequest<?> request, EciEndpoint endpoint, Credentials key) {
        SortedMap<String, String> common =
                common(request, key, Instant.now().truncatedTo(ChronoUnit.SECONDS), UUID.randomUUID());
        SortedMap<String, String> wanted = wanted(request, endpoint);
        wanted.keySet().removeAll(common.keySet()); // the SDK counts the name of the action among its parameters
        SortedMap<String, String> all = new TreeMap<>(wanted);
        all.putAll(common);
        common.put("Signature", RpcSignature.of("POST", all, key.accessKeySecret()));
        return new SignedForm(endpoint + "/?" + encoded(common), encoded(wanted));
    }

    /** The parameters that every call has; they say who calls and how, not what is wanted. */
    private static SortedMap<String, String> common(AcsRequest<?> request, Credentials key, Instant time, UUID nonce) {
        SortedMap<String, String> common = new TreeMap<>();
        common.put("AccessKeyId", key.accessKeyId());
        common.put("Action", request.getSysActionName());
        common.put("Format", "JSON");
        common.put("SignatureMethod", "HMAC-SHA1");
        common.put("SignatureNonce", nonce.toString());
        common.put("SignatureVersion", "1.0");
        common.put("Timestamp", time.toString());
        common.put("Version", request.getSysVersion());
        if (key.securityToken() != null) {
            common.put("SecurityToken", key.securityToken());
        }
        return common;
    }

    private static SortedMap<String, String> wanted(AcsRequest<?> request, EciEndpoint endpoint) {
        SortedMap<String, String> wanted = new TreeMap<>(request.getSysQueryParameters());
        wanted.putAll(request.getSysBodyParameters());
        wanted.put("RegionId", endpoint.regionId());
        return wanted;
    }

    private static String encoded(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder(512);
        parameters.forEach((name, value) -> {
            text.append(text.isEmpty() ? "" : "&");
            PercentEncoding.append(text, name);
            text.append('=');
            PercentEncoding.append(text, value);
        });
        return text.toString();
    }

    /** Shows neither signature nor parameters. */
    @Override
    public String toString() {
        return "SignedForm";
    }
}
