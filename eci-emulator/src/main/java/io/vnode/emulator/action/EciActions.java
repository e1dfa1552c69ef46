package io.vnode.emulator.action;

import io.vnode.emulator.exec.ExecSessions;
import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.ActionCatalogue;
import java.time.Clock;
import java.util.List;

/** The actions of the product {@code Eci}. */
public final class EciActions {

    /** The API's version. */
    public static final String VERSION = "2018-08-08";

    private EciActions() {}

    /** All actions that the emulator carries out; the clock is that of the container groups. */
    public static ActionCatalogue of(
            Region region, ContainerGroups groups, ExecSessions execs, ImageCaches caches, Clock clock) {
        GroupCreation creation = new GroupCreation(region, groups, caches, clock);
        UpdateContainerGroup update = new UpdateContainerGroup(region, groups);
        return ActionCatalogue.of(
                VERSION,
                List.of(
                        new CreateContainerGroup(creation),
                        new DeleteContainerGroup(region, groups),
                        new DescribeContainerGroups(region, groups),
                        new DescribeContainerLog(region, groups, clock),
                        new DescribeRegions(region, groups),
                        new RestartContainerGroup(region, groups),
                        update,
                        new DescribeContainerGroupStatus(region, groups),
                        new DescribeContainerGroupEvents(region, groups),
                        new DescribeAvailableResource(region, groups),
                        new DescribeContainerGroupPrice(region, groups),
                        new ListUsage(region, groups, caches),
                        new ExecContainerCommand(region, groups, execs, clock),
                        new DescribeContainerGroupMetric(region, groups, clock),
                        new DescribeMultiContainerGroupMetric(region, groups, clock),
                        new CreateImageCache(region, caches, creation),
                        new DescribeImageCaches(region, caches, clock),
                        new DeleteImageCache(region, caches),
                        new CreateContainerGroupFromTemplate(creation),
                        new UpdateContainerGroupByTemplate(groups, update),
                        new ExportContainerGroupTemplate(region, groups)));
    }
}
