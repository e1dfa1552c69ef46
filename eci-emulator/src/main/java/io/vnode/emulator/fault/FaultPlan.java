package io.vnode.emulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The faults still to come. Rules are used in the order in which they were laid down; one call meets one fault at most.
 * Safe for use by many threads.
 */
public final class FaultPlan {

    /** Stands for every action. */
    public static final String ANY_ACTION = FaultRule.ANY_ACTION;

    private final List<Running> rules = new ArrayList<>();
    private volatile boolean empty = true;
    private int lastId;

    /** The next {@code calls} calls of the action (or of {@link #ANY_ACTION}) meet this fault. */
    public void next(int calls, String action, Fault fault) {
        add(FaultRule.next(calls, action, fault));
    }

    /** Lays down a rule and gives its id. */
    public synchronized int add(FaultRule rule) {
        rules.add(new Running(++lastId, rule));
        empty = false;
        return lastId;
    }

    /** The fault that this call meets, used up by asking; null for none. */
    public @Nullable Fault take(String product, String action) {
        return empty ? null : takeFrom(product, action);
    }

    private synchronized @Nullable Fault takeFrom(String product, String action) {
        Running hit = null;
        for (Running each : rules) {
            if (each.rule.covers(product, action) && each.sees(hit == null)) {
                hit = each;
            }
        }
        if (hit == null) {
            return null;
        }
        if (hit.finished()) {
            rules.remove(hit);
            empty = rules.isEmpty();
        }
        return hit.rule.fault();
    }

    /** The rules that can still be met, in their order. */
    public synchronized List<PlannedFault> planned() {
        return rules.stream()
                .map(each -> new PlannedFault(each.id, each.rule, each.seen, each.met))
                .toList();
    }

    /** Takes a rule away; false when there is none with this id (any more). */
    public synchronized boolean remove(int id) {
        boolean removed = rules.removeIf(each -> each.id == id);
        empty = rules.isEmpty();
        return removed;
    }

    /** Forgets what has not happened yet. */
    public synchronized void clear() {
        rules.clear();
        empty = true;
    }

    /** A rule with what it has seen so far. */
    private static final class Running {

        private final int id;
        private final FaultRule rule;
        private final Random random;
        private int seen;
        private int met;

        Running(int id, FaultRule rule) {
            this.id = id;
            this.rule = rule;
            this.random = new Random(rule.seed());
        }

        /** Counts a call, and says whether it meets the fault; only if no other rule was first. */
        boolean sees(boolean first) {
            seen++;
            if (!first || seen < rule.from() || (rule.share() < 1 && random.nextDouble() >= rule.share())) {
                return false;
            }
            met++;
            return true;
        }

        boolean finished() {
            Integer calls = rule.calls();
            return calls != null && met >= calls;
        }
    }
}
