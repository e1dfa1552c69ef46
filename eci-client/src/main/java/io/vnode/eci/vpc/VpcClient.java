package io.vnode.eci.vpc;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.Product;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.Listing;
import io.vnode.eci.sdk.ProductCalls;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What vnode asks of VPC. Every method throws {@link EciException} when there is no good answer. */
public final class VpcClient implements AutoCloseable {

    private static final Listing<VSwitch> VSWITCHES =
            new Listing<>("DescribeVSwitches", "VSwitches", "VSwitch", "TotalCount", 50, VSwitch::read, VSwitch::id);

    private final ProductCalls calls;

    private VpcClient(ProductCalls calls) {
        this.calls = calls;
    }

    /** A client; nothing is sent yet. */
    public static VpcClient create(EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new VpcClient(ProductCalls.open(Product.VPC, endpoint, credentials, options));
    }

    /** Lists all vSwitches of a VPC. */
    public List<VSwitch> describeVSwitches(String vpcId) {
        return calls.list(VSWITCHES, Map.of("VpcId", vpcId));
    }

    /** Describes one vSwitch; null when this identity sees none with that id in the region. */
    public @Nullable VSwitch describeVSwitch(String vSwitchId) {
        return calls.list(VSWITCHES, Map.of("VSwitchId", vSwitchId)).stream()
                .filter(vSwitch -> vSwitch.id().equals(vSwitchId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        calls.close();
    }
}
