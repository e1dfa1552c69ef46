package io.vnode.cli.progress;

/** Receives what long work has to say. Steps do not overlap. */
public interface Progress {

    /** Says nothing to nobody. */
    Progress SILENT = new Progress() {
        @Override
        public void begin(String step) {}

        @Override
        public void waiting(String state) {}

        @Override
        public void end(String outcome) {}

        @Override
        public void note(String line) {}
    };

    /** A step starts; said before its first effect. */
    void begin(String step);

    /** What the current step is waiting for; called as often as you like, shown when it changes. */
    void waiting(String state);

    /** The current step is done. */
    void end(String outcome);

    /** Something worth a line of its own. */
    void note(String line);
}
