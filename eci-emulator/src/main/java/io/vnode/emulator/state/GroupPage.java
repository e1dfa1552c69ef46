package io.vnode.emulator.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a listing.
 *
 * @param groups in the order of their creation
 * @param total how many groups match, on all pages together
 * @param next the position to go on behind; null when this is the last page
 */
public record GroupPage(
        List<GroupSnapshot> groups, int total, @Nullable Long next) {

    /** Copies the list. */
    public GroupPage {
        groups = List.copyOf(groups);
    }
}
