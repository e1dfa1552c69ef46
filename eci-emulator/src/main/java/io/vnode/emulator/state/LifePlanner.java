package io.vnode.emulator.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays out lives. The same group and the same changes give the same life every time, so that lives need not be kept.
 *
 * @param delays how long the steps take
 * @param images how images are pulled
 */
record LifePlanner(Delays delays, Images images) {

    /** The life of a group after all that was done to it. */
    GroupLife life(ContainerGroup group) {
        String address = group.placement().address();
        GroupLife life = group.noStock()
                ? unscheduled(group.firstSpec(), group.created())
                : created(group.firstSpec(), address, group.created());
        for (Change change : group.changes()) {
            life = after(life, change, address);
        }
        return life;
    }

    private GroupLife created(GroupSpec spec, String address, Instant created) {
        Instant scheduled = created.plus(delays.scheduling());
        return new Sequence(spec, address, scheduled.plus(delays.pending()))
                .life(scheduled, GroupStatus.PENDING, scheduled, List.of());
    }

    /** Accepted, and then there was nothing to run it on. */
    private GroupLife unscheduled(GroupSpec spec, Instant created) {
        Instant failed = created.plus(delays.scheduling());
        ContainerLife never = new ContainerLife(
                new Conduct(Program.running(""), Pull.AT_ONCE, null, null, null),
                spec.restartPolicy(),
                delays.restart(),
                null,
                null,
                null,
                ContainerLife.Before.NOTHING);
        return new GroupLife(
                spec,
                new Phases(failed, GroupStatus.PENDING, failed, null, failed, GroupStatus.SCHEDULE_FAILED),
                spec.initContainers().stream().map(_ -> never).toList(),
                spec.containers().stream().map(_ -> never).toList(),
                List.of(GroupEvent.warning(
                        "ContainerGroup.NoStock",
                        "Create ECI failed because the specified instance is out of stock",
                        failed)));
    }

    private GroupLife after(GroupLife life, Change change, String address) {
        return switch (change) {
            case Change.Restarted(var time) -> restarted(life, life.spec(), time, address, GroupStatus.RESTARTING);
            case Change.Updated(var time, var spec)
            when !spec.initContainers().equals(life.spec().initContainers()) ->
                restarted(life, spec, time, address, GroupStatus.UPDATING);
            case Change.Updated(var time, var spec) -> updated(life, spec, time, address);
            case Change.Reclaimed(var time, var end) -> reclaimed(life, time, end);
        };
    }

    private GroupLife restarted(GroupLife life, GroupSpec spec, Instant time, String address, GroupStatus meanwhile) {
        Instant stopped = time.plus(stopping(spec));
        Sequence sequence = new Sequence(spec, address, stopped.plus(delays.pending()));
        sequence.remember(life, time);
        List<GroupEvent> news = new ArrayList<>(life.news());
        news.addAll(GroupEvents.ofEnded(life.spec().initContainers(), life.initContainers(), time));
        news.addAll(GroupEvents.ofEnded(life.spec().containers(), life.containers(), time));
        return sequence.life(life.phases().scheduled(), meanwhile, stopped, news);
    }

    /** Containers that are as they were go on; the others are started again, or anew. */
    private GroupLife updated(GroupLife life, GroupSpec spec, Instant time, String address) {
        Sequence sequence = new Sequence(spec, address, time.plus(stopping(spec)));
        sequence.remember(life, time);
        List<GroupEvent> news = new ArrayList<>(life.news());
        for (int i = 0; i < life.containers().size(); i++) {
            ContainerSpec old = life.spec().containers().get(i);
            if (spec.containers().contains(old)) {
                sequence.keep(old, life.containers().get(i));
            } else {
                news.addAll(GroupEvents.ofEnded(
                        List.of(old), List.of(life.containers().get(i)), time));
            }
        }
        sequence.initLives.addAll(life.initContainers());
        return sequence.life(life.phases().scheduled(), GroupStatus.UPDATING, null, news);
    }

    private static GroupLife reclaimed(GroupLife life, Instant notice, Instant end) {
        List<GroupEvent> news = new ArrayList<>(life.news());
        news.add(GroupEvent.warning("SpotToBeReleased", "Spot ECI will be released at %s".formatted(end), notice));
        GroupLife told = new GroupLife(life.spec(), life.phases(), life.initContainers(), life.containers(), news);
        return told.cut(end, GroupStatus.EXPIRED);
    }

    /** How long it takes to stop containers. */
    Duration stopping(GroupSpec spec) {
        Duration grace = spec.terminationGrace();
        return grace.compareTo(delays.terminating()) < 0 ? grace : delays.terminating();
    }

    /** Init containers one after the other, each pulled when its turn comes; then the others, pulled one after the other. */
    private final class Sequence {

        private final GroupSpec spec;
        private final String address;
        private final Instant begin;
        private final Set<String> present = new HashSet<>();
        private final List<ContainerLife> initLives = new ArrayList<>();
        private final Map<ContainerSpec, ContainerLife> kept = new HashMap<>();
        private final Map<String, ContainerLife.Before> before = new HashMap<>();
        private @Nullable Instant next;

        private Sequence(GroupSpec spec, String address, Instant begin) {
            this.spec = spec;
            this.address = address;
            this.begin = begin;
            this.next = begin;
        }

