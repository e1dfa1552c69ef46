package io.vnode.emulator.vpc;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.ActionCatalogue;
import java.util.List;

/** The actions of the product {@code Vpc}. */
public final class VpcActions {

    /** The API's version. */
    public static final String VERSION = "2016-04-28";

    private VpcActions() {}

    /** All actions that the emulator carries out. */
    public static ActionCatalogue of(Region region, ContainerGroups groups) {
        return ActionCatalogue.of(VERSION, List.of(new DescribeVSwitches(region, groups)));
    }
}
