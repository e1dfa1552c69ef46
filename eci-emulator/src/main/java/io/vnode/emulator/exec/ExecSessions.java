package io.vnode.emulator.exec;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.ContainerState;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.wire.PageRequest;
import io.vnode.emulator.wire.SocketEndpoint;
import io.vnode.emulator.wire.SocketListener;
import io.vnode.emulator.wire.SocketPeer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands that callers may run: each gets a token, which opens one socket within half a minute. Safe for many threads. */
public final class ExecSessions implements SocketEndpoint {

    /** Where sockets are opened. */
    public static final String PATH = "/exec/";

    private static final Duration VALID = Duration.ofSeconds(30);
    private static final int TOKEN_BYTES = 24;

    private final ContainerGroups groups;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Grant> grants = new LinkedHashMap<>(); // oldest first

    /** No tokens yet; their time and that of the commands is told by this clock. */
    public ExecSessions(ContainerGroups groups, Clock clock) {
        this.groups = groups;
        this.clock = clock;
    }

    /** A new token for a command. */
    public synchronized String grant(ExecRequest request) {
        Instant now = clock.instant();
        grants.values().removeIf(grant -> grant.overAt(now));
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(token, new Grant(request, now.plus(VALID)));
        return token;
    }

    /** Whether a token would open a socket now. */
    synchronized boolean knows(String token) {
        Grant grant = grants.get(token);
        return grant != null && !grant.overAt(clock.instant());
    }

    @Override
    public @Nullable SocketListener accept(PageRequest page, SocketPeer peer) {
        ExecRequest request = use(page.text("s"));
        GroupSnapshot group = request == null ? null : groups.find(request.containerGroupId());
        ContainerSnapshot container =
                request == null || group == null ? null : group.container(request.containerName());
        if (request == null || group == null || container == null) {
            return null;
        }
        ContainerState run = container.current();
        return new ExecSession(request, Surroundings.of(group, container), () -> runs(request, run), clock, peer);
    }

    private synchronized @Nullable ExecRequest use(String token) {
        Grant grant = grants.remove(token);
        return grant == null || grant.overAt(clock.instant()) ? null : grant.request();
    }

    /** Whether the very run in which the command was started goes on. */
    private boolean runs(ExecRequest request, ContainerState run) {
        GroupSnapshot group = groups.find(request.containerGroupId());
        ContainerSnapshot container = group == null ? null : group.container(request.containerName());
        return run instanceof ContainerState.Running
                && container != null
                && container.current().equals(run);
    }

    /** A command, and when it is too late for it. */
    private record Grant(ExecRequest request, Instant end) {

        private boolean overAt(Instant now) {
            return !now.isBefore(end);
        }
    }
}