        private void remember(GroupLife life, Instant time) {
            remember(life.spec().initContainers(), life.initContainers(), time);
            remember(life.spec().containers(), life.containers(), time);
        }

        private void remember(List<ContainerSpec> specs, List<ContainerLife> lives, Instant time) {
            for (int i = 0; i < specs.size(); i++) {
                ContainerLife life = lives.get(i);
                before.put(specs.get(i).name(), life.remains(time));
                if (life.start() != null && !life.start().isAfter(time)) {
                    present.add(specs.get(i).image());
                }
            }
        }

        private void keep(ContainerSpec container, ContainerLife life) {
            kept.put(container, life);
        }

        private GroupLife life(
                Instant scheduled, GroupStatus changing, @Nullable Instant changed, List<GroupEvent> news) {
            if (initLives.isEmpty()) {
                spec.initContainers().forEach(this::planInit);
            } else {
                waitForInitContainers();
            }
            boolean initialized = next != null;
            List<ContainerLife> lives = new ArrayList<>();
            spec.containers().forEach(container -> lives.add(plan(container)));
            List<ContainerLife> masters = masters(lives);
            Instant end = initialized ? lastEnd(masters) : endOfFailedInit();
            boolean succeeds = initialized && masters.stream().allMatch(ContainerLife::succeeds);
            endSidecars(lives, end);
            Phases phases = new Phases(
                    scheduled,
                    changing,
                    changed == null ? lastStart(lives, begin) : changed,
                    firstStart(lives),
                    end,
                    succeeds ? GroupStatus.SUCCEEDED : GroupStatus.FAILED);
            return withDeadline(new GroupLife(spec, phases, initLives, lives, news));
        }

        /** The containers that decide about the group: those that are no sidecars, if there are any. */
        private List<ContainerLife> masters(List<ContainerLife> lives) {
            List<ContainerLife> masters = new ArrayList<>();
            for (int i = 0; i < lives.size(); i++) {
                if (!spec.containers().get(i).sidecar()) {
                    masters.add(lives.get(i));
                }
            }
            return masters.isEmpty() ? lives : masters;
        }

        private void endSidecars(List<ContainerLife> lives, @Nullable Instant end) {
            for (int i = 0; end != null && i < lives.size(); i++) {
                if (spec.containers().get(i).sidecar()) {
                    lives.set(i, lives.get(i).cut(end));
                }
            }
        }

        /** An update leaves init containers alone, which may still be at work. */
        private void waitForInitContainers() {
            for (ContainerLife life : initLives) {
                Instant end = life.succeeds() ? life.end() : null;
                next = next == null || end == null ? null : later(next, end);
            }
        }

        private void planInit(ContainerSpec container) {
            Conduct conduct = Conduct.ofInit(spec, container, address, images);
            ContainerLife life = life(container, conduct, spec.restartPolicy().forInitContainers());
            initLives.add(life);
            next = life.start() != null && life.succeeds() ? life.end() : null;
        }

        private ContainerLife plan(ContainerSpec container) {
            ContainerLife going = kept.get(container);
            if (going != null) {
                return going;
            }
            ContainerLife life = life(container, Conduct.of(spec, container, address, images), spec.restartPolicy());
            next = life.start() == null ? next : life.start();
            return life;
        }

        private ContainerLife life(ContainerSpec container, Conduct conduct, RestartPolicy policy) {
            boolean there = !present.add(container.image());
            Conduct known = there ? conduct.pulled() : conduct;
            return new ContainerLife(
                    known,
                    policy,
                    delays.restart(),
                    next,
                    next == null ? null : known.pull().done(next),
                    null,
                    before.getOrDefault(container.name(), ContainerLife.Before.NOTHING));
        }

        private @Nullable Instant endOfFailedInit() {
            return initLives.stream()
                    .filter(life -> life.start() != null && !life.succeeds())
                    .findFirst()
                    .map(ContainerLife::end)
                    .orElse(null);
        }

        private GroupLife withDeadline(GroupLife life) {
            Duration active = spec.terms().activeDeadline();
            if (active == null) {
                return life;
            }
            Instant deadline = life.phases().scheduled().plus(active);
            if (life.endsBefore(deadline)) {
                return life;
            }
            GroupLife ended = life.cut(deadline, GroupStatus.FAILED);
            List<GroupEvent> told = new ArrayList<>(ended.news());
            told.removeIf(event -> event.reason().equals(GroupEvents.DEADLINE_EXCEEDED));
            told.add(GroupEvent.warning(
                    GroupEvents.DEADLINE_EXCEEDED,
                    "The container group was active for longer than its deadline of %d seconds"
                            .formatted(active.toSeconds()),
                    deadline));
            return new GroupLife(spec, ended.phases(), ended.initContainers(), ended.containers(), told);
        }
    }

    private static @Nullable Instant lastEnd(List<ContainerLife> lives) {
        Instant last = Instant.MIN;
        for (ContainerLife life : lives) {
            Instant end = life.end();
            if (end == null) {
                return null;
            }
            last = later(last, end);
        }
        return last;
    }

    private static @Nullable Instant firstStart(List<ContainerLife> lives) {
        return lives.stream()
                .map(ContainerLife::start)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Instant lastStart(List<ContainerLife> lives, Instant earliest) {
        return lives.stream().map(ContainerLife::start).filter(Objects::nonNull).reduce(earliest, LifePlanner::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
