package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A provider that is killed again and again while pods come and go leaves nothing behind and makes nothing twice.
 *
 * <p>The ordinary run is short. The long one is {@code -Dvnode.churn.kills=50 -Dvnode.churn.pods=300}; {@code
 * -Dvnode.churn.seed} takes the same choices again.
 */
@ExtendWith(StandExtension.class)
class KillChurnIT {

    private static final int KILLS = Integer.getInteger("vnode.churn.kills", 5);
    private static final int PODS = Integer.getInteger("vnode.churn.pods", 60);
    private static final long SEED =
            Long.getLong("vnode.churn.seed", ThreadLocalRandom.current().nextInt());
    /** Long enough to be in the middle of everything, short enough to be still starting now and then. */
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(6);

    private static final Duration SETTLING = Duration.ofMinutes(3);

    @Test
    void endsWithOneContainerGroupForEachLivingPodAndNoneBesides(ProviderStand stand) throws InterruptedException {
        System.out.printf("churn of %d pods with %d kills, seed %d%n", PODS, KILLS, SEED);
        Random random = new Random(SEED);
        Groups groups = new Groups(stand);

        try (GroupHistory history = GroupHistory.start(stand)) {
            try (Churn churn = Churn.start(stand, PODS, random.nextLong())) {
                for (int i = 0; i < KILLS; i++) {
                    try (Provider provider = stand.startProvider()) {
                        Thread.sleep(random.nextLong(LONGEST_LIFE.toMillis()));
                        provider.kill();
                    }
                }
                churn.requireAlive();
            }
            stand.startReadyProvider();

            stand.await().atMost(SETTLING).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                assertThat(stand.pods()).isNotEmpty().allSatisfy(pod -> {
                    assertThat(pod.getMetadata().getDeletionTimestamp()).isNull();
                    assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
                });
                groups.assertOneForEachPod();
            });
            history.assertNeverTwoForOnePod();
        }
    }
}
