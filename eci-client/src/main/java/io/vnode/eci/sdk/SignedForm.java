package io.vnode.eci.sdk;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import com.aliyuncs.regions.ProductDomain;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.credentials.Credentials;
import java.io.UnsupportedEncodingException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A signed call, ready to be posted. The SDK puts all parameters into the URL, where they meet limits of length and end
 * up in the logs of proxies, environment values and passwords included. The signature covers query and form alike, so
 * what the call is about travels in the form, and only what identifies it stays in the URL.
 *
 * @param url with the common parameters
 * @param body all others, URL-encoded
 */
record SignedForm(String url, String body) {

    private static final Pattern AMPERSAND = Pattern.compile("&");

    /** The parameters that every call has; they say who calls and how, not what is wanted. */
    private static final Set<String> STAY_IN_THE_URL = Set.of(
            "AccessKeyId",
            "Action",
            "Format",
            "SecurityToken",
            "Signature",
            "SignatureMethod",
            "SignatureNonce",
            "SignatureVersion",
            "Timestamp",
            "Version");

    /** Signs a request. */
    static SignedForm of(AcsRequest<?> request, EciEndpoint endpoint, Credentials key) {
        request.setSysMethod(MethodType.POST);
        request.setSysProtocol(endpoint.encrypted() ? ProtocolType.HTTPS : ProtocolType.HTTP);
        request.putQueryParameter("RegionId", endpoint.regionId());
        AlibabaCloudCredentials sdkKey = toSdk(key);
        try {
            return of(request.signRequest(
                            Signer.getSigner(sdkKey),
                            sdkKey,
                            FormatType.JSON,
                            new ProductDomain(request.getSysProduct(), endpoint.authority() + endpoint.path()))
                    .getSysUrl());
        } catch (InvalidKeyException | NoSuchAlgorithmException | UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform can sign with HMAC-SHA1", e);
        }
    }

    private static AlibabaCloudCredentials toSdk(Credentials key) {
        String token = key.securityToken();
        return token == null
                ? new BasicCredentials(key.accessKeyId(), key.accessKeySecret())
                : new BasicSessionCredentials(key.accessKeyId(), key.accessKeySecret(), token);
    }

    static SignedForm of(String signedUrl) {
        int mark = signedUrl.indexOf('?');
        StringJoiner query = new StringJoiner("&", signedUrl.substring(0, mark + 1), "");
        StringJoiner form = new StringJoiner("&");
        for (String parameter : AMPERSAND.split(signedUrl.substring(mark + 1), -1)) {
            String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
            (STAY_IN_THE_URL.contains(name) ? query : form).add(parameter);
        }
        return new SignedForm(query.toString(), form.toString());
    }

    /** Shows neither signature nor parameters. */
    @Override
    public String toString() {
        return "SignedForm";
    }
}
