package io.vnode.eci;

import io.vnode.eci.model.ContainerGroup;

/** What is known of a container group. */
public sealed interface Sighting {

    /** ECI lists the group. */
    record Present(ContainerGroup group) implements Sighting {}

    /** There is no group, and that is certain. */
    record Absent() implements Sighting {}

    /** ECI cannot be asked, or its answer is not to be believed; nothing may be concluded. */
    record Unknown(String why) implements Sighting {}
}
