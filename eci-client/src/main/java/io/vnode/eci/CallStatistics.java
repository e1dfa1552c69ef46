package io.vnode.eci;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a client does, per action, since it was made. Safe for use by many threads. */
public final class CallStatistics implements CallObserver {

    private final Map<String, Tally> tallies = new HashMap<>();

    @Override
    public synchronized void ended(Attempt attempt) {
        tallies.computeIfAbsent(attempt.action(), _ -> new Tally()).add(attempt);
    }

    /** The figures of one action; all zero when it was never called. */
    public synchronized ActionStatistics of(String action) {
        return tallies.getOrDefault(action, new Tally()).statistics();
    }

    /** The figures of each action that was called, by its name. */
    public synchronized Map<String, ActionStatistics> perAction() {
        Map<String, ActionStatistics> statistics = new TreeMap<>();
        tallies.forEach((action, tally) -> statistics.put(action, tally.statistics()));
        return statistics;
    }

    /**
     * What is known of one action.
     *
     * @param calls attempts, good or not
     * @param errors attempts that failed, by code
     * @param latency of all attempts together; divided by {@code calls} it is the mean
     * @param longestLatency of one attempt
     * @param throttled how long attempts were held back, all together
     */
    public record ActionStatistics(
            long calls, Map<String, Long> errors, Duration latency, Duration longestLatency, Duration throttled) {

        public ActionStatistics {
            errors = Map.copyOf(errors);
        }
    }

    private static final class Tally {

        private final Map<String, Long> errors = new HashMap<>();
        private long calls;
        private Duration latency = Duration.ZERO;
        private Duration longest = Duration.ZERO;
        private Duration throttled = Duration.ZERO;

        void add(Attempt attempt) {
            calls++;
            latency = latency.plus(attempt.latency());
            throttled = throttled.plus(attempt.throttled());
            longest = attempt.latency().compareTo(longest) > 0 ? attempt.latency() : longest;
            if (!attempt.code().equals(GOOD)) {
                errors.merge(attempt.code(), 1L, Long::sum);
            }
        }

        ActionStatistics statistics() {
            return new ActionStatistics(calls, errors, latency, longest, throttled);
        }
    }
}
