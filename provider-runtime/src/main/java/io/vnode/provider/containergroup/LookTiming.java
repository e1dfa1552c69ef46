package io.vnode.provider.containergroup;

import java.time.Duration;

/**
 * How often to look at container groups.
 *
 * @param soonest how long after a change that was asked for the first look at its effect comes
 * @param longestRestless the longest time between two looks at a group that is about to change, on a node of some hundred
 * @param shortestSteady the shortest time between two looks at a group that rests
 * @param callsPerSecond how many calls a second may be spent on groups that rest
 * @param listing the shortest time between two listings of all groups of the node
 * @param settling how long a group that nobody asked to delete must be missing before it counts as gone
 */
public record LookTiming(
        Duration soonest,
        Duration longestRestless,
        Duration shortestSteady,
        int callsPerSecond,
        Duration listing,
        Duration settling) {

    /**
     * Up to 200 resting groups are looked at every two seconds, 3,000 every thirty: with the listings, a fifth of the 2,000
     * calls a minute that ECI allows an account, at most.
     */
    public static final LookTiming DEFAULT = new LookTiming(
            Duration.ofMillis(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            5,
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    /** The time between two looks at a resting group, one of so many. */
    Duration steady(int groups) {
        return longer(shortestSteady, forAll(groups, callsPerSecond));
    }

    /** The time between two listings of so many groups; they take a fourth of the calls that looks take. */
    Duration listing(int groups) {
        return longer(listing, forAll(groups, callsPerSecond / 4.0));
    }

    private static Duration forAll(int groups, double callsPerSecond) {
        double calls = Math.ceil((double) groups / LookSchedule.PORTION);
        return Duration.ofMillis((long) (calls / callsPerSecond * 1_000));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
