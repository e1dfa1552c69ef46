package io.vnode.emulator.access;

import java.util.List;
import java.util.Map;

/**
 * What conditions can ask about a call.
 *
 * @param values by condition key, such as {@code acs:SourceIp} or {@code eci:tag/env}
 */
record Circumstances(Map<String, List<String>> values) {

    /** The values of a key; none when the call has nothing to say about it. */
    List<String> of(String key) {
        return values.getOrDefault(key, List.of());
    }
}
