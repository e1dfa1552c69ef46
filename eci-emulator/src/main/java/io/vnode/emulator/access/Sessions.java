package io.vnode.emulator.access;

import io.vnode.emulator.wire.Caller;
import io.vnode.emulator.wire.SigningKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The temporary keys of the account. They end with the process. Safe for use by many threads. */
public final class Sessions {

    /** Calls with a key that ended are told so for a while; later it is simply unknown. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final String accountId;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new HashMap<>();

    /** No keys yet. The clock is that of the callers. */
    public Sessions(String accountId, Clock clock) {
        this.accountId = accountId;
        this.clock = clock;
    }

    /** New keys for a role. The policy, if any, takes away what it does not allow. */
    public synchronized Session open(
            AccountState.Role role, String sessionName, Duration duration, @Nullable PolicyDocument policy) {
        Instant now = clock.instant();
        sessions.values().removeIf(each -> each.expires().plus(REMEMBERED).isBefore(now));
        String keyId = "STS." + RandomText.of(random, 25);
        Caller caller = new Caller(
                keyId,
                accountId,
                Caller.Type.ASSUMED_ROLE,
                role.id() + ":" + sessionName,
                role.name() + ":" + sessionName);
        Session session = new Session(
                caller, RandomText.of(random, 44), RandomText.of(random, 200), now.plus(duration), role.name(), policy);
        sessions.put(keyId, session);
        return session;
    }

    synchronized @Nullable SigningKey find(String accessKeyId) {
        Session session = sessions.get(accessKeyId);
        return session == null
                ? null
                : new SigningKey(session.caller(), session.secret(), true, session.token(), session.expires());
    }

    synchronized @Nullable Session session(String accessKeyId) {
        return sessions.get(accessKeyId);
    }

    /** Temporary keys. */
    public record Session(
            Caller caller,
            String secret,
            String token,
            Instant expires,
            String role,
            @Nullable PolicyDocument policy) {

        @Override
        public String toString() {
            return "Session[%s, secret=***, token=***, expires=%s]".formatted(caller, expires);
        }
    }
}
