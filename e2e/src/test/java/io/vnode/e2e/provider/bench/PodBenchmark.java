package io.vnode.e2e.provider.bench;

import io.vnode.e2e.provider.Cluster;
import io.vnode.e2e.provider.ProviderStand;
import io.vnode.emulator.rates.RateLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long a virtual node takes for many pods, and what it costs, against a real API server and an emulated ECI that does
 * everything at once. Run by {@code e2e/bench/pods.sh}; each figure is the median of the rounds.
 */
final class PodBenchmark {

    private static final int LAST_WORDS = 40;

    private PodBenchmark() {}

    /** Arguments: how many pods, how many rounds, {@code --published}, {@code --steady=SECONDS}. */
    public static void main(String[] arguments) throws Exception {
        BenchmarkOptions options = BenchmarkOptions.of(arguments);
        List<Map<String, Double>> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            System.err.printf("round %d of %d%n", round, options.rounds());
            rounds.add(round(options));
        }
        print(options, rounds);
    }

    /** Each round has an API server of its own, so that none finds what another one left. */
    private static Map<String, Double> round(BenchmarkOptions options) throws Exception {
        RateLimits limits = options.published() ? RateLimits.OF_2021 : RateLimits.NONE;
        try (Cluster cluster = Cluster.start();
                ProviderStand stand = ProviderStand.in(cluster, limits)) {
            try {
                return new BenchmarkRound(stand, options).run();
            } catch (RuntimeException e) {
                List<String> log = stand.providerLog().lines().toList();
                log.subList(Math.max(0, log.size() - LAST_WORDS), log.size()).forEach(System.err::println);
                throw e;
            }
        }
    }

    private static void print(BenchmarkOptions options, List<Map<String, Double>> rounds) {
        System.out.printf(
                "%n%d pods, %s, %d rounds%n",
                options.pods(), options.published() ? "published rate limits" : "no rate limits", rounds.size());
        System.out.printf("%-58s %10s %10s %10s%n", "", "median", "least", "most");
        Map<String, List<Double>> figures = new LinkedHashMap<>();
        rounds.forEach(round -> round.forEach((figure, value) ->
                figures.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value)));
        figures.forEach((figure, values) -> System.out.printf(
                "%-58s %10.2f %10.2f %10.2f%n",
                figure,
                Spread.median(values),
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow()));
    }
}
