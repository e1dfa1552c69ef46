package io.vnode.cli.cloud;

import org.jspecify.annotations.Nullable;

/** Asks a person. */
public interface Prompt {

    /** Nobody is there to be asked. */
    Prompt NOBODY = new Prompt() {
        @Override
        public @Nullable String ask(String question) {
            return null;
        }

        @Override
        public @Nullable String askHidden(String question) {
            return null;
        }
    };

    /** The answer to a question; null when nobody can be asked. */
    @Nullable
    String ask(String question);

    /** The answer to a question, not shown while it is typed; null when nobody can be asked. */
    @Nullable
    String askHidden(String question);
}
