package io.vnode.eci;

import io.vnode.eci.model.ContainerGroup;
import java.util.List;

/** What a complete listing says, and whether it can be believed. */
public sealed interface ListingOutcome {

    /** These, and no others. */
    record Complete(List<ContainerGroup> groups) implements ListingOutcome {

        public Complete {
            groups = List.copyOf(groups);
        }
    }

    /** None, but nothing shows that the identity that asked may list: ECI answers both alike. */
    record UnprovenEmpty() implements ListingOutcome {}
}
