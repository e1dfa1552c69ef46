package io.vnode.emulator.fault;

import java.util.List;

/** What faults do to the cloud itself rather than to a call. */
public interface CloudFaults {

    /** A cloud that faults cannot reach. */
    CloudFaults NONE = new CloudFaults() {
        @Override
        public boolean vanish(String containerGroupId) {
            return false;
        }

        @Override
        public List<String> outsideZone(List<String> vSwitchIds, String zoneId) {
            return vSwitchIds;
        }
    };

    /** A container group is gone at once, without a trace; false when there is none with this id. */
    boolean vanish(String containerGroupId);

    /** Those vSwitches that are not in the zone; an empty id stands for the vSwitch that is taken when none is named. */
    List<String> outsideZone(List<String> vSwitchIds, String zoneId);
}
