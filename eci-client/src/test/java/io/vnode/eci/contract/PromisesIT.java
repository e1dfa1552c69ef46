package io.vnode.eci.contract;

import static io.vnode.eci.contract.EmulatedEci.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.ListingOutcome;
import io.vnode.eci.RateLimits;
import io.vnode.eci.RateLimits.Rate;
import io.vnode.eci.Sighting;
import io.vnode.eci.Sightings;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.sdk.Orders;
import io.vnode.eci.sdk.TestClients;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.wire.RecordedCall;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers rely on, counted at the emulator. */
class PromisesIT {

    private static final String CREATE = "CreateContainerGroup";
    private static final String DESCRIBE = "DescribeContainerGroups";
    private static final int PAGES = 5;

    private EmulatedEci eci;

    @BeforeEach
    void start() throws IOException {
        eci = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        eci.close();
    }

    @Test
    void aCreateWhoseAnswerWasLostIsRepeatedAndMakesOneGroup() {
        eci.emulator().faults().next(1, CREATE, new Fault.CloseAfterWork());

        CreateOutcome outcome = eci.client().createContainerGroup(order("web", "uid-1"));

        assertThat(eci.calls(CREATE)).hasSize(2);
        assertThat(eci.emulator().containerGroups().all()).singleElement().satisfies(group -> assertThat(outcome)
                .isInstanceOfSatisfying(
                        CreateOutcome.Accepted.class,
                        accepted -> assertThat(accepted.containerGroupId()).isEqualTo(group.id())));
    }

    @Test
    void aCreateWhoseAnswerIsCutOffMakesOneGroup() {
        eci.emulator().faults().next(2, CREATE, new Fault.TruncatedAnswer());

        eci.client().createContainerGroup(order("web", "uid-1"));

        assertThat(eci.calls(CREATE)).hasSize(3);
        assertThat(eci.emulator().containerGroups().all()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "cut off", "no answer", "repeated"})
    void aListingBrokenOnPageThreeOfFiveIsAnError(String how) {
        for (int i = 0; i < PAGES * 20; i++) {
            eci.create(Orders.plain("web-" + i, "uid-" + i));
        }
        eci.forget();
        eci.emulator().faults().add(new FaultRule(DESCRIBE, null, 3, 1, 0, broken(how)));

        EciException failure = failureOf(() -> eci.client().listContainerGroups(Map.of()));

        assertThat(failure.action()).isEqualTo(DESCRIBE);
        assertThat(eci.calls(DESCRIBE)).hasSizeGreaterThanOrEqualTo(3);
    }

    private static Fault broken(String how) {
        return switch (how) {
            case "refused" -> Fault.unavailable();
            case "cut off" -> new Fault.TruncatedAnswer();
            case "no answer" -> new Fault.CloseBeforeWork();
            case "repeated" -> new Fault.RepeatedToken();
            default -> throw new IllegalArgumentException(how);
        };
    }

    @Test
    void anEmptyListWithoutPermissionIsUnknown() {
        String id = eci.running();
        try (EciClient reader = eci.asUserWhoMay("eci:DescribeRegions")) {

            ListingOutcome listing = new Sightings(reader).list(Map.of());
            Sighting sighting = new Sightings(reader).sight(id);

            assertThat(listing).isEqualTo(new ListingOutcome.UnprovenEmpty());
            assertThat(sighting).isInstanceOf(Sighting.Unknown.class);
        }
    }

    @Test
    void aGroupThatIsGoneIsAbsentToThoseWhoMayList() {
        eci.running();
        try (EciClient reader = eci.asUserWhoMay("eci:Describe*")) {
            Sighting sighting = new Sightings(reader).sight("eci-gone");

            assertThat(sighting).isEqualTo(new Sighting.Absent());
        }
    }

    @Test
    void sixteenThreadsThatShareAClientStayUnderTheConfiguredRate()
            throws IOException, InterruptedException, ExecutionException {
        int burst = 30;
        int calls = 330;
        double callsPerSecond = 100;
        RateLimits limits = new RateLimits(Map.of(), new Rate((int) (callsPerSecond * 60) + burst, burst));
        try (EciClient limited = TestClients.limited(eci.emulator().endpoint().toString(), limits)) {
            limited.describeRegions(); // opens a connection, so that the first call is not slower than the others
            callFromSixteenThreads(limited, calls);
        }

        List<RecordedCall> recorded = eci.calls("DescribeRegions");
        double seconds = seconds(recorded);
        assertThat(recorded).hasSize(calls + 1);
        assertThat(calls - burst).isLessThanOrEqualTo((int) (callsPerSecond * seconds * 1.05));
    }

    private static void callFromSixteenThreads(EciClient client, int calls)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                futures.add(threads.submit(client::describeRegions));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
    }

    private static double seconds(List<RecordedCall> calls) {
        return Duration.between(calls.getFirst().time(), calls.getLast().time()).toMillis() / 1000.0;
    }

    @Test
    void refreshingThreeThousandGroupsTakesOneCallForTwenty() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            ids.add(eci.create(Orders.plain("web-" + i, "uid-" + i)));
        }
        eci.forget();

        eci.client().describeContainerGroups(ids);

        // Every 10 seconds that makes 900 calls a minute, of the 2,000 that ECI allows.
        assertThat(eci.emulator().calls().count(DESCRIBE)).isEqualTo(150);
    }

    @Test
    void aServerThatComplainsIsLeftInPeaceForAWhile() {
        eci.emulator().faults().next(3, CREATE, Fault.throttled());

        CreateOutcome outcome = eci.client().createContainerGroup(order("web", "uid-1"));

        assertThat(outcome).isInstanceOf(CreateOutcome.Accepted.class);
        assertThat(eci.calls(CREATE)).hasSize(4);
    }

    @Test
    void noCredentialShowsInAFailure() {
        eci.emulator()
                .faults()
                .next(
                        1,
                        CREATE,
                        new Fault.Refusal(
                                400,
                                "SignatureDoesNotMatch",
                                "Specified signature is not matched with our calculation."));

        EciException failure = failureOf(() -> eci.client().createContainerGroup(order("web", "uid-1")));

        assertThat(failure.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
        assertThat(failure).hasMessageNotContaining("a-very-secret-key");
    }

    private static CreateContainerGroupRequest order(String name, String token) {
        return Orders.plain(name, token).build();
    }
}
