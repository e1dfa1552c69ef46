package io.vnode.provider.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes meters, and keeps a list of what was made, from which the documentation is written. */
final class Meters {

    /** Bounds for what takes from a millisecond to a minute. */
    private static final double[] SECONDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
    };

    /** A meter, for people. */
    record Description(String name, String type, List<String> labels, String help) {}

    /** Takes one reading of a meter that is read when somebody looks. */
    @FunctionalInterface
    interface Reading {
        void is(double value, String... labels);
    }

    private final PrometheusRegistry registry;
    private final List<Description> made = new ArrayList<>();

    Meters(PrometheusRegistry registry) {
        this.registry = registry;
    }

    Counter counter(String name, String help, String... labels) {
        describe(name, "counter", help, labels);
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    Gauge gauge(String name, String help, String... labels) {
        describe(name, "gauge", help, labels);
        return Gauge.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    /** A histogram of seconds. */
    Histogram seconds(String name, String help, String... labels) {
        describe(name, "histogram", help, labels);
        return Histogram.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .withoutExemplars()
                .register(registry);
    }

    void readGauge(String name, String help, Consumer<Reading> reader, String... labels) {
        describe(name, "gauge", help, labels);
        GaugeWithCallback unused = GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(callback -> reader.accept(callback::call))
                .register(registry);
    }

    void readCounter(String name, String help, Consumer<Reading> reader, String... labels) {
        describe(name, "counter", help, labels);
        CounterWithCallback unused = CounterWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .callback(callback -> reader.accept(callback::call))
                .register(registry);
    }

    private void describe(String name, String type, String help, String... labels) {
        made.add(new Description(name, type, List.of(labels), help));
    }

    /** What was made, in that order. */
    List<Description> made() {
        return List.copyOf(made);
    }
}
