package io.vnode.eci.contract;

import io.vnode.eci.EciOperations;
import io.vnode.eci.exec.ExecRequest;
import io.vnode.eci.model.ContainerGroupTemplate;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.UpdateContainerGroupRequest;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.model.cache.ImageCacheFilter;
import io.vnode.eci.model.market.PriceQuery;
import io.vnode.eci.model.market.ResourceQuery;
import io.vnode.eci.model.metric.MetricQuery;
import io.vnode.eci.model.status.GroupSelection;
import io.vnode.eci.sdk.Orders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One plain call of each action, to see what becomes of an error. */
enum ActionProbe {
    CREATE(
            "CreateContainerGroup",
            Family.CREATES,
            eci -> eci.createContainerGroup(Orders.plain("probe", "token").build())),
    CHECK(
            "CreateContainerGroup",
            "DryRun",
            Family.CREATES,
            eci -> eci.checkContainerGroup(Orders.plain("probe", "token").build())),
    DELETE("DeleteContainerGroup", Family.DELETES, eci -> eci.deleteContainerGroup(Probed.GROUP)),
    DESCRIBE("DescribeContainerGroups", Family.READS, eci -> eci.listContainerGroups(Map.of())),
    LOG(
            "DescribeContainerLog",
            Family.READS,
            eci -> eci.describeContainerLog(ContainerLogRequest.of(Probed.GROUP, "web"))),
    UPDATE(
            "UpdateContainerGroup",
            Family.CHANGES,
            eci -> eci.updateContainerGroup(UpdateContainerGroupRequest.builder(Probed.GROUP, "token")
                    .tags(Map.of("a", "b"))
                    .build())),
    UPDATE_BY_TEMPLATE(
            "UpdateContainerGroupByTemplate",
            Family.CHANGES,
            eci -> eci.updateContainerGroupByTemplate(Probed.TEMPLATE, "token")),
    CREATE_FROM_TEMPLATE(
            "CreateContainerGroupFromTemplate",
            Family.CREATES,
            eci -> eci.createContainerGroupFromTemplate(Probed.TEMPLATE, "token")),
    RESTART("RestartContainerGroup", Family.CHANGES, eci -> eci.restartContainerGroup(Probed.GROUP)),
    EXPORT("ExportContainerGroupTemplate", Family.READS, eci -> eci.exportContainerGroupTemplate(Probed.GROUP)),
    METRIC(
            "DescribeContainerGroupMetric",
            Family.READS,
            eci -> eci.describeContainerGroupMetric(MetricQuery.ofLastMinutes(Probed.GROUP))),
    MULTI_METRIC(
            "DescribeMultiContainerGroupMetric",
            Family.READS,
            eci -> eci.describeMultiContainerGroupMetric(List.of(Probed.GROUP))),
    EXEC("ExecContainerCommand", Family.COMMANDS, eci -> eci.execContainerCommand(Probed.COMMAND)),
    EXEC_AND_WAIT("ExecContainerCommand", "Sync", Family.COMMANDS, eci -> eci.runContainerCommand(Probed.COMMAND)),
    CREATE_IMAGE_CACHE(
            "CreateImageCache",
            Family.CREATES,
            eci -> eci.createImageCache(CreateImageCacheRequest.builder("probe", "token", List.of("nginx"))
                    .build())),
    DESCRIBE_IMAGE_CACHES(
            "DescribeImageCaches",
            Family.READS,
            eci -> eci.describeImageCaches(ImageCacheFilter.builder().build())),
    DELETE_IMAGE_CACHE("DeleteImageCache", Family.DELETES, eci -> eci.deleteImageCache("imc-1")),
    REGIONS("DescribeRegions", Family.READS, EciOperations::describeRegions),
    PRICE(
            "DescribeContainerGroupPrice",
            Family.READS,
            eci -> eci.describeContainerGroupPrice(PriceQuery.builder()
                    .cpu(BigDecimal.TWO)
                    .memory(new BigDecimal(4))
                    .build())),
    STATUS(
            "DescribeContainerGroupStatus",
            Family.READS,
            eci -> eci.describeContainerGroupStatus(GroupSelection.builder().build())),
    EVENTS(
            "DescribeContainerGroupEvents",
            Family.READS,
            eci -> eci.describeContainerGroupEvents(GroupSelection.builder().build(), null)),
    STOCK(
            "DescribeAvailableResource",
            Family.READS,
            eci -> eci.describeAvailableResource(ResourceQuery.builder(ResourceQuery.Category.INSTANCE_TYPE)
                    .value("ecs.c6.large")
                    .cores(2)
                    .memory(new BigDecimal(4))
                    .build())),
    USAGE("ListUsage", Family.READS, EciOperations::listUsage);

    /** How an action tells its caller of an error. */
    enum Family {
        READS,
        CREATES,
        CHANGES,
        DELETES,
        /** Like reading, but never repeated once it may have begun. */
        COMMANDS
    }

    private static final class Probed {

        static final String GROUP = "eci-probe";
        static final ContainerGroupTemplate TEMPLATE = new ContainerGroupTemplate("{}");
        static final ExecRequest COMMAND = new ExecRequest(GROUP, "web", List.of("ls"), false, false);
    }

    private final String action;
    private final String name;
    private final Family family;
    private final Function<EciOperations, Object> call;

    ActionProbe(String action, Family family, Function<EciOperations, Object> call) {
        this.action = action;
        this.name = action;
        this.family = family;
        this.call = call;
    }

    ActionProbe(String action, String variant, Family family, Function<EciOperations, Object> call) {
        this.action = action;
        this.name = action + "/" + variant;
        this.family = family;
        this.call = call;
    }

    /** By the name that the tables use. */
    static ActionProbe named(String name) {
        for (ActionProbe probe : values()) {
            if (probe.name.equals(name)) {
                return probe;
            }
        }
        throw new AssertionError("no probe for " + name);
    }

    String action() {
        return action;
    }

    Family family() {
        return family;
    }

    Object call(EciOperations eci) {
        return call.apply(eci);
    }

    @Override
    public String toString() {
        return name;
    }
}
