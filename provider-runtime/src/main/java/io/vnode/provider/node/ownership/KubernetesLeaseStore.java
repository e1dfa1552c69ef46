package io.vnode.provider.node.ownership;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.Labels;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A Lease in the API server, written only where it has not changed since it was read. */
final class KubernetesLeaseStore implements LeaseStore {

    /** A call that takes longer is made again, while there is time. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(3);

    private final KubernetesClient kubernetes;
    private final String namespace;
    private final String name;

    KubernetesLeaseStore(KubernetesClient kubernetes, String namespace, String name) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
        this.name = name;
    }

    @Override
    public @Nullable LeaseRecord read() {
        Lease lease = ask(
                () -> kubernetes.leases().inNamespace(namespace).withName(name).get());
        return lease == null ? null : record(lease);
    }

    @Override
    public @Nullable LeaseRecord write(LeaseRecord record) {
        var resource = kubernetes.leases().inNamespace(namespace).resource(lease(record));
        String version = record.version();
        Lease written = ask(
                version == null
                        ? resource::create
                        : () -> resource.lockResourceVersion(version).update());
        return written == null ? null : record(written);
    }

    /** Null when the Lease is not there, or is not as it was. */
    private @Nullable Lease ask(Callable<@Nullable Lease> call) {
        try {
            return TimeLimit.within(ANSWER_LIMIT, "lease-call-" + name, call);
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT || e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return null;
            }
            throw new LeaseStoreException("status " + e.getCode(), e);
        } catch (TimeoutException e) {
            throw new LeaseStoreException("no answer within " + ANSWER_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeaseStoreException("interrupted", e);
        }
    }

    private Lease lease(LeaseRecord record) {
        return new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(record.version())
                .addToLabels(Labels.PART_OF, Labels.PART_OF_ADDON)
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(record.holder())
                .withLeaseDurationSeconds((int) record.validFor().toSeconds())
                .withAcquireTime(time(record.acquired()))
                .withRenewTime(time(record.renewed()))
                .withLeaseTransitions(record.transitions())
                .endSpec()
                .build();
    }

    private static ZonedDateTime time(Instant instant) {
        return ZonedDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }

    private static LeaseRecord record(Lease lease) {
        LeaseSpec spec = Objects.requireNonNullElseGet(lease.getSpec(), LeaseSpec::new);
        return new LeaseRecord(
                lease.getMetadata().getResourceVersion(),
                Objects.requireNonNullElse(spec.getHolderIdentity(), ""),
                Duration.ofSeconds(Objects.requireNonNullElse(spec.getLeaseDurationSeconds(), 0)),
                instant(spec.getAcquireTime()),
                instant(spec.getRenewTime()),
                Objects.requireNonNullElse(spec.getLeaseTransitions(), 0));
    }

    private static Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }
}
