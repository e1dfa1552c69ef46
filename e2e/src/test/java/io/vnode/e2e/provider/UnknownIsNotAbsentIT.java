package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A listing that failed, is partial or cannot be believed never removes, fails or creates anything. */
@ExtendWith(StandExtension.class)
class UnknownIsNotAbsentIT {

    private static final String LIST = "DescribeContainerGroups";
    private static final String DELETE = "DeleteContainerGroup";
    private static final String CREATE = "CreateContainerGroup";
    /** More than fit onto one page of a listing. */
    private static final int PODS = 25;
    /** A provider that believes a listing does so after ten seconds; it looks at least once a second. */
    private static final Duration LONG_ENOUGH_TO_BELIEVE = Duration.ofSeconds(15);

    private static final List<Fault> TROUBLES = List.of(
            Fault.throttled(),
            Fault.unavailable(),
            Fault.internalError(),
            new Fault.CloseAfterWork(),
            new Fault.TruncatedAnswer(),
            new Fault.RepeatedToken(),
            new Fault.HtmlAnswer(),
            new Fault.EmptyBody(),
            Fault.credentialsRevoked(),
            Fault.notPermitted(),
            new Fault.LateAnswer(Duration.ofHours(1)));

    /** Each trouble comes twice, far apart: who takes one of them for an empty listing has had time to believe it. */
    @Test
    void keepsPodsAndGroupsWhileListingsFail(ProviderStand stand) {
        runningPods(stand);

        for (int round = 0; round < 2; round++) {
            for (Fault trouble : TROUBLES) {
                long before = stand.cloud().calls().count(LIST);
                stand.cloud().faults().clear();
                stand.cloud().faults().add(FaultRule.always(LIST, trouble));
                stand.await().until(() -> stand.cloud().calls().count(LIST) > before + 1);
            }
        }

        assertNothingWasDone(stand);
    }

    @Test
    void doesNotBelieveAnEmptyListing(ProviderStand stand) {
        runningPods(stand);
        Instant until = Instant.now().plus(emptyFor());

        stand.cloud().faults().add(FaultRule.always(LIST, new Fault.EmptyList()));
        stand.await().atMost(emptyFor().multipliedBy(4)).until(() -> Instant.now()
                .isAfter(until));

        assertNothingWasDone(stand);
    }

    @Test
    void goesOnWhenTheAccessKeyWorksAgain(ProviderStand stand) {
        stand.startReadyProvider();
        stand.create(stand.pod("before"));
        stand.awaitPhase("before", "Running");

        stand.cloud().faults().add(FaultRule.always("*", Fault.credentialsRevoked()));
        stand.await().until(() -> !stand.nodeReady());
        stand.create(stand.pod("meanwhile"));
        stand.cloud().faults().clear();

        stand.awaitPhase("meanwhile", "Running");
        stand.await().until(stand::nodeReady);
        assertThat(stand.phase("before")).isEqualTo("Running");
        new Groups(stand).assertOneForEachPod();
    }

    private static Duration emptyFor() {
        return Duration.ofSeconds(Long.getLong("vnode.empty.seconds", LONG_ENOUGH_TO_BELIEVE.toSeconds()));
    }

    private static void runningPods(ProviderStand stand) {
        stand.startReadyProvider();
        for (int i = 0; i < PODS; i++) {
            stand.create(stand.pod("pod-" + i));
        }
        stand.await().untilAsserted(() -> assertThat(stand.pods())
                .hasSize(PODS)
                .allSatisfy(pod -> assertThat(pod.getStatus().getPhase()).isEqualTo("Running")));
    }

    private static void assertNothingWasDone(ProviderStand stand) {
        assertThat(stand.pods()).hasSize(PODS).allSatisfy(pod -> {
            assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
            assertThat(pod.getMetadata().getDeletionTimestamp()).isNull();
        });
        assertThat(stand.cloud().calls().count(CREATE)).isEqualTo(PODS);
        assertThat(stand.cloud().calls().count(DELETE)).isZero();
        new Groups(stand).assertOneForEachPod();
    }
}
