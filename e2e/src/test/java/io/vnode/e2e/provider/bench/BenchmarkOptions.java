package io.vnode.e2e.provider.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What to measure.
 *
 * @param pods how many
 * @param rounds how often
 * @param published with the rate limits that are published for ECI, on both sides; without any otherwise
 * @param steady how long to look at what a node costs that has nothing to do
 */
record BenchmarkOptions(int pods, int rounds, boolean published, Duration steady) {

    private static final int MOST_PODS = 10_000;

    BenchmarkOptions {
        if (pods < 1 || pods > MOST_PODS) {
            throw new IllegalArgumentException("PODS is %d; it must be from 1 to %d".formatted(pods, MOST_PODS));
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("ROUNDS is %d; it must be at least 1".formatted(rounds));
        }
    }

    static BenchmarkOptions of(String... arguments) {
        List<Integer> numbers = new ArrayList<>();
        boolean published = false;
        Duration steady = Duration.ofMinutes(1);
        for (String argument : arguments) {
            if ("--published".equals(argument)) {
                published = true;
            } else if (argument.startsWith("--steady=")) {
                steady = Duration.ofSeconds(Long.parseLong(argument.substring("--steady=".length())));
            } else {
                numbers.add(Integer.parseInt(argument));
            }
        }
        return new BenchmarkOptions(
                numbers.isEmpty() ? 500 : numbers.get(0), numbers.size() < 2 ? 1 : numbers.get(1), published, steady);
    }
}
