package io.vnode.provider.kubelet;

import io.vnode.addon.PodKey;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.ContainerState;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /containerLogs/NAMESPACE/POD/CONTAINER}: what {@code kubectl logs} asks of a kubelet. */
public final class ContainerLogs implements HttpHandler {

    /** Where this handler belongs. */
    public static final String PATH = "/containerLogs/";

    private static final String TEXT = "text/plain; charset=utf-8";

    private final EciClient eci;
    private final ContainerGroups groups;
    private final PodLister pods;

    /**
     * @param eci where the logs are
     * @param groups the container groups of this node
     * @param pods the pods of this node
     */
    public ContainerLogs(EciClient eci, ContainerGroups groups, PodLister pods) {
        this.eci = eci;
        this.groups = groups;
        this.pods = pods;
    }

    @Override
    public HttpReply handle(HttpRequest request) {
        List<String> parts = List.of(request.path().substring(PATH.length()).split("/", -1));
        if (parts.size() != 3) {
            return HttpReply.text(404, "the path is not %sNAMESPACE/POD/CONTAINER".formatted(PATH));
        }
        PodKey pod = pods.find(parts.get(0), parts.get(1));
        if (pod == null) {
            return HttpReply.text(404, "pod %s/%s is not on this node".formatted(parts.get(0), parts.get(1)));
        }
        try {
            return logsOf(pod, parts.get(2), LogOptions.of(request));
        } catch (IllegalArgumentException e) {
            return HttpReply.text(400, Objects.requireNonNullElse(e.getMessage(), "bad request"));
        } catch (EciException e) {
            int status = e.kind() == EciException.Kind.NOT_FOUND ? 404 : 503;
            return HttpReply.text(status, "ECI answered %s: %s".formatted(e.code(), e.detail()));
        }
    }

    private HttpReply logsOf(PodKey pod, String container, LogOptions options) {
        return switch (sighting(pod)) {
            case Sighting.Unknown(String why) -> HttpReply.text(503, "ECI cannot be asked: " + why);
            case Sighting.Absent() ->
                HttpReply.text(404, "pod %s has no container group".formatted(pod.qualifiedName()));
            case Sighting.Present(ContainerGroup group) -> {
                Container found = find(group, container);
                if (found == null) {
                    yield HttpReply.text(
                            404, "container %s is not in pod %s".formatted(container, pod.qualifiedName()));
                }
                yield logsOf(pod, group, found, options);
            }
        };
    }

    private HttpReply logsOf(PodKey pod, ContainerGroup group, Container container, LogOptions options) {
        boolean neverRan = container.currentState() instanceof ContainerState.Waiting && container.restartCount() == 0;
        if (neverRan) {
            return HttpReply.text(400, "container %s is waiting to start".formatted(container.name()));
        }
        if (options.follow()) {
            return new HttpReply.Streamed(
                    200,
                    TEXT,
                    new LogFollower(eci, group.id(), container.name(), options, () -> hasEnded(pod, container.name())));
        }
        String content = options.nothingOfThePast() ? "" : read(group.id(), container.name(), options);
        return new HttpReply.Whole(200, TEXT, content.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String groupId, String container, LogOptions options) {
        Long limit = options.limitBytes();
        return eci.describeContainerLog(new ContainerLogRequest(
                        groupId,
                        container,
                        tail(options),
                        options.sinceTime(),
                        options.sinceSeconds(),
                        limit == null ? null : Math.min(limit, ContainerLogRequest.MAX_LIMIT_BYTES),
                        options.timestamps(),
                        options.previous()))
                .content();
    }

    /** Whoever names no number wants all there is, of which ECI gives this much. */
    static int tail(LogOptions options) {
        Integer lines = options.tailLines();
        return lines == null ? ContainerLogRequest.MAX_TAIL : Math.min(lines, ContainerLogRequest.MAX_TAIL);
    }

    /** Whether nothing more is to come. What is unknown may go on. */
    private boolean hasEnded(PodKey pod, String container) {
        return switch (sighting(pod)) {
            case Sighting.Unknown _ -> false;
            case Sighting.Absent() -> true;
            case Sighting.Present(ContainerGroup group) -> {
                Container found = find(group, container);
                boolean over = found == null || found.currentState() instanceof ContainerState.Terminated;
                yield over || group.status().ended();
            }
        };
    }

    private Sighting sighting(PodKey pod) {
        return groups.find(pod, pods.recordedGroupId(pod));
    }

    private static @Nullable Container find(ContainerGroup group, String name) {
        return Stream.concat(group.containers().stream(), group.initContainers().stream())
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
