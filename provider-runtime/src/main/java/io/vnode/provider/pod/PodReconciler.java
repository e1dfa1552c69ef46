package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.PodKey;
import io.vnode.addon.settings.DaemonSetPods;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciException;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.telemetry.PodMetrics;
import io.vnode.provider.translate.CreationPlan;
import io.vnode.provider.translate.Note;
import io.vnode.provider.translate.PodStatuses;
import io.vnode.provider.translate.PodTranslator;
import io.vnode.provider.translate.Translation;
import io.vnode.provider.workqueue.ReconcileResult;
import io.vnode.provider.workqueue.Turnstile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one step for one pod. */
final class PodReconciler {

    private static final Logger LOGGER = LoggerFactory.getLogger(PodReconciler.class);

    /** ECI limits creations and deletions per minute; whoever waits for it must not keep the statuses of others waiting. */
    private static final int CALLS_AT_A_TIME = 24;

    private static final Duration UNKNOWN_RETRY = Duration.ofSeconds(2);
    private static final Duration DELETE_CHECK = Duration.ofSeconds(2);
    private static final Duration INPUT_RETRY = Duration.ofSeconds(5);
    private static final Duration OUT_OF_STOCK_RETRY = Duration.ofSeconds(15);

    private final BoundPods pods;
    private final PodEvents events;
    private final PodReporter reporter;
    private final PodInputsReader inputs;
    private final PodTranslator translator;
    private final Supplier<PodDefaults> defaults;
    private final ContainerGroups groups;
    private final Departed departed;
    private final Turnstile<PodKey> creations;
    private final Turnstile<PodKey> deletions;
    private final PodMetrics metrics;
    private final Clock clock;

