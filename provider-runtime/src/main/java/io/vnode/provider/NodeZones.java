package io.vnode.provider;

import io.vnode.eci.EciException;
import io.vnode.eci.vpc.VSwitch;
import io.vnode.eci.vpc.VpcClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out in which zones the vSwitches are, if the access key may ask: the addon's own policy does not allow it. */
final class NodeZones implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeZones.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int TRIES = 10;

    private final VpcClient vpc;
    private final Thread search;

    private NodeZones(VpcClient vpc, List<String> vSwitchIds, Consumer<Set<String>> found) {
        this.vpc = vpc;
        this.search = Thread.ofVirtual().name("node-zones").unstarted(() -> search(vSwitchIds, found));
    }

    static NodeZones find(VpcClient vpc, List<String> vSwitchIds, Consumer<Set<String>> found) {
        NodeZones zones = new NodeZones(vpc, vSwitchIds, found);
        zones.search.start();
        return zones;
    }

    private void search(List<String> vSwitchIds, Consumer<Set<String>> found) {
        try {
            for (int number = 1; number <= TRIES; number++) {
                try {
                    tell(vSwitchIds, found);
                    return;
                } catch (EciException e) {
                    LOGGER.atInfo()
                            .addKeyValue("errorCode", e.code())
                            .log("the zones of the vSwitches are not known, the node goes without their label");
                    if (!e.kind().passing()) {
                        return;
                    }
                }
                Thread.sleep(TRY_AGAIN_AFTER);
            }
        } catch (InterruptedException _) {
            LOGGER.atTrace().log("search for zones stopped");
        }
    }

    /** Only all of them together are worth telling: one zone of two would be wrong for half of the pods. */
    private void tell(List<String> vSwitchIds, Consumer<Set<String>> found) {
        List<VSwitch> vSwitches = vSwitchIds.stream()
                .map(vpc::describeVSwitch)
                .filter(Objects::nonNull)
                .toList();
        if (vSwitches.size() == vSwitchIds.size()) {
            found.accept(vSwitches.stream().map(VSwitch::zoneId).collect(Collectors.toSet()));
        }
    }

    @Override
    public void close() {
        search.interrupt();
        vpc.close();
    }
}
