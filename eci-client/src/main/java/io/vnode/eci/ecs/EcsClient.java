package io.vnode.eci.ecs;

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

/** What vnode asks of ECS. Every method throws {@link EciException} when there is no good answer. */
public final class EcsClient implements AutoCloseable {

    private static final Listing<SecurityGroup> SECURITY_GROUPS = new Listing<>(
            "DescribeSecurityGroups",
            "SecurityGroups",
            "SecurityGroup",
            "TotalCount",
            50,
            SecurityGroup::read,
            SecurityGroup::id);

    private final ProductCalls calls;

    private EcsClient(ProductCalls calls) {
        this.calls = calls;
    }

    /** A client; nothing is sent yet. */
    public static EcsClient create(EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new EcsClient(ProductCalls.open(Product.ECS, endpoint, credentials, options));
    }

    /** Lists all security groups of a VPC. */
    public List<SecurityGroup> describeSecurityGroups(String vpcId) {
        return calls.list(SECURITY_GROUPS, Map.of("VpcId", vpcId));
    }

    /** Describes one security group; null when this identity sees none with that id in the region. */
    public @Nullable SecurityGroup describeSecurityGroup(String securityGroupId) {
        return calls.list(SECURITY_GROUPS, Map.of("SecurityGroupId", securityGroupId)).stream()
                .filter(group -> group.id().equals(securityGroupId))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        calls.close();
    }
}
