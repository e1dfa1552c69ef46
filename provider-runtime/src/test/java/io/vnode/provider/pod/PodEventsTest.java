package io.vnode.provider.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.vnode.addon.PodKey;
import io.vnode.provider.telemetry.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PodEventsTest {

    private static final PodKey POD = new PodKey("shop", "web." + "x".repeat(249), "uid-1");

    private final List<EventNotice> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final PodEvents events = events();

    @Test
    void tellsASentenceOnceHoweverOftenItIsTried() {
        events.warning(POD, "OutOfStock", "OperationDenied.NoStock: none left (request A-1)");
        now = now.plusSeconds(15);
        events.warning(POD, "OutOfStock", "OperationDenied.NoStock: none left (request B-2)");

        assertThat(told).hasSize(1);
    }

    @Test
    void tellsItAgainAfterAWhileAsTheSameEventWithItsCount() {
        events.warning(POD, "OutOfStock", "none left (request A-1)");
        events.warning(POD, "OutOfStock", "none left (request B-2)");
        now = now.plus(Duration.ofMinutes(5));
        events.warning(POD, "OutOfStock", "none left (request C-3)");

        assertThat(told).extracting(EventNotice::count).containsExactly(1, 3);
        assertThat(told)
                .extracting(EventNotice::name)
                .containsOnly(told.getFirst().name());
        assertThat(told.getLast().message()).isEqualTo("none left (request C-3)");
        assertThat(told.getLast().first()).isEqualTo(told.getFirst().first());
    }

    @Test
    void tellsAnotherSentenceAtOnce() {
        events.normal(POD, "Killing", "Deleting container group eci-1");
        events.normal(POD, "Killing", "Deleting container group eci-2");

        assertThat(told).hasSize(2);
    }

    @Test
    void givesAnEventTheSameNameInTheNextProcess() {
        events.normal(POD, "Killing", "Deleting container group eci-1");
        events().normal(POD, "Killing", "Deleting container group eci-1");

        assertThat(told)
                .extracting(EventNotice::name)
                .hasSize(2)
                .containsOnly(told.getFirst().name());
    }

    @Test
    void writesEventsThatTheApiServerTakesForPodsWithTheLongestNames() {
        events.warning(POD, "ProviderFailed", "y".repeat(5000));

        Event event = told.getFirst().toEvent("virtual-node-eci-0");

        assertThat(event.getMetadata().getName()).hasSizeLessThanOrEqualTo(253).matches("[a-z0-9.-]+");
        assertThat(event.getMessage()).hasSize(1024);
        assertThat(event.getInvolvedObject().getUid()).isEqualTo("uid-1");
        assertThat(event.getLastTimestamp()).isEqualTo("2026-03-01T10:00:00Z");
    }

    private PodEvents events() {
        InstantSource time = () -> now;
        return new PodEvents(told::add, new Metrics("test").pods(), time);
    }
}
