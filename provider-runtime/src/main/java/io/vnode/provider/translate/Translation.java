package io.vnode.provider.translate;

import java.util.List;

/** What came of saying a pod in the words of ECI. */
public sealed interface Translation {

    /**
     * It is clear what to ask ECI for.
     *
     * @param notes what its owner should know, each an event
     */
    record Ready(CreationPlan plan, List<Note> notes) implements Translation {

        public Ready {
            notes = List.copyOf(notes);
        }
    }

    /** Something that the pod refers to is missing; once it is there, the pod can start. */
    record Waiting(String message) implements Translation {}

    /** ECI cannot run the pod as it is written. */
    record Refused(String reason, String message) implements Translation {}
}
