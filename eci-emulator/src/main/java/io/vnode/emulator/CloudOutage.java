package io.vnode.emulator;

import io.vnode.emulator.fault.CloudFaults;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import java.util.List;

/** Lets faults reach into the cloud. */
record CloudOutage(Region region, ContainerGroups groups) implements CloudFaults {

    @Override
    public boolean vanish(String containerGroupId) {
        return groups.vanish(containerGroupId);
    }

    @Override
    public List<String> outsideZone(List<String> vSwitchIds, String zoneId) {
        return vSwitchIds.stream()
                .map(id -> id.isEmpty() ? region.vSwitches().getFirst().id() : id)
                .filter(id -> {
                    VSwitch vSwitch = region.vSwitch(id);
                    return vSwitch == null || !vSwitch.zoneId().equals(zoneId); // an unknown one is refused later
                })
                .toList();
    }
}
