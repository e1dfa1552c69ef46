package io.vnode.emulator.fault;

import org.jspecify.annotations.Nullable;

/**
 * Which calls meet a fault.
 *
 * @param action an action such as {@code CreateContainerGroup}, {@code *} for all, or with its product in front: {@code
 *     ram:GetUser}, {@code eci:*}
 * @param calls how many calls meet it at most; null for no end
 * @param from the first call that can meet it, counted from 1 since the rule was laid down
 * @param share how many of these calls meet it, from above 0 to 1
 * @param seed makes the choice of calls repeatable where the share is less than 1
 * @param fault what they meet
 */
public record FaultRule(String action, @Nullable Integer calls, int from, double share, long seed, Fault fault) {

    /** Stands for every action. */
    public static final String ANY_ACTION = "*";

    /** Refuses rules that no call could ever meet. */
    public FaultRule {
        if (calls != null && calls < 1) {
            throw new IllegalArgumentException("a fault must meet at least one call, not " + calls);
        }
        if (from < 1) {
            throw new IllegalArgumentException("calls are counted from 1, not from " + from);
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of calls is above 0 and at most 1, not " + share);
        }
    }

    /** The next so many calls. */
    public static FaultRule next(int calls, String action, Fault fault) {
        return new FaultRule(action, calls, 1, 1, 0, fault);
    }

    /** Every call, until the rule is taken away. */
    public static FaultRule always(String action, Fault fault) {
        return new FaultRule(action, null, 1, 1, 0, fault);
    }

    /** One call: the {@code call}-th from now. */
    public static FaultRule once(int call, String action, Fault fault) {
        return new FaultRule(action, 1, call, 1, 0, fault);
    }

    /** A share of the calls, chosen by a seeded random number. */
    public static FaultRule share(double share, long seed, String action, Fault fault) {
        return new FaultRule(action, null, 1, share, seed, fault);
    }

    boolean covers(String product, String called) {
        int colon = action.indexOf(':');
        String wanted = action.substring(colon + 1);
        return (colon < 0 || action.substring(0, colon).equals(product))
                && (wanted.equals(ANY_ACTION) || wanted.equals(called));
    }
}
