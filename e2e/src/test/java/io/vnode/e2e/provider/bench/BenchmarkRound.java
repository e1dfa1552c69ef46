package io.vnode.e2e.provider.bench;

import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.vnode.e2e.provider.AuditLog;
import io.vnode.e2e.provider.ProcessUsage;
import io.vnode.e2e.provider.Provider;
import io.vnode.e2e.provider.ProviderStand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** One round of the benchmark. Figures are in seconds where they do not say otherwise. */
final class BenchmarkRound {

    private static final int THREADS = 8;
    private static final int SINGLE_PODS = 7;
    private static final Duration SETTLE = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofSeconds(60);
    private static final double NANOS = 1e9;

    private final ProviderStand stand;
    private final BenchmarkOptions options;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    BenchmarkRound(ProviderStand stand, BenchmarkOptions options) {
        this.stand = stand;
        this.options = options;
    }

    Map<String, Double> run() throws IOException, InterruptedException, ExecutionException {
        long begun = System.nanoTime();
        Provider provider = stand.startProvider(Map.of(
                "ECI_RATE_LIMITS",
                options.published() ? "published" : "none",
                // As it is for users; the stand's tests sweep more often.
                "ECI_ORPHAN_GRACE",
                "300"));
        stand.await().until(stand::nodeReady);
        figures.put("provider: start to node Ready", (System.nanoTime() - begun) / NANOS);
        try (PodWatch watch = PodWatch.start(stand.cluster().apiServer(), stand.name())) {
            singlePods(watch);
            Thread.sleep(SETTLE);
            figures.put("provider: MiB resident, no pods", usage(provider).residentMebibytes());
            create(provider, watch);
            steady(provider);
            delete(provider, watch);
        }
        figures.put("container groups left over", (double) stand.groups().size());
        return figures;
    }

    private void singlePods(PodWatch watch) throws InterruptedException {
        List<Long> created = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        for (int i = 0; i < SINGLE_PODS; i++) {
            String name = "single-" + i;
            long before = System.nanoTime();
            create(name);
            await(watch.running(), List.of(name), SHORT);
            created.add(watch.running().of(name) - before);
            long then = System.nanoTime();
            pods().withName(name).delete();
            await(watch.gone(), List.of(name), SHORT);
            deleted.add(watch.gone().of(name) - then);
        }
        figures.put("one pod: create to Running", Spread.ofNanos(created).at(0.5));
        figures.put("one pod: delete to gone", Spread.ofNanos(deleted).at(0.5));
    }

    private void create(Provider provider, PodWatch watch) throws InterruptedException, ExecutionException {
        ProcessUsage before = usage(provider);
        long writes = stand.cluster().apiServer().audit().count();
        took("create to Running", this::create, watch.running());
        figures.put("create: provider CPU-seconds", usage(provider).cpuSeconds() - before.cpuSeconds());
        Thread.sleep(SETTLE);
        figures.put(
                "create: provider's API-server writes a pod",
                (double) (stand.cluster().apiServer().audit().count() - writes) / options.pods());
        figures.put("provider: MiB resident, all pods running", usage(provider).residentMebibytes());
        figures.put("provider: MiB resident, most so far", usage(provider).mostResidentMebibytes());
        figures.put(
                "API server: MiB resident", stand.cluster().apiServer().usage().residentMebibytes());
    }

    private void steady(Provider provider) throws InterruptedException {
        if (options.steady().isZero()) {
            return;
        }
        AuditLog audit = stand.cluster().apiServer().audit();
        Map<String, Long> callsBefore = stand.cloud().calls().counts();
        int writesBefore = audit.writes().size();
        double cpuBefore = usage(provider).cpuSeconds();
        Thread.sleep(options.steady());
        double seconds = options.steady().toMillis() / 1000.0;
        figures.put("steady: percent of one core", (usage(provider).cpuSeconds() - cpuBefore) / seconds * 100);
        stand.cloud().calls().counts().forEach((action, count) -> {
            long calls = count - callsBefore.getOrDefault(action, 0L);
            if (calls > 0) {
                figures.put("steady: %s a minute".formatted(action), calls * 60 / seconds);
            }
        });
        Map<String, Integer> writes = new TreeMap<>();
        audit.writes().stream()
                .skip(writesBefore)
                .forEach(write -> writes.merge(write.verb() + " " + write.resource(), 1, Integer::sum));
        writes.forEach(
                (what, count) -> figures.put("steady: API-server writes a minute, " + what, count * 60 / seconds));
    }

    private void delete(Provider provider, PodWatch watch) throws InterruptedException, ExecutionException {
        ProcessUsage before = usage(provider);
        took("delete to gone", name -> pods().withName(name).delete(), watch.gone());
        figures.put("delete: provider CPU-seconds", usage(provider).cpuSeconds() - before.cpuSeconds());
    }

    /** Does something with each pod, on several threads, and waits until it has shown for all of them. */
    private void took(String what, Consumer<String> act, Moments shown)
            throws InterruptedException, ExecutionException {
        List<String> names = IntStream.range(0, options.pods())
                .mapToObj("pod-%05d"::formatted)
                .toList();
        Moments asked = new Moments();
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (String name : names) {
                all.add(threads.submit(() -> {
                    asked.note(name, System.nanoTime());
                    act.accept(name);
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        figures.put("%d pods: %s, the asking alone".formatted(names.size(), what), (System.nanoTime() - begun) / NANOS);
        await(shown, names, Duration.ofSeconds(120 + names.size() / 4));
        Spread spread = Spread.ofNanos(
                names.stream().map(name -> shown.of(name) - asked.of(name)).toList());
        double last = (names.stream().mapToLong(shown::of).max().orElseThrow() - begun) / NANOS;
        figures.put("%d pods: %s, all".formatted(names.size(), what), last);
        figures.put("%d pods: %s, p50".formatted(names.size(), what), spread.at(0.5));
        figures.put("%d pods: %s, p99".formatted(names.size(), what), spread.at(0.99));
    }

    private void create(String name) {
        pods().resource(stand.pod(name).build()).create();
    }

    private NonNamespaceOperation<
                    io.fabric8.kubernetes.api.model.Pod, io.fabric8.kubernetes.api.model.PodList, PodResource>
            pods() {
        return stand.client().pods().inNamespace(stand.name());
    }

    private static ProcessUsage usage(Provider provider) {
        return provider.process().usage();
    }

    private void await(Moments shown, List<String> names, Duration limit) throws InterruptedException {
        List<String> missing = shown.awaitAll(names, limit);
        if (!missing.isEmpty()) {
            throw new IllegalStateException("%d of %d pods are missing after %s, %s among them"
                    .formatted(missing.size(), names.size(), limit, missing.getFirst()));
        }
    }
}