    PodReconciler(
            BoundPods pods,
            PodEvents events,
            PodReporter reporter,
            PodInputsReader inputs,
            PodTranslator translator,
            Supplier<PodDefaults> defaults,
            ContainerGroups groups,
            Departed departed,
            Consumer<PodKey> queue,
            PodMetrics metrics,
            Clock clock) {
        this.pods = pods;
        this.events = events;
        this.reporter = reporter;
        this.inputs = inputs;
        this.translator = translator;
        this.defaults = defaults;
        this.groups = groups;
        this.departed = departed;
        this.creations = new Turnstile<>(CALLS_AT_A_TIME, queue);
        this.deletions = new Turnstile<>(CALLS_AT_A_TIME, queue);
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How many creates are under way. */
    int creating() {
        return creations.inside();
    }

    /** How many deletes are under way. */
    int deleting() {
        return deletions.inside();
    }

    ReconcileResult reconcile(PodKey key) {
        @Nullable Pod known = pods.find(key);
        PodAction action = PendingLimit.applied(
                PodPlanner.plan(known, departed.has(key), groups.find(key, PodFacts.recordedGroupId(known))),
                clock.instant());
        metrics.planned(action.getClass().getSimpleName());
        LOGGER.atDebug()
                .addKeyValue("pod", key)
                .addKeyValue("action", action.getClass().getSimpleName())
                .log("planned next step");
        return switch (action) {
            case PodAction.Nothing() -> {
                if (known == null) {
                    groups.forget(key);
                    departed.forget(key);
                    reporter.forget(key);
                }
                yield settled();
            }
            case PodAction.Wait(String why) -> {
                LOGGER.atDebug().addKeyValue("pod", key).addKeyValue("why", why).log("waiting");
                yield retryAfter(UNKNOWN_RETRY);
            }
            case PodAction.CreateGroup(Pod pod) -> through(creations, key, () -> create(key, pod));
            case PodAction.WriteStatus(Pod pod, var group) -> {
                Duration again = reporter.report(key, pod, group);
                yield again == null ? settled() : retryAfter(again);
            }
            case PodAction.FailPod(Pod pod, String reason, String message) -> fail(pod, reason, message);
            case PodAction.DeclinePod(Pod pod, String reason, String message) -> {
                boolean aloud = defaults.get().daemonSetPods() == DaemonSetPods.DECLINE;
                if (aloud && pods.writeStatus(pod, PodStatuses.pending(pod, reason, message))) {
                    events.warning(key, reason, message);
                }
                yield settled();
            }
            case PodAction.DeleteGroup(String groupId) -> through(deletions, key, () -> delete(key, groupId));
            case PodAction.DeleteOrphan(String groupId) ->
                through(
                        deletions,
                        key,
                        () -> pods.confirmedGone(key) ? deleteOrphan(key, groupId) : retryAfter(UNKNOWN_RETRY));
            case PodAction.RemovePod(Pod pod) -> {
                reporter.deleted(pod);
                pods.remove(pod);
                LOGGER.atInfo().addKeyValue("pod", key).log("pod removed");
                yield settled();
            }
        };
    }

    private static ReconcileResult through(Turnstile<PodKey> turnstile, PodKey key, Supplier<ReconcileResult> step) {
        if (!turnstile.enter(key)) {
            return settled(); // the turnstile says when there is room
        }
        try {
            return step.get();
        } finally {
            turnstile.leave();
        }
    }

    private ReconcileResult create(PodKey key, Pod pod) {
        return switch (translator.translate(pod, inputs.read(pod), defaults.get())) {
            case Translation.Ready(CreationPlan plan, List<Note> notes) -> {
                notes.forEach(note -> events.warning(key, note.reason(), note.message()));
                yield create(key, pod, plan);
            }
            case Translation.Waiting(String message) -> {
                events.warning(key, "CreateContainerConfigError", message);
                boolean unused = pods.writeStatus(pod, PodStatuses.waitingForInput(pod, message));
                yield retryAfter(INPUT_RETRY);
            }
            case Translation.Refused(String reason, String message) -> fail(pod, reason, message);
        };
    }

    private ReconcileResult create(PodKey key, Pod pod, CreationPlan plan) {
        return switch (firstInStock(key, plan)) {
            case CreateOutcome.Accepted(String groupId, String requestId) -> {
                reporter.created(key, groupId, requestId);
                yield settled();
            }
            case CreateOutcome.OutOfStock(String code, String detail, String requestId) -> {
                String why = sentence(code, detail, requestId);
                yield switch (plan.whenOutOfStock()) {
                    case FAIL -> fail(pod, PodStatuses.notCreated(pod, "ProviderFailed", code, why, clock.instant()));
                    case TRY_AGAIN -> {
                        events.warning(key, "OutOfStock", why);
                        boolean unused =
                                pods.writeStatus(pod, PodStatuses.outOfStock(pod, code, detail, clock.instant()));
                        yield retryAfter(OUT_OF_STOCK_RETRY);
                    }
                };
            }
            case CreateOutcome.Rejected(String code, String detail, String requestId) ->
                fail(
                        pod,
                        PodStatuses.notCreated(
                                pod, "ProviderCreateFailed", code, sentence(code, detail, requestId), clock.instant()));
        };
    }

    /** The answer to the first candidate that is in stock, or else to the last. */
    private CreateOutcome firstInStock(PodKey key, CreationPlan plan) {
        CreateOutcome outcome = groups.create(key, plan.candidates().getFirst());
        for (int next = 1;
                outcome instanceof CreateOutcome.OutOfStock
                        && next < plan.candidates().size();
                next++) {
            outcome = groups.create(key, plan.candidates().get(next));
        }
        return outcome;
    }

    private ReconcileResult fail(Pod pod, String reason, String message) {
        return fail(pod, PodStatuses.failed(pod, reason, message, clock.instant()));
    }

    private ReconcileResult fail(Pod pod, PodStatus status) {
        if (pods.writeStatus(pod, status)) {
            String reason = status.getReason();
            events.warning(PodFacts.key(pod), reason, status.getMessage());
            LOGGER.atWarn()
                    .addKeyValue("pod", PodFacts.key(pod))
                    .addKeyValue("reason", reason)
                    .log("pod failed");
        }
        return settled();
    }

    private ReconcileResult delete(PodKey key, String groupId) {
        if (groups.delete(key, groupId)) {
            events.normal(key, "Killing", "Deleting container group " + groupId);
        }
        return retryAfter(groups.gone(groupId) ? Duration.ZERO : DELETE_CHECK);
    }

    private ReconcileResult deleteOrphan(PodKey key, String groupId) {
        boolean unused = groups.delete(key, groupId);
        return retryAfter(groups.gone(groupId) ? Duration.ZERO : DELETE_CHECK);
    }

    /** Says what a step threw; the step is tried again. */
    void report(PodKey key, RuntimeException error) {
        switch (error) {
            case EciException e -> {
                LOGGER.atWarn()
                        .addKeyValue("pod", key)
                        .addKeyValue("action", e.action())
                        .addKeyValue("errorCode", e.code())
                        .addKeyValue("requestId", e.requestId())
                        .log("ECI did not do a step for a pod, trying again");
                String reason = e.action().startsWith("Delete") ? "ProviderDeleteFailed" : "ProviderCreateFailed";
                events.warning(key, reason, sentence(e.code(), e.detail(), e.requestId()));
            }
            case KubernetesClientException e ->
                LOGGER.atWarn()
                        .addKeyValue("pod", key)
                        .addKeyValue("status", e.getCode())
                        .addKeyValue(
                                "statusReason",
                                e.getStatus() == null ? "" : e.getStatus().getReason())
                        .log("the API server did not do a step for a pod, trying again");
            default ->
                LOGGER.atError().setCause(error).addKeyValue("pod", key).log("a step for a pod failed, trying again");
        }
    }

    private static String sentence(String code, String detail, String requestId) {
        String sentence = code + ": " + detail;
        return requestId.isEmpty() ? sentence : sentence + " (request " + requestId + ")";
    }

    private static ReconcileResult settled() {
        return new ReconcileResult.Settled();
    }

    private static ReconcileResult retryAfter(Duration delay) {
        return new ReconcileResult.RetryAfter(delay);
    }
}
