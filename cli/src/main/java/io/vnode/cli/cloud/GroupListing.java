package io.vnode.cli.cloud;

import io.vnode.eci.model.ContainerGroup;
import java.util.List;

/** What ECI says about the container groups of a cluster. */
public sealed interface GroupListing {

    /** These, and no others: the identity that asked has been seen to be able to list. */
    record Known(List<ContainerGroup> groups) implements GroupListing {

        public Known {
            groups = List.copyOf(groups);
        }
    }

    /** None, but nothing shows that the identity that asked may list: ECI answers both alike. */
    record UnprovenEmpty() implements GroupListing {}

    /** ECI could not be asked. */
    record Unknown(String why) implements GroupListing {}
}
