package io.vnode.emulator.wire;

/** Decides what callers may do once it is known who they are. */
public interface Guard {

    /** Lets everybody do everything. */
    Guard NONE = new Guard() {
        @Override
        public void admit(Caller caller, String product, Action action) {
            // as often as they like
        }

        @Override
        public Verdict judge(String product, Action action, ActionCall call) {
            return Verdict.ALLOWED;
        }
    };

    /**
     * Counts a call.
     *
     * @throws ApiException when there were too many
     */
    void admit(Caller caller, String product, Action action);

    /**
     * Looks at what the call wants to do.
     *
     * @throws ApiException when it may not
     */
    Verdict judge(String product, Action action, ActionCall call);

    /** What becomes of a call that is not refused. */
    enum Verdict {
        /** It is carried out. */
        ALLOWED,
        /** It is answered with an empty list, as the service does for identities that may not list. */
        LISTS_NOTHING
    }
}
