package io.vnode.provider.containergroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.Event;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GroupBookTest {

    private static final PodKey POD = new PodKey("shop", "web", "uid-1");
    private static final Event NO_STOCK = new Event("Warning", "n", "NoStock", "none left", 1, null, null);

    private final GroupBook book = new GroupBook("c1", "node-0");

    @Test
    void keepsTheEventsOfACloseLookWhenAListingTellsNone() {
        book.note(group(List.of(NO_STOCK)), 1);

        PodKey changed = book.note(group(List.of()), 2);

        assertThat(changed).isNull();
        assertThat(Objects.requireNonNull(book.groupOf(POD, "eci-1")).events()).containsExactly(NO_STOCK);
    }

    @Test
    void takesNewEventsAsNews() {
        book.note(group(List.of()), 1);

        assertThat(book.note(group(List.of(NO_STOCK)), 2)).isEqualTo(POD);
    }

    private static ContainerGroup group(List<Event> events) {
        return ContainerGroup.builder("eci-1", "shop-web", ContainerGroupStatus.SCHEDULING)
                .tags(new ContainerGroupTags("c1", "node-0", POD).toMap())
                .events(events)
                .build();
    }
}
