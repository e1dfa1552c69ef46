package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.status.EventSource;
import io.vnode.eci.model.status.GroupEvents;
import io.vnode.eci.model.status.GroupSelection;
import io.vnode.eci.model.status.GroupStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of container groups in the words of Kubernetes. */
final class StatusCalls {

    private static final String STATUS = "DescribeContainerGroupStatus";
    private static final String EVENTS = "DescribeContainerGroupEvents";

    /** The most that every edition of the API takes. */
    private static final int LIMIT = 200;

    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

    StatusCalls(EciCalls calls, Supplier<Deadline> deadlines) {
        this.calls = calls;
        this.deadlines = deadlines;
    }

    List<GroupStatus> statuses(GroupSelection selection) {
        return all(STATUS, selection, null, GroupStatus::containerGroupId, GroupStatusReader::status);
    }

    List<GroupEvents> events(GroupSelection selection, @Nullable EventSource source) {
        return all(EVENTS, selection, source, GroupEvents::containerGroupId, GroupStatusReader::events);
    }

    private <T> List<T> all(
            String action,
            GroupSelection selection,
            @Nullable EventSource source,
            Function<T, String> id,
            Function<Fields, T> reader) {
        Deadline deadline = deadlines.get();
        List<List<String>> portions = selection.containerGroupIds().isEmpty()
                ? List.of(List.of())
                : Pages.portions(selection.containerGroupIds());
        List<T> items = new ArrayList<>();
        for (List<String> portion : portions) {
            items.addAll(Pages.all(action, id, token -> calls.call(
                            action,
                            () -> request(action, selection, portion, source, token),
                            fields -> new Pages.Page<>(
                                    fields.requiredList("Data", reader), fields.optionalText("NextToken")),
                            deadline)
                    .orThrow(action)));
        }
        return List.copyOf(items);
    }

    private static ActionRequest request(
            String action,
            GroupSelection selection,
            List<String> ids,
            @Nullable EventSource source,
            @Nullable String token) {
        ActionRequest request = new ActionRequest(action);
        ParameterWriter to = request.parameters();
        FilterParameters.selection(to, selection, ids);
        to.ifPresent(source, (it, who) -> it.put("EventSource", who.word()))
                .put("Limit", LIMIT)
                .put("NextToken", token);
        return request;
    }
}
