package io.vnode.eci.credentials;

import io.vnode.eci.http.BoundedHttp;
import io.vnode.eci.http.BoundedHttp.Reply;
import io.vnode.eci.http.Proxies;
import io.vnode.eci.json.Fields;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A URL that answers with temporary access keys. The rest of the URL may be a secret, so only its host is ever shown. */
record KeyServer(URI uri, Proxies proxies) implements CredentialsSource {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Override
    public Credentials fetch() {
        try (BoundedHttp http = new BoundedHttp(proxies, TIMEOUT)) {
            Reply reply = http.get(uri, Map.of("Accept", "application/json"));
            if (!reply.good()) {
                String why = "it answers with status " + reply.status();
                throw reply.status() >= 500 || reply.status() == 429
                        ? CredentialsException.passing(toString(), why, "see what answers there")
                        : CredentialsException.lasting(toString(), why, "see what answers there");
            }
            return KeyAnswer.read(toString(), reply.body(), this::read);
        } catch (IOException e) {
            throw CredentialsException.passing(
                    toString(),
                    e.getMessage() == null ? "no connection" : e.getMessage(),
                    "see whether that host can be reached from here");
        }
    }

    private Credentials read(Fields fields) {
        String code = fields.textOrEmpty("Code");
        if (!code.isEmpty() && !code.equals("Success")) {
            throw CredentialsException.passing(toString(), "it has no key at present", "see what answers there");
        }
        return KeyAnswer.read(fields);
    }

    @Override
    public String toString() {
        return "credentials URI at " + uri.getHost();
    }
}
