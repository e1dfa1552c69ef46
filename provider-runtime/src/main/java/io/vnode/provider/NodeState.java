package io.vnode.provider;

import io.vnode.addon.PodKey;
import io.vnode.addon.settings.Settings;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.containergroup.Outage;
import io.vnode.provider.telemetry.Health;
import io.vnode.provider.workqueue.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What a virtual node is busy with, for people: names, numbers and settings, without secrets. */
record NodeState(
        Map<String, String> environment,
        Health health,
        WorkQueue<PodKey> queue,
        ContainerGroups groups,
        Instant startedAt) {

    SequencedMap<String, ?> now() {
        SequencedMap<String, Object> state = new LinkedHashMap<>();
        state.put("version", Version.CURRENT);
        state.put("java", Runtime.version().toString());
        state.put("startedAt", startedAt.toString());
        state.put("settings", EffectiveSettings.of(Settings.ofProvider(), environment));
        state.put("notReady", problems());
        state.put("queue", queueNow());
        Outage outage = groups.outage();
        state.put("eci", outage == null ? "answers" : "%s since %s".formatted(outage.reason(), outage.since()));
        state.put("lookedAtEciSecondsAgo", groups.sinceLastLook().toMillis() / 1000.0);
        state.put("containerGroups", Readings.statuses(groups));
        return state;
    }

    private List<String> problems() {
        return health.readiness().stream()
                .filter(check -> check.problem() != null)
                .map(check -> check.name() + ": " + check.problem())
                .toList();
    }

    private Map<String, Object> queueNow() {
        WorkQueue.Figures figures = queue.figures();
        SequencedMap<String, Object> shown = new LinkedHashMap<>();
        shown.put("depth", figures.depth());
        shown.put("inWork", figures.inWork());
        shown.put("delayed", figures.delayed());
        shown.put("added", figures.added());
        shown.put("retried", figures.retried());
        shown.put("oldestAgeSeconds", figures.oldestAge().dividedBy(Duration.ofMillis(1)) / 1000.0);
        return shown;
    }
}
