package io.vnode.eci.sdk;

import com.aliyuncs.eci.model.v20180808.DescribeContainerGroupsRequest;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.DoubleSupplier;

/**
 * Measures client and emulator against each other on the loopback device: calls per second beside a bare HTTP client that
 * sends requests signed beforehand, a full refresh of 3,000 container groups, and what 20,000 of them weigh. Run by {@code
 * e2e/bench/eci.sh}; every figure is the median of the rounds.
 */
final class EciBenchmark implements AutoCloseable {

    private static final int CALLERS = 64;
    private static final int CALLS = 8_000;
    private static final int REFRESHED = 3_000;
    private static final int LIVE = 20_000;
    private static final Credentials KEY = new Credentials("LTAI-bench", "not-a-secret", null);

    private final EmulatorProcess emulator;
    private final EciEndpoint endpoint;
    private final SdkEciClient client;
    private final HttpClient bare = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final int rounds;
    private final List<String> ids = new ArrayList<>();

    private EciBenchmark(EmulatorProcess emulator, int rounds) {
        this.emulator = emulator;
        this.endpoint = EciEndpoint.of("cn-hangzhou", emulator.endpoint());
        this.client = SdkEciClient.create(
                endpoint, CredentialsProvider.fixed(KEY), EciClientOptions.DEFAULT.withRateLimits(RateLimits.NONE));
        this.rounds = rounds;
    }

    /** The first argument says how often each figure is measured; 5 without it. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        try (EmulatorProcess emulator = EmulatorProcess.start(KEY);
                EciBenchmark benchmark = new EciBenchmark(emulator, rounds)) {
            benchmark.run();
        }
    }

    private void run() throws Exception {
        System.out.printf("%-66s %10s %10s%n", "", "median", "wanted");
        create(REFRESHED);
        compare("DescribeContainerGroups of 20 ids", ids.subList(0, 20));
        compare("DescribeContainerGroups of 1 id", ids.subList(0, 1));
        row("refresh of 3,000 groups by id, seconds", median(this::refreshById), "<= 1.5");
        row("listing of 3,000 groups by tag, page after page, seconds", median(this::listByTag), "<= 1.5");
        double perSecond = create(LIVE - REFRESHED);
        row("creates a second, 64 callers, 17,000 groups", perSecond, ">= 1000");
        row("emulator with 20,000 live groups, MiB resident", emulator.residentMebibytes(), "<= 300");
    }

    private static void row(String what, double figure, String wanted) {
        System.out.printf("%-66s %10.2f %10s%n", what, figure, wanted);
    }

    private void compare(String what, List<String> asked) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double bareRate = CALLS / seconds(bareCalls(asked));
            double clientRate = CALLS / seconds(clientCalls(asked));
            if (round > 0) { // the first warms up
                theirs.add(bareRate);
                ours.add(clientRate);
                ratios.add(clientRate / bareRate);
            }
        }
        row(what + ", calls a second, bare HTTP client", median(theirs), "");
        row(what + ", calls a second, our client", median(ours), "");
        row(what + ", ours / bare", median(ratios), ">= 0.80");
    }

    private List<Callable<?>> bareCalls(List<String> asked) throws Exception {
        List<Callable<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            SignedForm form = presigned(asked);
            HttpRequest request = HttpRequest.newBuilder(URI.create(form.url()))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form.body()))
                    .build();
            calls.add(() -> expectGood(bare.send(request, BodyHandlers.ofByteArray())).length);
        }
        return calls;
    }

    private static byte[] expectGood(java.net.http.HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("status " + answer.statusCode());
        }
        return answer.body();
    }

    private SignedForm presigned(List<String> asked) {
        DescribeContainerGroupsRequest request = new DescribeContainerGroupsRequest();
        request.setContainerGroupIds(JsonTree.write(asked));
        request.putQueryParameter("WithEvent", true);
        request.setLimit(Pages.PORTION);
        return SignedForm.of(request, endpoint, KEY);
    }

    private List<Callable<?>> clientCalls(List<String> asked) {
        List<Callable<?>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            calls.add(() ->
                    client.describeContainerGroups(asked).size()); // what is kept would be paid for by the collector
        }
        return calls;
    }

    private double create(int number) throws InterruptedException, ExecutionException {
        List<Callable<?>> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            CreateContainerGroupRequest request = request(ids.size() + i);
            calls.add(() -> ((CreateOutcome.Accepted) client.createContainerGroup(request)).containerGroupId());
        }
        long begin = System.nanoTime();
        List<Object> created = all(calls);
        double perSecond = number / (((double) System.nanoTime() - begin) / 1e9);
        created.forEach(id -> ids.add((String) id));
        return perSecond;
    }

    private static CreateContainerGroupRequest request(int number) {
        return CreateContainerGroupRequest.builder("bench-" + number, "bench-token-" + number)
                .vSwitchIds(List.of("vsw-bench"))
                .securityGroupId("sg-bench")
                .tags(Map.of(
                        "vnode.io/cluster", "bench",
                        "vnode.io/node", "virtual-node-eci-0",
                        "vnode.io/pod", "default/bench-" + number))
                .containers(List.of(ContainerSpec.builder("web", "registry.example.com/web:1.0")
                        .build()))
                .build();
    }

    private double refreshById() {
        return expect(REFRESHED, () -> client.describeContainerGroups(ids.subList(0, REFRESHED)));
    }

    private double listByTag() {
        return expect(REFRESHED, () -> client.listContainerGroups(Map.of("vnode.io/cluster", "bench")));
    }

    private static double expect(int number, Callable<List<?>> call) {
        try {
            long begin = System.nanoTime();
            List<?> found = call.call();
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (found.size() != number) {
                throw new IllegalStateException("%d groups, not %d".formatted(found.size(), number));
            }
            return seconds;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private double seconds(List<Callable<?>> calls) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        all(calls);
        return (System.nanoTime() - begin) / 1e9;
    }

    private List<Object> all(List<Callable<?>> calls) throws InterruptedException, ExecutionException {
        Semaphore places = new Semaphore(CALLERS);
        List<Future<?>> futures = new ArrayList<>();
        for (Callable<?> call : calls) {
            places.acquire();
            futures.add(callers.submit(() -> {
                try {
                    return call.call();
                } finally {
                    places.release();
                }
            }));
        }
        List<Object> results = new ArrayList<>();
        for (Future<?> future : futures) {
            results.add(future.get());
        }
        return results;
    }

    private double median(DoubleSupplier figure) {
        List<Double> figures = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            figures.add(figure.getAsDouble());
        }
        return median(figures.subList(1, figures.size())); // the first warms up
    }

    private static double median(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public void close() {
        callers.shutdownNow();
        client.close();
        bare.shutdownNow();
    }
}
