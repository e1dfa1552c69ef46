package io.vnode.cli.plan;

import java.util.List;

/** What applying an object would do. */
public sealed interface Change {

    /** It is not there yet. */
    record Create() implements Change {}

    /** It is there and differs. */
    record Update(List<FieldChange> fields) implements Change {

        public Update {
            fields = List.copyOf(fields);
        }
    }

    /** It is there as it should be. */
    record None() implements Change {}
}
