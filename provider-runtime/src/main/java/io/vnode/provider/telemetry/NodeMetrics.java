package io.vnode.provider.telemetry;

import java.util.function.BooleanSupplier;

/** The node object, and who may act for it. */
public final class NodeMetrics {

    private volatile BooleanSupplier ready = () -> false;
    private volatile BooleanSupplier owned = () -> false;
    private volatile BooleanSupplier leading = () -> false;

    NodeMetrics(Meters meters) {
        meters.readGauge(
                "vnode_node_ready",
                "Whether the node says Ready.",
                reading -> reading.is(ready.getAsBoolean() ? 1 : 0));
        meters.readGauge(
                "vnode_node_ownership_held",
                "Whether this process is the one that may act for its node.",
                reading -> reading.is(owned.getAsBoolean() ? 1 : 0));
        meters.readGauge(
                "vnode_leader",
                "Whether this process does the duties that one provider does for the whole cluster.",
                reading -> reading.is(leading.getAsBoolean() ? 1 : 0));
    }

    /** Says where to ask whether the node says Ready. */
    public void readyWhen(BooleanSupplier nodeReady) {
        ready = nodeReady;
    }

    /** Says where to ask whether the node is ours. */
    public void ownedWhen(BooleanSupplier nodeOwned) {
        owned = nodeOwned;
    }

    /** Says where to ask whether this process leads. */
    public void leadingWhen(BooleanSupplier leader) {
        leading = leader;
    }
}
