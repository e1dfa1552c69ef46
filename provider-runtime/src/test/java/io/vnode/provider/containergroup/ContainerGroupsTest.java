package io.vnode.provider.containergroup;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContainerGroupsTest {

    private static final PodKey WEB = new PodKey("default", "web", "uid-web");
    private static final PodKey API = new PodKey("default", "api", "uid-api");
    private static final Duration SETTLING = Duration.ofSeconds(10);

    private final ScriptedEci eci = new ScriptedEci();
    private final SettableClock clock = new SettableClock();
    private final List<PodKey> changes = new ArrayList<>();
    private final ContainerGroupTracker tracker =
            new ContainerGroupTracker(eci, "c1", "node-0", Duration.ofSeconds(1), clock, changes::add, (_, error) -> {
                throw new AssertionError(error);
            });
    private final ContainerGroups groups = new ContainerGroups(eci, clock, SETTLING, tracker);

    @Test
    void knowsNothingBeforeTheFirstListing() {
        assertThat(groups.find(WEB, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void seesTheGroupThatCarriesThePodsUid() {
        ContainerGroup group = listed(WEB, "eci-1");
        tracker.refresh();

        assertThat(groups.find(WEB, null)).isEqualTo(new Sighting.Present(group));
    }

    @Test
    void doesNotTakeTheGroupOfAnEarlierPodOfTheSameName() {
        listed(WEB, "eci-1");
        tracker.refresh();

        assertThat(groups.find(new PodKey("default", "web", "uid-later"), null)).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doesNotTakeGroupsOfAnotherClusterForItsOwn() {
        eci.listed.add(group("c2", WEB, "eci-1"));
        tracker.refresh();

        assertThat(groups.find(WEB, null)).isEqualTo(new Sighting.Absent());
    }

    @Test
    void knowsNothingAfterAFailedListing() {
        listed(WEB, "eci-1");
        tracker.refresh();
        eci.failure = throttled();

        tracker.refresh();

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
        assertThat(groups.find(API, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void lastsAnOutageFromItsFirstFailure() {
        eci.failure = throttled();
        tracker.refresh();
        Instant first = clock.instant();
        clock.pass(Duration.ofSeconds(30));

        tracker.refresh();

        assertThat(groups.outage()).isNotNull().satisfies(outage -> {
            assertThat(outage.reason()).isEqualTo("ECIThrottledOrFailing");
            assertThat(outage.since()).isEqualTo(first);
        });
    }

    @Test
    void neverBelievesAnEmptyListThatShouldHoldAGroup() {
        for (int look = 0; look < 100; look++) {
            tracker.refresh();
            clock.pass(SETTLING);

            assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
        }
    }

    @Test
    void believesAnEmptyListWhenTheSameIdentitySeesGroupsOfOthers() {
        eci.ofOthers.add(group("c2", API, "eci-9"));

        lookTwiceWithinSettling(WEB, "eci-1");

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void looksAtTheWholeRegionOnlyWhenAGroupIsMissing() {
        tracker.refresh();
        Sighting unused = groups.find(WEB, null);
        tracker.refresh();

        assertThat(eci.controls).isZero();
    }

    @Test
    void believesThatAGroupIsGoneWhenListingsLackItForAWhile() {
        listed(API, "eci-2");

        lookTwiceWithinSettling(WEB, "eci-1");

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doubtsASingleListingThatLacksAGroup() {
        listed(API, "eci-2");
        tracker.refresh();

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void doubtsAListingThatIsOldHoweverOldItIs() {
        listed(API, "eci-2");
        tracker.refresh();
        Sighting unused = groups.find(WEB, "eci-1");
        clock.pass(Duration.ofHours(1));

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void letsAPodWithoutARecordBeCreatedUnderAnEmptyList() {
        tracker.refresh();

        assertThat(groups.find(WEB, null)).isEqualTo(new Sighting.Absent());
    }

    @Test
    void doesNotTakeAGroupForMissingThatWasJustCreated() {
        listed(API, "eci-2");
        tracker.refresh();
        Object unused = groups.create(WEB, request(WEB));

        assertThat(groups.find(WEB, null)).isInstanceOf(Sighting.Unknown.class);
    }

    @Test
    void believesThatADeletedGroupIsGoneWhenItIsNoLongerListed() {
        listed(WEB, "eci-1");
        tracker.refresh();
        assertThat(groups.delete(WEB, "eci-1")).isTrue();
        eci.listed.clear();

        tracker.refresh();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void keepsADeletedGroupInSightWhileItIsListed() {
        listed(WEB, "eci-1");
        tracker.refresh();
        assertThat(groups.delete(WEB, "eci-1")).isTrue();

        tracker.refresh();

        assertThat(groups.find(WEB, "eci-1")).isInstanceOf(Sighting.Present.class);
    }

    @Test
    void takesEciAtItsWordThatAGroupDoesNotExist() {
        tracker.refresh();
        eci.deleteOutcome = new DeleteOutcome.NotFound("request-1");
        assertThat(groups.delete(WEB, "eci-1")).isTrue();

        assertThat(groups.find(WEB, "eci-1")).isEqualTo(new Sighting.Absent());
    }

    @Test
    void asksForADeletionOnceInAWhile() {
        assertThat(groups.delete(WEB, "eci-1")).isTrue();
        assertThat(groups.delete(WEB, "eci-1")).isFalse();
        clock.pass(Duration.ofMinutes(2));
        assertThat(groups.delete(WEB, "eci-1")).isTrue();

        assertThat(eci.deleted).containsExactly("eci-1", "eci-1");
    }

    @Test
    void prefersTheRecordedGroupWhereAPodHasTwo() {
        listed(WEB, "eci-1");
        ContainerGroup recorded = listed(WEB, "eci-2");
        tracker.refresh();

        assertThat(groups.find(WEB, "eci-2")).isEqualTo(new Sighting.Present(recorded));
    }

    @Test
    void tellsOfEachPodWhoseGroupAppearedChangedOrVanished() {
        listed(WEB, "eci-1");
        listed(API, "eci-2");
        tracker.refresh();
        changes.clear();

        eci.listed.removeFirst();
        tracker.refresh();
        tracker.refresh();

        assertThat(changes).containsExactly(WEB);
    }

    @Test
    void tellsOfNothingWhenAListingFails() {
        listed(WEB, "eci-1");
        tracker.refresh();
        changes.clear();
        eci.failure = throttled();

        tracker.refresh();

        assertThat(changes).isEmpty();
    }

    private void lookTwiceWithinSettling(PodKey pod, String id) {
        tracker.refresh();
        assertThat(groups.find(pod, id)).isInstanceOf(Sighting.Unknown.class);
        tracker.refresh();
        assertThat(groups.find(pod, id)).isInstanceOf(Sighting.Unknown.class);
        clock.pass(SETTLING);
        tracker.refresh();
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

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
