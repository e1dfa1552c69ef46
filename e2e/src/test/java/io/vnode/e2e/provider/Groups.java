package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.emulator.state.GroupSnapshot;
import java.util.List;

/** The container groups that live in a stand's cloud, and how they must match the pods. */
final class Groups {

    private static final String UID = "UID";

    private final ProviderStand stand;

    Groups(ProviderStand stand) {
        this.stand = stand;
    }

    /** Those that have not ended, whoever they belong to. */
    List<GroupSnapshot> living() {
        return stand.cloud().containerGroups().all().stream()
                .filter(group -> !group.status().ended())
                .toList();
    }

    /** The UIDs of the pods for which they run; a pod with two groups is named twice. */
    List<String> podsOfLiving() {
        return living().stream().map(Groups::podUid).toList();
    }

    /** Fails unless each pod that is wanted has exactly one group, and nothing else runs. */
    void assertOneForEachPod() {
        List<String> wanted =
                stand.pods().stream().map(pod -> pod.getMetadata().getUid()).toList();
        assertThat(podsOfLiving()).containsExactlyInAnyOrderElementsOf(wanted);
    }

    static String podUid(GroupSnapshot group) {
        return group.spec().tags().getOrDefault(UID, "");
    }

    /** The living group of a pod. */
    GroupSnapshot of(Pod pod) {
        List<GroupSnapshot> found = living().stream()
                .filter(group -> podUid(group).equals(pod.getMetadata().getUid()))
                .toList();
        assertThat(found)
                .as("container groups of %s", pod.getMetadata().getName())
                .hasSize(1);
        return found.getFirst();
    }
}
