package io.vnode.eci.credentials;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads URLs out of settings. They may hold secrets, so none is ever quoted. */
final class HttpUri {

    private HttpUri() {}

    static URI parse(String place, String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw CredentialsException.lasting(place, "it is not a URL", "write http://HOST[:PORT]/PATH or https://…");
    }
}
