package io.vnode.emulator.state;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is written down about container groups, enough to have them again after the emulator was killed. */
sealed interface GroupRecord {

    /** A group was accepted. The record is complete before anybody learns the id. */
    record Created(
            long number,
            String id,
            GroupSpec spec,
            String vSwitchId,
            String zoneId,
            String address,
            boolean noStock,
            Instant time,
            @Nullable ClientToken token)
            implements GroupRecord {}

    /** Something was done to a group. */
    record Changed(String id, Change change, @Nullable ClientToken token) implements GroupRecord {}

    /** Somebody asked to delete a group. */
    record Deleted(String id, Instant asked, Instant gone) implements GroupRecord {}

    /** A group vanished without a trace. */
    record Vanished(String id) implements GroupRecord {}

    /** A client token whose group may be gone. */
    record TokenUsed(ClientToken token, String containerGroupId, Instant time) implements GroupRecord {}

    /** How many groups there have been, so that no position in a listing comes up again. */
    record Counted(long number) implements GroupRecord {}

    /** The records that make a group again as it is. */
    static Stream<GroupRecord> of(ContainerGroup group) {
        Placement placement = group.placement();
        GroupRecord created = new Created(
                group.number(),
                group.id(),
                group.firstSpec(),
                placement.vSwitch().id(),
                placement.vSwitch().zoneId(),
                placement.address(),
                group.noStock(),
                group.created(),
                null);
        ContainerGroup.Deletion deletion = group.deletion();
        return Stream.of(
                        Stream.of(created),
                        group.changes().stream().map(change -> new Changed(group.id(), change, null)),
                        deletion == null
                                ? Stream.<GroupRecord>empty()
                                : Stream.of(new Deleted(group.id(), deletion.asked(), deletion.gone())))
                .flatMap(each -> each);
    }
}
