package io.vnode.emulator.access;

import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * How a condition compares.
 *
 * @param test whether an actual value fits a wanted one
 * @param negated whether the condition holds when nothing fits
 */
record Operator(BiPredicate<String, String> test, boolean negated) {

    private static final Map<String, Operator> ALL = new TreeMap<>();

    static {
        both("StringEquals", "StringNotEquals", String::equals);
        both("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", String::equalsIgnoreCase);
        both("StringLike", "StringNotLike", (actual, wanted) -> Wildcard.matches(wanted, actual));
        both("DateEquals", "DateNotEquals", (actual, wanted) -> time(actual).equals(time(wanted)));
        both("IpAddress", "NotIpAddress", Operator::inNetwork);
        one("Bool", String::equalsIgnoreCase);
        one("DateLessThan", (actual, wanted) -> time(actual).isBefore(time(wanted)));
        one("DateLessThanEquals", (actual, wanted) -> !time(actual).isAfter(time(wanted)));
        one("DateGreaterThan", (actual, wanted) -> time(actual).isAfter(time(wanted)));
        one("DateGreaterThanEquals", (actual, wanted) -> !time(actual).isBefore(time(wanted)));
    }

    private static void both(String name, String opposite, BiPredicate<String, String> test) {
        one(name, test);
        ALL.put(opposite, new Operator(test, true));
    }

    private static void one(String name, BiPredicate<String, String> test) {
        ALL.put(name, new Operator(test, false));
    }

    static Operator named(String name) {
        Operator operator = ALL.get(name);
        if (operator == null) {
            throw new InvalidPolicyException("the condition operator %s is none that this emulator knows; these are: %s"
                    .formatted(name, String.join(", ", ALL.keySet())));
        }
        return operator;
    }

    /** Refuses a wanted value that this operator can compare with nothing. */
    void check(String name, String wanted) {
        if (name.startsWith("Date")) {
            time(wanted);
        } else if (name.endsWith("IpAddress")) {
            inNetwork("127.0.0.1", wanted);
        }
    }

    boolean holds(List<String> actual, List<String> wanted) {
        boolean any = actual.stream().anyMatch(value -> wanted.stream().anyMatch(each -> test.test(value, each)));
        return any != negated;
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new InvalidPolicyException("'%s' is no time such as 2024-01-02T03:04:05Z".formatted(text));
        }
    }

    private static boolean inNetwork(String address, String network) {
        int slash = network.indexOf('/');
        try {
            byte[] actual = InetAddress.ofLiteral(address).getAddress();
            byte[] wanted = InetAddress.ofLiteral(slash < 0 ? network : network.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? wanted.length * 8 : Integer.parseInt(network.substring(slash + 1));
            if (bits < 0 || bits > wanted.length * 8) {
                throw new InvalidPolicyException("'%s' is no network such as 10.0.0.0/8".formatted(network));
            }
            return actual.length == wanted.length && Arrays.equals(masked(actual, bits), masked(wanted, bits));
        } catch (IllegalArgumentException _) {
            throw new InvalidPolicyException("'%s' is no network such as 10.0.0.0/8".formatted(network));
        }
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            masked[i] &= (byte) (0xFF << (8 - kept));
        }
        return masked;
    }
}
