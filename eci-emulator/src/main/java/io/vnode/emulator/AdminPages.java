package io.vnode.emulator;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.GroupSnapshot;
import java.util.List;
import java.util.Map;

/** What people and tests read past the API. */
final class AdminPages {

    private AdminPages() {}

    static List<ContainerGroupLine> containerGroups(ContainerGroups groups) {
        return groups.all().stream().map(AdminPages::line).toList();
    }

    private static ContainerGroupLine line(GroupSnapshot group) {
        return new ContainerGroupLine(
                group.id(),
                group.spec().name(),
                group.status().wireName(),
                group.created().toString(),
                group.spec().tags(),
                group.placement().vSwitch().id(),
                group.placement().vSwitch().zoneId(),
                group.placement().address(),
                group.spec().size().cpu(),
                group.spec().size().memory(),
                group.containers().stream()
                        .map(ContainerSnapshot::spec)
                        .map(container -> Map.of("name", container.name(), "image", container.image()))
                        .toList());
    }

    /** One container group in the listing. */
    record ContainerGroupLine(
            String id,
            String name,
            String status,
            String createdAt,
            Map<String, String> tags,
            String vSwitchId,
            String zoneId,
            String ip,
            double cpu,
            double memory,
            List<Map<String, String>> containers) {}
}
