package io.vnode.emulator.wire;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that calls can be signed with. */
@FunctionalInterface
public interface KeyRing {

    /** A key by its id; null when there is none. */
    @Nullable
    SigningKey find(String accessKeyId);

    /** Keys of an account that may do everything. */
    static KeyRing of(String accountId, Collection<AccessKey> keys) {
        Map<String, SigningKey> byId = keys.stream()
                .collect(Collectors.toUnmodifiableMap(
                        AccessKey::id,
                        key -> SigningKey.lasting(
                                new Caller(key.id(), accountId, Caller.Type.ACCOUNT, accountId, ""),
                                key.secret(),
                                true)));
        return byId::get;
    }
}
