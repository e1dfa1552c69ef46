package io.vnode.eci.model.status;

import io.vnode.eci.model.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was noticed of a container group.
 *
 * @param containerGroupId the group
 * @param name its name
 * @param namespace the namespace of its pod
 * @param uuid the UID of its pod
 * @param events newest 50
 */
public record GroupEvents(
        String containerGroupId,
        @Nullable String name,
        @Nullable String namespace,
        @Nullable String uuid,
        List<Event> events) {
    public GroupEvents {
        events = List.copyOf(events);
    }
}
