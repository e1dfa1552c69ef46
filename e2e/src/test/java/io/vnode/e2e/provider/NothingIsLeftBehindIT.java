package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.emulator.state.GroupSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A container group that no pod wants any more is deleted, however its pod went. */
@ExtendWith(StandExtension.class)
class NothingIsLeftBehindIT {

    @Test
    void deletesTheGroupOfAPodThatIsDeletedByForce(ProviderStand stand) {
        stand.startReadyProvider();
        runningPod(stand);

        stand.forceDelete("pod");

        stand.await().untilAsserted(() -> assertThat(new Groups(stand).living()).isEmpty());
    }

    @Test
    void deletesTheGroupOfAPodThatWasDeletedWhileItWasAway(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        runningPod(stand);
        first.kill();

        stand.delete("pod");
        stand.startProvider();

        stand.awaitGone("pod");
        assertThat(new Groups(stand).living()).isEmpty();
    }

    @Test
    void deletesTheGroupOfAPodThatWasDeletedByForceWhileItWasAway(ProviderStand stand) throws InterruptedException {
        Provider first = stand.startReadyProvider();
        runningPod(stand);
        first.kill();

        stand.forceDelete("pod");
        stand.startProvider();

        stand.await().untilAsserted(() -> assertThat(new Groups(stand).living()).isEmpty());
    }

    @Test
    void leavesTheGroupsOfAnotherClusterInTheSameAccountAlone(ProviderStand stand) throws InterruptedException {
        Provider ofAnotherCluster = stand.startProvider(Map.of("ALIYUN_CLUSTERID", "another-cluster"));
        String foreign = orphan(stand, "foreign", ofAnotherCluster);
        Provider first = stand.startProvider();
        String own = orphan(stand, "own", first);

        stand.startProvider();

        stand.await().untilAsserted(() -> assertThat(livingIds(stand)).doesNotContain(own));
        assertThat(livingIds(stand)).containsExactly(foreign);
    }

    /** The group of a pod that is gone, as is the provider that made it. */
    private static String orphan(ProviderStand stand, String podName, Provider provider) throws InterruptedException {
        Pod pod = stand.create(stand.pod(podName));
        stand.awaitPhase(podName, "Running");
        String id = new Groups(stand).of(pod).id();
        provider.kill();
        stand.forceDelete(podName);
        return id;
    }

    private static List<String> livingIds(ProviderStand stand) {
        return new Groups(stand).living().stream().map(GroupSnapshot::id).toList();
    }

    private static void runningPod(ProviderStand stand) {
        stand.create(stand.pod("pod"));
        stand.awaitPhase("pod", "Running");
    }
}
