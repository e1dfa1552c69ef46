package io.vnode.provider.telemetry;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The numbers of this process, for Prometheus. Each part belongs to one room, which reports to it by plain words and
 * durations; no room knows how they are published.
 */
public final class Metrics {

    /** Media type of {@link #text}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Meters meters = new Meters(registry);
    private final PodMetrics pods = new PodMetrics(meters);
    private final QueueMetrics queue = new QueueMetrics(meters);
    private final ContainerGroupMetrics containerGroups = new ContainerGroupMetrics(meters);
    private final EciCallMetrics eciCalls = new EciCallMetrics(meters);
    private final NodeMetrics node = new NodeMetrics(meters);
    private final ProfileMetrics profile = new ProfileMetrics(meters);
    private final PrometheusTextFormatWriter format = PrometheusTextFormatWriter.builder()
            .setIncludeCreatedTimestamps(false)
            .build();
    private boolean jvmWatched;

    /**
     * Numbers of a process.
     *
     * @param version the version of this build
     */
    public Metrics(String version) {
        meters.gauge("vnode_build_info", "Which build this is; always 1.", "version", "java_version")
                .labelValues(version, Runtime.version().toString())
                .set(1);
    }

    /** What becomes of pods. */
    public PodMetrics pods() {
        return pods;
    }

    /** The queue of pods that want attention. */
    public QueueMetrics queue() {
        return queue;
    }

    /** The container groups of this node. */
    public ContainerGroupMetrics containerGroups() {
        return containerGroups;
    }

    /** Calls of ECI. */
    public EciCallMetrics eciCalls() {
        return eciCalls;
    }

    /** The node object and its owner. */
    public NodeMetrics node() {
        return node;
    }

    /** The {@code eci-profile} ConfigMap. */
    public ProfileMetrics profile() {
        return profile;
    }

    /** All numbers as they are now, in Prometheus' text format. */
    public byte[] text() {
        watchJvm();
        var out = new ByteArrayOutputStream();
        try {
            format.write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The JVM's own numbers take classes that a process nobody asks need not load. */
    private synchronized void watchJvm() {
        if (!jvmWatched) {
            jvmWatched = true;
            JvmMemoryMetrics.builder().register(registry);
            JvmGarbageCollectorMetrics.builder().register(registry);
            JvmThreadsMetrics.builder().register(registry);
            ProcessMetrics.builder().register(registry);
        }
    }

    /** Our own meters, for the documentation. */
    List<Meters.Description> described() {
        return meters.made();
    }
}
