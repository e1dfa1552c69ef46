package io.vnode.emulator.metadata;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.Sessions;
import io.vnode.emulator.access.Trust;
import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /latest}: a token by PUT, then the keys of the instance's role. */
public final class MetadataService implements HttpResource {

    /** Where it answers. */
    public static final String PATH = "/latest/";

    private static final String TOKEN = PATH + "api/token";
    private static final String ROLES = PATH + "meta-data/ram/security-credentials/";
    private static final int LONGEST_TOKEN = 21_600;
    private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(30);

    private final Account account;
    private final InstanceSettings settings;
    private final Clock clock;
    private final MetadataTokens tokens;
    private Sessions.@Nullable Session session;

    /** The metadata of one instance. The clock is that of the callers. */
    public MetadataService(Account account, InstanceSettings settings, Clock clock) {
        this.account = account;
        this.settings = settings;
        this.clock = clock;
        this.tokens = new MetadataTokens(clock);
    }

    @Override
    public HttpReply answer(HttpCall call) {
        if (call.path().equals(TOKEN)) {
            return call.method().equals("PUT") ? token(call) : text(405, "only PUT");
        }
        if (!call.method().equals("GET")) {
            return text(405, "only GET");
        }
        String token = call.headers().first("x-aliyun-ecs-metadata-token");
        if (token.isEmpty() && settings.onlyWithToken()) {
            return text(403, "a token is required");
        }
        if (!token.isEmpty() && !tokens.good(token)) {
            return text(401, "the token is unknown or has ended");
        }
        return read(call.path());
    }

    private HttpReply token(HttpCall call) {
        String seconds = call.headers().first("x-aliyun-ecs-metadata-token-ttl-seconds");
        boolean good = seconds.matches("\\d{1,5}")
                && Integer.parseInt(seconds) >= 1
                && Integer.parseInt(seconds) <= LONGEST_TOKEN;
        return good
                ? text(200, tokens.give(Duration.ofSeconds(Integer.parseInt(seconds))))
                : text(400, "X-aliyun-ecs-metadata-token-ttl-seconds must be from 1 to " + LONGEST_TOKEN);
    }

    private HttpReply read(String path) {
        String name = settings.role();
        AccountState.Role role = name == null ? null : account.state().roles().get(name);
        if (role == null) {
            return text(404, "not found: the instance has no role");
        }
        if (path.equals(ROLES)) {
            return text(200, role.name());
        }
        return path.equals(ROLES + role.name()) ? keys(role) : text(404, "not found");
    }

    private HttpReply keys(AccountState.Role role) {
        if (!Trust.parse(role.trust()).includesService("ecs.aliyuncs.com")) {
            return HttpResource.json(
                    200, Map.of("Code", "Failed", "Message", "The role does not trust ecs.aliyuncs.com."));
        }
        Sessions.Session keys = session(role);
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("AccessKeyId", keys.caller().accessKeyId());
        answer.put("AccessKeySecret", keys.secret());
        answer.put("Expiration", keys.expires().truncatedTo(ChronoUnit.SECONDS).toString());
        answer.put("SecurityToken", keys.token());
        answer.put(
                "LastUpdated",
                keys.expires()
                        .minus(settings.keysLast())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        answer.put("Code", "Success");
        return HttpResource.json(200, answer);
    }

    private synchronized Sessions.Session session(AccountState.Role role) {
        Instant now = clock.instant();
        Duration early = settings.keysLast().dividedBy(2).compareTo(RENEWED_BEFORE_END) < 0
                ? settings.keysLast().dividedBy(2)
                : RENEWED_BEFORE_END;
        Sessions.Session current = session;
        if (current == null || !now.isBefore(current.expires().minus(early))) {
            current = account.sessions().open(role, "i-emulated", settings.keysLast(), null);
            session = current;
        }
        return current;
    }

    private static HttpReply text(int status, String text) {
        return new HttpReply.Content(status, "text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }
}
