package io.vnode.provider.containergroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerGroupsTest {

    private static final PodKey WEB = new PodKey("default", "web", "uid-web");
    private static final PodKey API = new PodKey("default", "api", "uid-api");
    private static final Duration SETTLING = LookTiming.DEFAULT.settling();

    private final ScriptedEci eci = new ScriptedEci();
    private final SettableTime time = new SettableTime();
    private final List<PodKey> changes = new ArrayList<>();
    private final ContainerGroups groups =
            new ContainerGroups(eci, "c1", "node-0", LookTiming.DEFAULT, time, time, changes::add, (_, error) -> {
                throw new AssertionError(error);
            });
    private final ContainerGroupTracker tracker = groups.tracker();

    @Test
    void knowsNothingBeforeTheFirstListing() {
        assertThat(groups.find(WEB, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void seesTheGroupThatCarriesThePodsUid() {
        listed(WEB, "eci-1");
        list();

        assertThat(idOf(groups.find(WEB, null))).isEqualTo("eci-1");
    }

    @Test
    void doesNotTakeTheGroupOfAnEarlierPodOfTheSameName() {
        listed(WEB, "eci-1");
        list();

        assertThat(groups.find(new PodKey("default", "web", "uid-later"), null)).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doesNotTakeGroupsOfAnotherClusterForItsOwn() {
        eci.listed.add(group("c2", WEB, "eci-1"));
        list();

        assertThat(groups.find(WEB, null)).isEqualTo(new Sighting.Absent());
    }

    @Test
    void keepsWhatItSawWhileEciCannotBeAsked() {
        listed(WEB, "eci-1");
        list();
        eci.failure = throttled();

        assertThat(tracker.list()).isFalse();

        assertThat(idOf(groups.find(WEB, "eci-1"))).isEqualTo("eci-1");
    }

    @Test
    void doesNotKnowThatAPodHasNoGroupWhileEciCannotBeAsked() {
        list();
        eci.failure = throttled();

        assertThat(tracker.list()).isFalse();

        assertThat(groups.find(API, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void lastsAnOutageFromItsFirstFailure() {
        list();
        eci.failure = throttled();
        assertThat(tracker.list()).isFalse();
        Instant first = time.instant();
        time.pass(Duration.ofSeconds(30));

        assertThat(tracker.list()).isFalse();

        assertThat(groups.outage()).isNotNull().satisfies(outage -> {
            assertThat(outage.reason()).isEqualTo("ECIThrottledOrFailing");
            assertThat(outage.since()).isEqualTo(first);
        });
    }

    @Test
    void neverBelievesAnEmptyListThatShouldHoldAGroup() {
        list();

        for (int round = 0; round < 100; round++) {
            assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
            time.pass(SETTLING);
            look();
        }

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void keepsAllGroupsInSightWhenListingsSuddenlyAreEmpty() {
        listed(WEB, "eci-1");
        list();
        eci.listed.clear();

        for (int round = 0; round < 100; round++) {
            list();
            time.pass(SETTLING);
            look();
        }

        assertThat(idOf(groups.find(WEB, "eci-1"))).isEqualTo("eci-1");
    }

    @Test
    void believesThatAGroupIsGoneWhenItStaysMissingAndOthersAreSeen() {
        eci.ofOthers.add(group("c2", API, "eci-9"));
        list();

        missTwice(WEB, "eci-1", SETTLING);

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doubtsThatAGroupIsGoneWhenItIsMissingForAShortTime() {
        eci.ofOthers.add(group("c2", API, "eci-9"));
        list();

        missTwice(WEB, "eci-1", SETTLING.minusSeconds(1));

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void forgetsAMissWhenTheGroupIsSeenAgain() {
        eci.ofOthers.add(group("c2", API, "eci-9"));
        list();
        Sighting unused = groups.find(WEB, "eci-1");
        time.pass(SETTLING);
        look();
        ContainerGroup back = listed(WEB, "eci-1");
        time.pass(SETTLING);
        look();
        eci.listed.remove(back);
        time.pass(SETTLING);

        look();

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Present.class);
    }

    @Test
    void noticesAGroupThatVanishedFromItsListings() {
        listed(WEB, "eci-1");
        listed(API, "eci-2");
        list();
        eci.listed.removeFirst();
        list();

        time.pass(SETTLING);
        look();
        time.pass(SETTLING);
        look();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void looksAtTheWholeRegionOnlyWhenAGroupIsMissing() {
        listed(API, "eci-2");
        list();
        Sighting unused = groups.find(WEB, null);
        time.pass(SETTLING);

        look();

        assertThat(eci.controls).isZero();
    }

    @Test
    void letsAPodWithoutARecordBeCreatedUnderAnEmptyList() {
        list();

        assertThat(groups.find(WEB, null)).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doesNotTakeAGroupForMissingThatWasJustCreated() {
        listed(API, "eci-2");
        list();
        Object unused = groups.create(WEB, request(WEB));

        assertThat(groups.find(WEB, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void doesNotSayThatThereIsNoGroupAfterACreationWhoseAnswerWasLost() {
        list();
        losesTheAnswerOfACreation();

        assertThat(groups.find(WEB, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void saysThatThereIsNoGroupWhenAListingSinceThenLacksIt() {
        list();
        losesTheAnswerOfACreation();
        eci.failure = null;

        list();

        assertThat(groups.find(WEB, null)).isEqualTo(new Sighting.Absent());
    }

    private void losesTheAnswerOfACreation() {
        eci.failure = throttled().afterwardsUnknown();
        assertThatThrownBy(() -> groups.create(WEB, request(WEB))).isInstanceOf(EciException.class);
    }

    @Test
    void seesACreatedGroupAtTheNextLook() {
        list();
        Object unused = groups.create(WEB, request(WEB));
        listed(WEB, "eci-uid-web");
        time.pass(LookTiming.DEFAULT.soonest());

        look();

        assertThat(idOf(groups.find(WEB, null))).isEqualTo("eci-uid-web");
        assertThat(changes).containsExactly(WEB);
    }

    @Test
    void believesThatADeletedGroupIsGoneWhenItIsMissingOnce() {
        listed(WEB, "eci-1");
        listed(API, "eci-2");
        list();
        assertThat(groups.delete(WEB, "eci-1")).isTrue();
        eci.listed.removeFirst();
        time.pass(LookTiming.DEFAULT.soonest());

        look();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void asksAgainToDeleteTheLastGroupOfTheRegionBecauseAnEmptyListProvesNothing() {
        listed(WEB, "eci-1");
        list();
        assertThat(groups.delete(WEB, "eci-1")).isTrue();
        eci.listed.clear();
        eci.deleteOutcome = new DeleteOutcome.NotFound("request-2");
        time.pass(LookTiming.DEFAULT.soonest());

        look();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
        assertThat(eci.deleted).containsExactly("eci-1", "eci-1");
    }

    @Test
    void keepsADeletedGroupInSightWhileItIsListed() {
        listed(WEB, "eci-1");
        list();
        assertThat(groups.delete(WEB, "eci-1")).isTrue();
        time.pass(SETTLING);

        look();

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Present.class);
    }

    @Test
    void takesEciAtItsWordThatAGroupDoesNotExist() {
        list();
        eci.deleteOutcome = new DeleteOutcome.NotFound("request-1");
        assertThat(groups.delete(WEB, "eci-1")).isTrue();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doesNotBringBackAGroupThatIsGoneByAListingThatBeganBefore() {
        listed(WEB, "eci-1");
        list();
        eci.deleteOutcome = new DeleteOutcome.NotFound("request-1");
        assertThat(groups.delete(WEB, "eci-1")).isTrue();

        list();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void asksForADeletionOnceInAWhile() {
        assertThat(groups.delete(WEB, "eci-1")).isTrue();
        assertThat(groups.delete(WEB, "eci-1")).isFalse();
        time.pass(Duration.ofMinutes(2));
        assertThat(groups.delete(WEB, "eci-1")).isTrue();

        assertThat(eci.deleted).containsExactly("eci-1", "eci-1");
    }

    @Test
    void prefersTheRecordedGroupWhereAPodHasTwo() {
        listed(WEB, "eci-1");
        listed(WEB, "eci-2");
        list();

        assertThat(idOf(groups.find(WEB, "eci-2"))).isEqualTo("eci-2");
    }

    @Test
    void tellsOfEachPodWhoseGroupAppeared() {
        listed(WEB, "eci-1");
        listed(API, "eci-2");

        list();

        assertThat(changes).containsExactlyInAnyOrder(WEB, API);
    }

    @Test
    void tellsOnceOfAPodWhoseGroupIsAsItWas() {
        listed(WEB, "eci-1");
        list();

        list();
        time.pass(SETTLING);
        look();

        assertThat(changes).containsExactly(WEB);
    }

    @Test
    void tellsOfNothingWhenAListingFails() {
        listed(WEB, "eci-1");
        list();
        changes.clear();
        eci.failure = throttled();

        assertThat(tracker.list()).isFalse();

        assertThat(changes).isEmpty();
    }

    private void list() {
        assertThat(tracker.list()).isTrue();
    }

    private void look() {
        assertThat(tracker.look()).isTrue();
    }

    private void missTwice(PodKey pod, String id, Duration apart) {
        assertThat(groups.find(pod, id)).isInstanceOf(Sighting.Unknown.class);
        time.pass(LookTiming.DEFAULT.soonest());
        look();
        time.pass(apart);
        look();
    }

    private static String idOf(Sighting sighting) {
        return sighting instanceof Sighting.Present(ContainerGroup group) ? group.id() : sighting.toString();
    }

    private ContainerGroup listed(PodKey pod, String id) {
        ContainerGroup group = group("c1", pod, id);
        eci.listed.add(group);
        return group;
    }

    private static ContainerGroup group(String cluster, PodKey pod, String id) {
        return ContainerGroup.builder(id, "default-web", ContainerGroupStatus.RUNNING)
                .tags(new ContainerGroupTags(cluster, "node-0", pod).toMap())
                .build();
    }

    private static CreateContainerGroupRequest request(PodKey pod) {
        return CreateContainerGroupRequest.builder("default-web", pod.uid())
                .vSwitchIds(List.of("vsw-a"))
                .securityGroupId("sg-a")
                .containers(List.of(ContainerSpec.builder("web", "nginx").build()))
                .build();
    }

    private static EciException throttled() {
        return new EciException(
                EciException.Kind.RETRY_LATER, "DescribeContainerGroups", "Throttling", "too much", "r", 400, null);
    }
}
