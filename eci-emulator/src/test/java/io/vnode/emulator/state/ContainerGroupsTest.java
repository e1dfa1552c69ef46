package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerGroupsTest {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05Z");
    private static final Delays DELAYS =
            new Delays(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final VSwitch SMALL = new VSwitch("vsw-small", "cn-hangzhou-h", Cidr.parse("10.0.0.8/29"));
    private static final VSwitch LARGE = new VSwitch("vsw-large", "cn-hangzhou-i", Cidr.parse("10.1.0.0/16"));
    private static final PlacementWish ANYWHERE = Specs.wish("vsw-small", "vsw-large");
    private static final PlacementWish SMALL_ONLY = Specs.wish("vsw-small");

    private final ManualClock clock = new ManualClock(START);
    private final ContainerGroups groups = new ContainerGroups(List.of(SMALL, LARGE), DELAYS, clock);

    @Test
    void livesThroughSchedulingAndPendingToRunning() {
        String id = create(RestartPolicy.ALWAYS);

        assertThat(status(id)).isEqualTo(GroupStatus.SCHEDULING);
        clock.advance(Duration.ofSeconds(10));
        assertThat(status(id)).isEqualTo(GroupStatus.PENDING);
        clock.advance(Duration.ofSeconds(20));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        clock.advance(Duration.ofDays(30));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
    }

    @Test
    void runsAtOnceWithoutDelays() {
        ContainerGroups quick = new ContainerGroups(List.of(LARGE), Delays.NONE, clock);

        CreateResult result =
                quick.create(Specs.group(RestartPolicy.ALWAYS, Specs.container("web")), Specs.wish("vsw-large"), null);

        assertThat(result).isInstanceOf(CreateResult.Created.class);
        assertThat(quick.all()).extracting(GroupSnapshot::status).containsExactly(GroupStatus.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({
        "NEVER, exit 0, SUCCEEDED",
        "NEVER, exit 1, FAILED",
        "ON_FAILURE, exit 0, SUCCEEDED",
        "ON_FAILURE, exit 1, RUNNING",
        "ALWAYS, exit 0, RUNNING",
        "ALWAYS, exit 1, RUNNING",
        "NEVER, sleep infinity, RUNNING",
    })
    void endsAsRestartPolicyAndExitCodesSay(RestartPolicy policy, String script, GroupStatus expected) {
        String id = create(policy, "sh", "-c", script);

        clock.advance(Duration.ofMinutes(1));

        assertThat(status(id)).isEqualTo(expected);
    }

    @Test
    void failsWhenOneOfSeveralContainersFails() {
        String id = id(groups.create(
                Specs.group(
                        RestartPolicy.NEVER,
                        Specs.container("good", "exit", "0", "after", "60"),
                        Specs.container("bad", "exit", "2")),
                ANYWHERE,
                null));

        clock.advance(Duration.ofSeconds(89));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
        clock.advance(Duration.ofSeconds(1));
        assertThat(status(id)).isEqualTo(GroupStatus.FAILED);
        assertThat(snapshot(id).ended()).isEqualTo(START.plusSeconds(90));
    }

    @Test
    void runsInitContainersOneAfterTheOther() {
        String id = id(groups.create(
                Specs.group(
                        RestartPolicy.ALWAYS,
                        List.of(Specs.container("one", "sleep", "5"), Specs.container("two", "sleep", "5")),
                        List.of(Specs.container("web"))),
                ANYWHERE,
                null));

        clock.advance(Duration.ofSeconds(37));

        assertThat(status(id)).isEqualTo(GroupStatus.PENDING);
        assertThat(snapshot(id).initContainers())
                .extracting(ContainerSnapshot::current)
                .containsExactly(
                        new ContainerState.Terminated(START.plusSeconds(30), START.plusSeconds(35), 0),
                        new ContainerState.Running(START.plusSeconds(35)));
        assertThat(snapshot(id).containers().getFirst().current()).isInstanceOf(ContainerState.Waiting.class);
        clock.advance(Duration.ofSeconds(3));
        assertThat(status(id)).isEqualTo(GroupStatus.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({"NEVER, FAILED", "ON_FAILURE, PENDING", "ALWAYS, PENDING"})
    void doesNotStartContainersBehindAFailedInitContainer(RestartPolicy policy, GroupStatus expected) {
        String id = id(groups.create(
                Specs.group(policy, List.of(Specs.container("setup", "false")), List.of(Specs.container("web"))),
                ANYWHERE,
                null));

        clock.advance(Duration.ofMinutes(5));

        assertThat(status(id)).isEqualTo(expected);
        assertThat(snapshot(id).containers().getFirst().current()).isInstanceOf(ContainerState.Waiting.class);
    }

    @Test
    void restartsACrashingContainerAfterWaitsThatDouble() {
        String id = create(RestartPolicy.ALWAYS, "exit", "1", "after", "1");
        clock.advance(Duration.ofSeconds(30)); // first run 0-1, second 1-2, wait until 12, third 12-13, wait until 33

        clock.advance(Duration.ofMillis(1500));
        ContainerSnapshot second = snapshot(id).containers().getFirst();
        clock.advance(Duration.ofSeconds(2));
        ContainerSnapshot waiting = snapshot(id).containers().getFirst();
        clock.advance(Duration.ofSeconds(11));
        ContainerSnapshot later = snapshot(id).containers().getFirst();

        assertThat(second.current()).isEqualTo(new ContainerState.Running(START.plusSeconds(31)));
        assertThat(second.restarts()).isEqualTo(1);
        assertThat(second.previous())
                .isEqualTo(new ContainerState.Terminated(START.plusSeconds(30), START.plusSeconds(31), 1));
        assertThat(waiting.current())
                .isEqualTo(new ContainerState.Waiting("CrashLoopBackOff", "back-off 10s restarting failed container"));
        assertThat(waiting.ready()).isFalse();
        assertThat(later.current())
                .isEqualTo(new ContainerState.Waiting("CrashLoopBackOff", "back-off 20s restarting failed container"));
        assertThat(later.restarts()).isEqualTo(2);
    }

    @Test
    void keepsTheLogOfTheRunBefore() {
        String id = create(RestartPolicy.ALWAYS, "sh", "-c", "echo begin; sleep 2; echo end; exit 1");
        clock.advance(Duration.ofSeconds(33));

        ContainerSnapshot container = snapshot(id).containers().getFirst();

        assertThat(container.log(10)).containsExactly(new LogLine(START.plusSeconds(32), "begin"));
        assertThat(container.previousLog(10))
                .containsExactly(
                        new LogLine(START.plusSeconds(30), "begin"), new LogLine(START.plusSeconds(32), "end"));
    }

    @Test
    void keepsEveryEndedGroupForAnHourAndThenTheNewestHundred() {
        List<String> ids = Stream.generate(() -> create(RestartPolicy.NEVER, "exit", "0"))
                .limit(150)
                .toList();
        clock.advance(Duration.ofSeconds(30));
        String newest = create(RestartPolicy.NEVER, "exit", "0");

        clock.advance(Duration.ofMinutes(60).minusSeconds(1));
        assertThat(groups.all()).hasSize(151).extracting(GroupSnapshot::status).containsOnly(GroupStatus.SUCCEEDED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(groups.all()).hasSize(101);
        assertThat(groups.find(ids.get(49))).isNull();
        assertThat(status(ids.get(50))).isEqualTo(GroupStatus.SUCCEEDED);
        clock.advance(Duration.ofDays(30));
        assertThat(groups.all()).hasSize(100);
        assertThat(groups.find(ids.get(50))).isNull();
        assertThat(status(newest)).isEqualTo(GroupStatus.SUCCEEDED);
    }

    @Test
    void isTerminatingForAWhileAndThenGone() {
        String id = create(RestartPolicy.ALWAYS);

        assertThat(groups.delete(id, false)).isEqualTo(ChangeResult.ACCEPTED);

        assertThat(status(id)).isEqualTo(GroupStatus.TERMINATING);
        clock.advance(Duration.ofSeconds(5));
        assertThat(groups.find(id)).isNull();
        assertThat(groups.all()).isEmpty();
    }

    @Test
    void doesNotWaitLongerForARepeatedDeletion() {
        String id = create(RestartPolicy.ALWAYS);
        groups.delete(id, false);
        clock.advance(Duration.ofSeconds(4));

        groups.delete(id, false);

        clock.advance(Duration.ofSeconds(1));
        assertThat(groups.find(id)).isNull();
    }

    @Test
    void isGoneAtOnceWhenForced() {
        String id = create(RestartPolicy.ALWAYS);
        groups.delete(id, false);

        groups.delete(id, true);

        assertThat(groups.find(id)).isNull();
    }

    @Test
    void isGoneAtOnceWhenItHadEnded() {
        String id = create(RestartPolicy.NEVER, "exit", "0");
        clock.advance(Duration.ofMinutes(1));

        groups.delete(id, false);

        assertThat(groups.find(id)).isNull();
    }

    @Test
    void knowsNothingToDeleteTwice() {
        String id = create(RestartPolicy.ALWAYS);
        groups.delete(id, true);

        assertThat(groups.delete(id, true)).isEqualTo(ChangeResult.UNKNOWN);
        assertThat(groups.delete("eci-unheardof", false)).isEqualTo(ChangeResult.UNKNOWN);
    }

    @Test
    void takesAddressesFromTheNextVSwitchWhenOneIsFull() {
        List<String> addresses = Stream.generate(() -> create(RestartPolicy.ALWAYS))
                .limit(5)
                .map(id -> snapshot(id).placement().address())
                .toList();

        assertThat(addresses).containsExactly("10.0.0.9", "10.0.0.10", "10.0.0.11", "10.0.0.12", "10.1.0.1");
    }

    @Test
    void givesAddressesBackWhenGroupsAreGoneOrEnded() {
        String deleted = id(groups.create(running(), SMALL_ONLY, null));
        groups.create(Specs.group(RestartPolicy.NEVER, Specs.container("job", "exit", "0")), SMALL_ONLY, null);
        groups.create(running(), SMALL_ONLY, null);
        groups.create(running(), SMALL_ONLY, null);
        assertThat(groups.create(running(), SMALL_ONLY, null)).isEqualTo(new CreateResult.NoFreeAddress());

        groups.delete(deleted, false);
        assertThat(groups.freeAddresses("vsw-small")).isZero();
        clock.advance(Duration.ofSeconds(5));
        assertThat(groups.freeAddresses("vsw-small")).isEqualTo(1);
        clock.advance(Duration.ofSeconds(25));
        assertThat(groups.freeAddresses("vsw-small")).isEqualTo(2);
        clock.advance(Duration.ofHours(2));
        assertThat(groups.freeAddresses("vsw-small")).isEqualTo(2);
    }

    @Test
    void createsNoSecondGroupForTheSameToken() {
        ClientToken token = new ClientToken("pod-uid", "same");
        CreateResult first = groups.create(running(), ANYWHERE, token);

        CreateResult second = groups.create(running(), ANYWHERE, token);

        assertThat(second).isEqualTo(first);
        assertThat(groups.all()).hasSize(1);
    }

    @Test
    void createsOneGroupForManyCallersWithTheSameTokenAtOnce() throws Exception {
        ClientToken token = new ClientToken("pod-uid", "same");
        Callable<CreateResult> creation = () -> groups.create(running(), ANYWHERE, token);

        Set<CreateResult> results = new HashSet<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<CreateResult> result : callers.invokeAll(Collections.nCopies(64, creation))) {
                results.add(result.get());
            }
        }

        assertThat(results).hasSize(1);
        assertThat(groups.all()).hasSize(1);
    }

    @Test
    void refusesATokenWithOtherParameters() {
        groups.create(running(), ANYWHERE, new ClientToken("pod-uid", "one"));

        CreateResult second = groups.create(running(), ANYWHERE, new ClientToken("pod-uid", "other"));

        assertThat(second).isEqualTo(new CreateResult.TokenMismatch());
        assertThat(groups.all()).hasSize(1);
    }

    @Test
    void remembersATokenAfterItsGroupIsGoneButNotForEver() {
        ClientToken token = new ClientToken("pod-uid", "same");
        CreateResult first = groups.create(running(), ANYWHERE, token);
        groups.delete(id(first), true);

        assertThat(groups.create(running(), ANYWHERE, token)).isEqualTo(first);
        assertThat(groups.all()).isEmpty();
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(groups.create(running(), ANYWHERE, token)).isNotEqualTo(first);
    }

    @Test
    void doesNotKeepATokenThatFoundNoAddress() {
        ClientToken token = new ClientToken("pod-uid", "same");
        List<String> ids = Stream.generate(() -> id(groups.create(running(), SMALL_ONLY, null)))
                .limit(4)
                .toList();
        assertThat(groups.create(running(), SMALL_ONLY, token)).isEqualTo(new CreateResult.NoFreeAddress());

        groups.delete(ids.getFirst(), true);

        assertThat(groups.create(running(), SMALL_ONLY, token)).isInstanceOf(CreateResult.Created.class);
    }

    @Test
    void pagesStayInOrderWhileGroupsComeAndGo() {
        List<String> ids =
                Stream.generate(() -> create(RestartPolicy.ALWAYS)).limit(5).toList();
        GroupPage first = groups.page(_ -> true, 0, 2);
        groups.delete(ids.get(1), true);
        groups.delete(ids.get(2), true);
        String added = create(RestartPolicy.ALWAYS);

        GroupPage second = groups.page(_ -> true, first.next() == null ? -1 : first.next(), 2);
        GroupPage third = groups.page(_ -> true, second.next() == null ? -1 : second.next(), 2);

        assertThat(first.groups()).extracting(GroupSnapshot::id).containsExactly(ids.get(0), ids.get(1));
        assertThat(second.groups()).extracting(GroupSnapshot::id).containsExactly(ids.get(3), ids.get(4));
        assertThat(third.groups()).extracting(GroupSnapshot::id).containsExactly(added);
        assertThat(third.next()).isNull();
        assertThat(third.total()).isEqualTo(4);
    }

    @Test
    void tellsItsStory() {
        String id = create(RestartPolicy.ALWAYS);
        clock.advance(Duration.ofSeconds(30));

        assertThat(snapshot(id).events())
                .extracting(GroupEvent::reason)
                .containsExactly("Pulling", "Pulled", "Created", "Started");
    }

    private static GroupSpec running() {
        return Specs.group(RestartPolicy.ALWAYS, Specs.container("web"));
    }

    private String create(RestartPolicy policy, String... command) {
        return id(groups.create(Specs.group(policy, Specs.container("web", command)), ANYWHERE, null));
    }

    private static String id(CreateResult result) {
        return ((CreateResult.Created) result).containerGroupId();
    }

    private GroupStatus status(String id) {
        return snapshot(id).status();
    }

    private GroupSnapshot snapshot(String id) {
        return Objects.requireNonNull(groups.find(id), () -> "no container group " + id);
    }
}
