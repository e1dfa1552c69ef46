package io.vnode.emulator.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults still to come. Rules are used in the order in which they were laid down; one call meets one fault at most.
 * Safe for use by many threads.
 */
public final class FaultPlan {

    /** Stands for every action. */
    public static final String ANY_ACTION = "*";

    private final List<Rule> rules = new ArrayList<>();

    /** The next {@code calls} calls of the action (or of {@link #ANY_ACTION}) meet this fault. */
    public synchronized void next(int calls, String action, Fault fault) {
        if (calls < 1) {
            throw new IllegalArgumentException("a fault must meet at least one call, not " + calls);
        }
        rules.add(new Rule(action, fault, calls));
    }

    /** The fault that this call meets, used up by asking; null for none. */
    public synchronized @Nullable Fault take(String action) {
        for (Iterator<Rule> each = rules.iterator(); each.hasNext(); ) {
            Rule rule = each.next();
            if (rule.covers(action)) {
                if (--rule.remaining == 0) {
                    each.remove();
                }
                return rule.fault;
            }
        }
        return null;
    }

    /** Forgets what has not happened yet. */
    public synchronized void clear() {
        rules.clear();
    }

    private static final class Rule {

        private final String action;
        private final Fault fault;
        private int remaining;

        Rule(String action, Fault fault, int remaining) {
            this.action = action;
            this.fault = fault;
            this.remaining = remaining;
        }

        boolean covers(String called) {
            return action.equals(ANY_ACTION) || action.equals(called);
        }
    }
}
