package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vnode.emulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05Z");
    private static final VSwitch VSWITCH = new VSwitch("vsw-a", "cn-hangzhou-h", Cidr.parse("10.0.0.0/24"));
    private static final Images IMAGES = new Images(
            Duration.ofSeconds(10),
            List.of(
                    new Images.Rule("big:*", 3, null, null),
                    new Images.Rule("*/late:1", 0, Duration.ofSeconds(5), Duration.ofSeconds(25)),
                    new Images.Rule("*/nothing:*", 0, null, Pull.FOR_EVER)));

    private final ManualClock clock = new ManualClock(START);
    private final ContainerGroups groups = new ContainerGroups(
            List.of(VSWITCH),
            new Delays(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(10)),
            IMAGES,
            Offer.PLENTY,
            clock);

    @Test
    void pullsImagesOneAfterTheOtherAndEachOnlyOnce() {
        String id = create(group(
                RestartPolicy.ALWAYS,
                image("one", "big:1"),
                image("same", "big:1"),
                image("two", "big:2"),
                image("small", "small:1")));

        clock.advance(Duration.ofSeconds(29));
        assertThat(status(id)).isEqualTo(GroupStatus.PENDING);
        clock.advance(Duration.ofSeconds(1));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        assertThat(snapshot(id).containers().stream().filter(ContainerSnapshot::ready))
                .extracting(container -> container.spec().name())
                .containsExactly("one", "same");
        clock.advance(Duration.ofSeconds(30));
        assertThat(snapshot(id).containers()).allMatch(ContainerSnapshot::ready);
    }

    @Test
    void pullsNothingThatACacheHolds() {
        String id = create(group(RestartPolicy.ALWAYS, image("one", "big:1")).withCachedImages(Set.of("big:1")));

        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
    }

    @Test
    void endsSidecarsOnceTheOthersHaveEndedAndForgetsHowTheyEnded() {
        ContainerSpec proxy = Specs.withVariable(
                Specs.container("proxy", "/usr/local/bin/kube-proxy"), "ECI_CONTAINER_TYPE", "sidecar");
        String id = create(group(RestartPolicy.NEVER, Specs.container("job", "exit", "0", "after", "59"), proxy));
        clock.advance(Duration.ofSeconds(58));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);

        clock.advance(Duration.ofSeconds(1));

        assertThat(status(id)).isEqualTo(GroupStatus.SUCCEEDED);
    }

    @Test
    void waitsForAnImageThatCannotBePulled() {
        String id = create(group(RestartPolicy.NEVER, image("web", "registry/nothing:1")));

        assertThat(waiting(id).reason()).isEqualTo("ErrImagePull");
        clock.advance(Duration.ofSeconds(3));
        assertThat(waiting(id).reason()).isEqualTo("ImagePullBackOff");
        assertThat(waiting(id).message()).contains("registry/nothing:1");
        clock.advance(Duration.ofDays(2));
        assertThat(status(id)).isEqualTo(GroupStatus.PENDING);
        assertThat(reasons(id)).containsExactly("Pulling", "Failed", "BackOff");
        assertThat(event(id, "Failed").count()).isGreaterThan(500);
    }

    @Test
    void startsWhenTheImageIsThereAtLast() {
        String id = create(group(RestartPolicy.ALWAYS, image("web", "registry/late:1"))); // tried at 0, 10, 30

        clock.advance(Duration.ofSeconds(30));
        assertThat(waiting(id).reason()).isEqualTo("ContainerCreating");
        clock.advance(Duration.ofSeconds(5));

        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        assertThat(event(id, "Failed").count()).isEqualTo(2);
        assertThat(event(id, "Pulling").count()).isEqualTo(3);
    }

    @Test
    void becomesReadyWhenTheProbeIsAskedAfterTheProfilesTime() {
        ContainerSpec container =
                Specs.withProbes(Specs.profiled("web", "ready after 12"), Specs.probe(5, 10, 3), Specs.probe(0, 10, 3));
        String id = create(group(RestartPolicy.ALWAYS, container));

        clock.advance(Duration.ofMillis(14_999));
        assertThat(container(id).ready()).isFalse();
        assertThat(event(id, "Unhealthy").message()).isEqualTo("Readiness probe failed");
        clock.advance(Duration.ofMillis(1));
        assertThat(container(id).ready()).isTrue();
        assertThat(event(id, "Unhealthy").count()).isEqualTo(1);
    }

    @Test
    void isNeverReadyWhenTheProfileSaysSo() {
        String id = create(group(RestartPolicy.ALWAYS, Specs.profiled("web", "never ready")));

        clock.advance(Duration.ofDays(1));

        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        assertThat(container(id).ready()).isFalse();
    }

    @Test
    void isReadyAtOnceWithoutAProbeAndAtTheFirstQuestionWithOne() {
        String id = create(group(
                RestartPolicy.ALWAYS,
                Specs.container("plain"),
                Specs.withProbes(Specs.container("probed"), Specs.probe(7, 10, 3), Specs.probe(0, 10, 3))));

        assertThat(snapshot(id).containers())
                .extracting(ContainerSnapshot::ready)
                .containsExactly(true, false);
        clock.advance(Duration.ofSeconds(7));
        assertThat(snapshot(id).containers())
                .extracting(ContainerSnapshot::ready)
                .containsExactly(true, true);
    }

    @Test
    void isKilledAndRestartedWhenItsLivenessProbeFailsOftenEnough() {
        ContainerSpec container = Specs.withProbes(
                Specs.profiled("web", "unhealthy after 12"), Specs.probe(0, 1, 1), Specs.probe(5, 10, 2));
        String id = create(group(RestartPolicy.ALWAYS, container)); // asked at 5, 15, 25: fails at 15 and 25

        clock.advance(Duration.ofSeconds(24));
        assertThat(container(id).restarts()).isZero();
        clock.advance(Duration.ofSeconds(2));

        assertThat(container(id).restarts()).isEqualTo(1);
        assertThat(container(id).previous())
                .isEqualTo(new ContainerState.Terminated(START, START.plusSeconds(25), 137));
        assertThat(event(id, "Unhealthy").count()).isEqualTo(2);
        assertThat(event(id, "Killing").count()).isEqualTo(1);
    }

    @Test
    void failsWhenItIsUnhealthyAndMayNotBeRestarted() {
        String id = create(group(RestartPolicy.NEVER, Specs.profiled("web", "unhealthy after 1")));

        clock.advance(Duration.ofMinutes(1));

        assertThat(status(id)).isEqualTo(GroupStatus.FAILED);
    }

    @Test
    void isEndedByItsDeadline() {
        GroupSpec spec = Specs.withTerms(
                group(RestartPolicy.ALWAYS, Specs.container("web")),
                new GroupSpec.Terms(Duration.ofSeconds(60), null, false, null, false, Set.of()));
        String id = create(spec);
        String inTime = create(Specs.withTerms(
                group(RestartPolicy.NEVER, Specs.container("job", "exit", "0", "after", "59")), spec.terms()));

        clock.advance(Duration.ofSeconds(60));

        assertThat(status(id)).isEqualTo(GroupStatus.FAILED);
        assertThat(container(id).current()).isEqualTo(new ContainerState.Terminated(START, START.plusSeconds(60), 137));
        assertThat(reasons(id)).endsWith("DeadlineExceeded");
        assertThat(status(inTime)).isEqualTo(GroupStatus.SUCCEEDED);
    }

    @Test
    void startsEverythingAgainWhenItIsRestarted() {
        String id =
                create(group(RestartPolicy.ALWAYS, Specs.container("web", "sh", "-c", "echo $$; echo up; sleep 1d")));
        clock.advance(Duration.ofSeconds(60));

        assertThat(groups.restart(id, null)).isEqualTo(ChangeResult.ACCEPTED);

        assertThat(status(id)).isEqualTo(GroupStatus.RESTARTING);
        assertThat(groups.restart(id, null)).isEqualTo(ChangeResult.WRONG_STATUS);
        clock.advance(Duration.ofSeconds(5));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        assertThat(container(id).current()).isEqualTo(new ContainerState.Running(START.plusSeconds(65)));
        assertThat(container(id).restarts()).isEqualTo(1);
        assertThat(container(id).previous())
                .isEqualTo(new ContainerState.Terminated(START, START.plusSeconds(60), 137));
        assertThat(container(id).previousLog(10)).extracting(LogLine::text).contains("up");
        assertThat(reasons(id))
                .containsExactly(
                        "Pulling", "Pulled", "Created", "Started", "Killing", "Pulling", "Pulled", "Created",
                        "Started");
    }

    @Test
    void countsOnAfterARestartWhileItCrashes() {
        String id = create(group(RestartPolicy.ALWAYS, Specs.profiled("web", "crash loop")));
        clock.advance(Duration.ofSeconds(13)); // runs at 0, 1, 12
        assertThat(container(id).restarts()).isEqualTo(2);

        groups.restart(id, null);
        clock.advance(Duration.ofSeconds(5));

        assertThat(container(id).restarts()).isEqualTo(3);
        clock.advance(Duration.ofSeconds(1));
        assertThat(container(id).restarts()).isEqualTo(4);
    }

    @Test
    void restartsOnceForARepeatedToken() {
        ClientToken token = new ClientToken("restart", "same");
        String id = create(group(RestartPolicy.ALWAYS, Specs.container("web")));
        clock.advance(Duration.ofSeconds(1));

        groups.restart(id, token);
        clock.advance(Duration.ofSeconds(6));

        assertThat(groups.restart(id, token)).isEqualTo(ChangeResult.ACCEPTED);
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        assertThat(container(id).restarts()).isEqualTo(1);
        assertThat(groups.restart(id, new ClientToken("restart", "other"))).isEqualTo(ChangeResult.TOKEN_MISMATCH);
    }

    @Test
    void startsOnlyChangedContainersAgainWhenItIsUpdated() {
        ContainerSpec kept = Specs.container("kept");
        GroupSpec before = group(RestartPolicy.ALWAYS, kept, Specs.container("changed"), Specs.container("removed"));
        GroupSpec after = group(RestartPolicy.ALWAYS, kept, image("changed", "nginx:1.28"), Specs.container("added"));
        String id = create(before);
        clock.advance(Duration.ofSeconds(60));

        assertThat(groups.update(id, after, null)).isEqualTo(ChangeResult.ACCEPTED);

        assertThat(status(id)).isEqualTo(GroupStatus.UPDATING);
        clock.advance(Duration.ofSeconds(5));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        assertThat(snapshot(id).spec()).isEqualTo(after);
        assertThat(snapshot(id).containers())
                .extracting(
                        container -> container.spec().name(), ContainerSnapshot::current, ContainerSnapshot::restarts)
                .containsExactly(
                        tuple("kept", new ContainerState.Running(START), 0),
                        tuple("changed", new ContainerState.Running(START.plusSeconds(65)), 1),
                        tuple("added", new ContainerState.Running(START.plusSeconds(65)), 0));
        assertThat(groups.update(id, after, null)).isEqualTo(ChangeResult.NOTHING_NEW);
    }

    @Test
    void cannotBeChangedWhenItHasEnded() {
        String id = create(group(RestartPolicy.NEVER, Specs.container("job", "exit", "0")));

        assertThat(status(id)).isEqualTo(GroupStatus.SUCCEEDED);
        assertThat(groups.restart(id, null)).isEqualTo(ChangeResult.WRONG_STATUS);
        assertThat(groups.update(id, group(RestartPolicy.ALWAYS, Specs.container("web")), null))
                .isEqualTo(ChangeResult.WRONG_STATUS);
        assertThat(groups.restart("eci-unheardof", null)).isEqualTo(ChangeResult.UNKNOWN);
    }

    @Test
    void vanishesWithoutATrace() {
        String id = create(group(RestartPolicy.ALWAYS, Specs.container("web")));

        assertThat(groups.vanish(id)).isTrue();

        assertThat(groups.find(id)).isNull();
        assertThat(groups.vanish(id)).isFalse();
        assertThat(groups.freeAddresses("vsw-a")).isEqualTo(252);
    }

    @Test
    void tellsAtMostFiftyEvents() {
        String id = create(group(
                RestartPolicy.ALWAYS,
                Stream.iterate(0, i -> i + 1)
                        .limit(20)
                        .map(i -> Specs.container("web-" + i))
                        .toArray(ContainerSpec[]::new)));

        assertThat(snapshot(id).events()).hasSize(50);
    }

    @Test
    void sharesWhatIsEqualBetweenGroups() {
        String one = create(group(RestartPolicy.ALWAYS, image("web", new String("nginx:1".toCharArray()))));
        String other = create(group(RestartPolicy.ALWAYS, image("web", new String("nginx:1".toCharArray()))));

        assertThat(snapshot(one).spec().containers().getFirst())
                .isSameAs(snapshot(other).spec().containers().getFirst());
    }

    private static GroupSpec group(RestartPolicy policy, ContainerSpec... containers) {
        return Specs.group(policy, containers);
    }

    private static ContainerSpec image(String name, String image) {
        ContainerSpec container = Specs.container(name);
        return new ContainerSpec(
                name,
                image,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(),
                container.terminal(),
                null,
                null,
                container.security());
    }

    private String create(GroupSpec spec) {
        return ((CreateResult.Created) groups.create(spec, Specs.wish("vsw-a"), null)).containerGroupId();
    }

    private GroupStatus status(String id) {
        return snapshot(id).status();
    }

    private ContainerSnapshot container(String id) {
        return snapshot(id).containers().getFirst();
    }

    private ContainerState.Waiting waiting(String id) {
        return (ContainerState.Waiting) container(id).current();
    }

    private List<String> reasons(String id) {
        return snapshot(id).events().stream().map(GroupEvent::reason).toList();
    }

    private GroupEvent event(String id, String reason) {
        return snapshot(id).events().stream()
                .filter(event -> event.reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    private GroupSnapshot snapshot(String id) {
        return Objects.requireNonNull(groups.find(id), () -> "no container group " + id);
    }
}
