package io.vnode.emulator.ecs;

import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.ActionCatalogue;
import java.util.List;

/** The actions of the product {@code Ecs}. */
public final class EcsActions {

    /** The API's version. */
    public static final String VERSION = "2014-05-26";

    private EcsActions() {}

    /** All actions that the emulator carries out. */
    public static ActionCatalogue of(Region region) {
        return ActionCatalogue.of(VERSION, List.of(new DescribeSecurityGroups(region)));
    }
}
