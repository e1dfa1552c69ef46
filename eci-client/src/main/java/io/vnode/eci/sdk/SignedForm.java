package io.vnode.eci.sdk;

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
