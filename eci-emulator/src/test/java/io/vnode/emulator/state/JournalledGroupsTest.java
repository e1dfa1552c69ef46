package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.ManualClock;
import io.vnode.emulator.journal.StateDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalledGroupsTest {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05Z");
    private static final List<VSwitch> VSWITCHES =
            List.of(new VSwitch("vsw-a", "cn-hangzhou-h", Cidr.parse("10.0.0.8/29")));
    private static final Delays DELAYS =
            new Delays(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
    private static final Offer OFFER =
            new Offer(Edition.TODAY, 100, Prices.USUAL, List.of(new StockLimit("cn-hangzhou-h", null, null, 4)), false);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(START);

    @Test
    void hasEverythingAgainThatWasDone() {
        GroupSpec web = Specs.group(RestartPolicy.ALWAYS, Specs.container("web"));
        GroupSpec spot = Specs.withTerms(
                web, new GroupSpec.Terms(null, new Spot(9.0, Duration.ofHours(1)), false, "eip-1", false, Set.of()));
        List<String> before;
        String restarted;
        try (StateDirectory directory = StateDirectory.open(folder)) {
            ContainerGroups groups = open(directory);
            restarted = create(groups, web);
            String job = create(groups, Specs.group(RestartPolicy.NEVER, Specs.container("job", "exit", "0")));
            String vanished = create(groups, web);
            clock.advance(Duration.ofSeconds(10)); // the job has ended and given its address back
            groups.vanish(vanished);
            String reclaimed = create(groups, spot);
            String deleted = create(groups, web);
            groups.restart(restarted, new ClientToken("restart", "same"));
            clock.advance(Duration.ofSeconds(10));
            groups.update(restarted, Specs.group(RestartPolicy.ALWAYS, Specs.container("other")), null);
            groups.reclaim(reclaimed);
            groups.delete(deleted, false);
            clock.advance(Duration.ofSeconds(2));
            before = state(groups);
            assertThat(before).hasSize(6).anyMatch(line -> line.startsWith(job));
        }

        try (StateDirectory directory = StateDirectory.open(folder)) {
            ContainerGroups groups = open(directory);

            assertThat(state(groups)).isEqualTo(before);
            assertThat(groups.restart(restarted, new ClientToken("restart", "same")))
                    .isEqualTo(ChangeResult.ACCEPTED);
            assertThat(state(groups)).isEqualTo(before);
        }
    }

    @Test
    void isTheSameAfterItsJournalWasShortened() {
        GroupSpec large = Specs.group(
                RestartPolicy.ALWAYS, Specs.container("web", "echo", "x".repeat(200_000))); // long before long
        List<String> before;
        try (StateDirectory directory = StateDirectory.open(folder)) {
            ContainerGroups groups = open(directory);
            String kept = create(groups, large);
            clock.advance(Duration.ofSeconds(10));
            groups.restart(kept, null);
            IntStream.range(0, 60).forEach(_ -> groups.delete(create(groups, large), true));
            before = state(groups);
        }

        assertThat(folder.resolve("container-groups.journal").toFile().length()).isLessThan(10_000_000);
        try (StateDirectory directory = StateDirectory.open(folder)) {
            ContainerGroups groups = open(directory);
            assertThat(state(groups)).isEqualTo(before);
            assertThat(groups.page(_ -> true, 61, 20).groups()).isEmpty();
            create(groups, large);
            assertThat(groups.page(_ -> true, 61, 20).groups()).hasSize(1);
        }
    }

    private ContainerGroups open(StateDirectory directory) {
        return ContainerGroups.in(directory, VSWITCHES, DELAYS, Images.AT_ONCE, OFFER, clock);
    }

    private static String create(ContainerGroups groups, GroupSpec spec) {
        return ((CreateResult.Created) groups.create(spec, Specs.wish("vsw-a"), null)).containerGroupId();
    }

    /** Everything that one can see, as text. */
    private static List<String> state(ContainerGroups groups) {
        List<String> state = new ArrayList<>();
        for (GroupSnapshot group : groups.all()) {
            state.add("%s %s %s %s %s"
                    .formatted(
                            group.id(),
                            group.status(),
                            group.placement().address(),
                            group.containers().stream()
                                    .map(each ->
                                            each.spec().name() + each.current() + each.restarts() + each.previous())
                                    .toList(),
                            group.events()));
        }
        state.add(groups.stock().toString());
        state.add("%s vCPU, %d addresses".formatted(groups.usedCpu(), groups.freeAddresses("vsw-a")));
        return state;
    }
}
