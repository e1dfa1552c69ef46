package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The client tokens of the last 24 hours and the container groups that came of them, also when those are gone. */
final class TokenRegister {

    private static final Duration MEMORY = Duration.ofHours(24);

    private final Map<String, Use> uses = new LinkedHashMap<>(); // oldest first

    /** What came of the token before; null when it is new. */
    @Nullable
    CreateResult find(ClientToken token, Instant now) {
        forgetBefore(now.minus(MEMORY));
        Use use = uses.get(token.value());
        if (use == null) {
            return null;
        }
        return use.fingerprint().equals(token.fingerprint())
                ? new CreateResult.Created(use.containerGroupId())
                : new CreateResult.TokenMismatch();
    }

    void add(ClientToken token, String containerGroupId, Instant now) {
        uses.put(token.value(), new Use(token.fingerprint(), containerGroupId, now));
    }

    /** Everything that is remembered, oldest first. */
    Stream<GroupRecord.TokenUsed> all() {
        return uses.entrySet().stream()
                .map(use -> new GroupRecord.TokenUsed(
                        new ClientToken(use.getKey(), use.getValue().fingerprint()),
                        use.getValue().containerGroupId(),
                        use.getValue().time()));
    }

    private void forgetBefore(Instant limit) {
        for (Iterator<Use> each = uses.values().iterator();
                each.hasNext() && each.next().time().isBefore(limit); ) {
            each.remove();
        }
    }

    private record Use(String fingerprint, String containerGroupId, Instant time) {}
}
