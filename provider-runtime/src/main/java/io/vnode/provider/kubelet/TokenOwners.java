package io.vnode.provider.kubelet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers for a while whose token is whose, by the token's hash; the tokens themselves are not kept. */
final class TokenOwners {

    /** As long as a kubelet trusts the API server's word for a token. */
    private static final Duration KEPT = Duration.ofMinutes(2);

    private static final int OWNERS_KEPT = 1000;

    private record Owner(Caller caller, Instant until) {}

    private final ClusterAccess access;
    private final Clock clock;
    private final Map<String, Owner> owners = new ConcurrentHashMap<>();

    TokenOwners(ClusterAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /** Whose token this is; null when it is nobody's. */
    @Nullable
    Caller ownerOf(String token) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        String key = HexFormat.of().formatHex(hash);
        Instant now = clock.instant();
        Owner known = owners.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.caller();
        }
        Caller caller = access.ownerOf(token);
        if (caller == null) {
            owners.remove(key);
            return null;
        }
        if (owners.size() >= OWNERS_KEPT) {
            owners.clear();
        }
        owners.put(key, new Owner(caller, now.plus(KEPT)));
        return caller;
    }
}
