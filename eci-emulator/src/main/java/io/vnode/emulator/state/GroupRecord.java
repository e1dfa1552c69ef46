package io.vnode.emulator.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written down about container groups, enough to have them again after the emulator was killed. */
sealed interface GroupRecord {

    /** A group was accepted. The record is complete before anybody learns the id. */
    record Created(
            long number,
            String id,
            GroupSpec spec,
            String vSwitchId,
            String address,
            String networkInterfaceId,
            Instant time,
            @Nullable ClientToken token)
            implements GroupRecord {}

    /** Somebody asked to delete a group. */
    record Deleted(String id, Instant asked, Instant gone) implements GroupRecord {}

    /** A client token whose group may be gone. */
    record TokenUsed(ClientToken token, String containerGroupId, Instant time) implements GroupRecord {}

    /** How many groups there have been, so that no position in a listing comes up again. */
    record Counted(long number) implements GroupRecord {}
}
