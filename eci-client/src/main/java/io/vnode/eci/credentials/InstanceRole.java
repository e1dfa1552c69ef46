package io.vnode.eci.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vnode.eci.http.BoundedHttp;
import io.vnode.eci.http.BoundedHttp.Reply;
import io.vnode.eci.http.Proxies;
import io.vnode.eci.json.Fields;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The RAM role of the ECS instance, or of the ECI container group, that this process runs on, as its metadata service
 * tells. It is asked in the second, hardened way first; never through a proxy.
 *
 * @param service where the metadata service answers
 * @param role name of the role; null to ask for it
 * @param onlyHardened whether to do without rather than ask in the first, open way
 */
record InstanceRole(URI service, @Nullable String role, boolean onlyHardened) implements CredentialsSource {

    static final URI SERVICE = URI.create("http://100.100.100.200");

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final String ROLES = "/latest/meta-data/ram/security-credentials/";
    private static final Pattern ROLE_NAME = Pattern.compile("[\\w.@-]{1,128}");
    private static final String REMEDY = "attach a RAM role to the instance, or give the key in another way";

    @Override
    public Credentials fetch() {
        try (BoundedHttp http = new BoundedHttp(Proxies.none(), TIMEOUT)) {
            Map<String, String> ticket = ticket(http);
            String name = role == null ? askForRole(http, ticket) : role;
            if (!ROLE_NAME.matcher(name).matches()) {
                throw failure("what it calls a role is not the name of one", false);
            }
            Reply reply = http.get(service.resolve(ROLES + name), ticket);
            requireGood(reply, "there is no role " + name);
            return KeyAnswer.read(toString(), reply.body(), this::read);
        } catch (IOException e) {
            throw failure(e.getMessage() == null ? "no connection" : e.getMessage(), true);
        }
    }

    private Map<String, String> ticket(BoundedHttp http) throws IOException {
        Reply reply = http.put(
                service.resolve("/latest/api/token"), Map.of("X-aliyun-ecs-metadata-token-ttl-seconds", "21600"));
        String ticket = reply.good() ? new String(reply.body(), UTF_8).strip() : "";
        if (!ticket.isEmpty() && ticket.chars().allMatch(c -> c > ' ' && c <= '~')) {
            return Map.of("X-aliyun-ecs-metadata-token", ticket);
        }
        if (onlyHardened) {
            throw failure(
                    "it gives no token (status %d), and asking without is switched off".formatted(reply.status()),
                    reply.status() >= 500);
        }
        return Map.of();
    }

    private String askForRole(BoundedHttp http, Map<String, String> ticket) throws IOException {
        Reply reply = http.get(service.resolve(ROLES), ticket);
        requireGood(reply, "the instance has no RAM role");
        return new String(reply.body(), UTF_8).strip();
    }

    private void requireGood(Reply reply, String whenNotFound) {
        if (!reply.good()) {
            throw failure(
                    reply.status() == 404 ? whenNotFound : "it answers with status " + reply.status(),
                    reply.status() >= 500 || reply.status() == 429);
        }
    }

    private Credentials read(Fields fields) {
        String code = fields.textOrEmpty("Code");
        if (!code.isEmpty() && !code.equals("Success")) {
            throw failure("it has no key for the role at present", true);
        }
        return KeyAnswer.read(fields);
    }

    private CredentialsException failure(String why, boolean passing) {
        return passing
                ? CredentialsException.passing(toString(), why, REMEDY)
                : CredentialsException.lasting(toString(), why, REMEDY);
    }

    @Override
    public String toString() {
        return "RAM role of this instance (metadata service %s)".formatted(service.getAuthority());
    }
}
