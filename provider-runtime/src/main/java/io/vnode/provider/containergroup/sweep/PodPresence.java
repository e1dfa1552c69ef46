package io.vnode.provider.containergroup.sweep;

import org.jspecify.annotations.Nullable;

/** Whether there is a pod of a certain UID. */
public sealed interface PodPresence {

    /**
     * There is.
     *
     * @param recordedGroupId the container group that it is recorded to have; null if none is
     */
    record Present(@Nullable String recordedGroupId) implements PodPresence {}

    /** There is none: the API server itself said so. */
    record Absent() implements PodPresence {}

    /** Nobody knows. */
    record Unknown(String why) implements PodPresence {}
}
