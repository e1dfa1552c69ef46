package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallLogTest {

    private static final Action ACTION = new NamedAction();

    private final CallLog log = new CallLog();

    @Test
    void keepsTheNewestCallsAndCountsAll() {
        for (int i = 0; i < CallLog.CAPACITY + 5; i++) {
            log.add(call("A", "r" + i, "x"));
        }

        List<RecordedCall> calls = log.all();

        assertThat(log.count("A")).isEqualTo(CallLog.CAPACITY + 5);
        assertThat(calls).hasSize(CallLog.CAPACITY);
        assertThat(calls.getFirst().requestId()).isEqualTo("r5");
        assertThat(calls.getLast().requestId()).isEqualTo("r" + (CallLog.CAPACITY + 4));
    }

    @Test
    void forgetsTheParametersOfTheOldestCallsWhenTheyBecomeTooMuch() {
        int length = (int) (CallLog.BUDGET / 10);
        for (int i = 0; i < 30; i++) {
            log.add(call("A", "r" + i, "x".repeat(length)));
        }

        List<RecordedCall> calls = log.all();

        assertThat(calls).hasSize(30);
        assertThat(calls.subList(0, 21))
                .allSatisfy(call -> assertThat(call.parameters()).isEmpty());
        assertThat(calls.subList(21, 30))
                .allSatisfy(call -> assertThat(call.parameters().get("Name")).hasSize(length));
    }

    @Test
    void correctsACallThatWasAnsweredLater() {
        long number = log.add(call("A", "r1", "x"));
        log.add(call("B", "r2", "x"));

        log.correct(number, call("A", "corrected", "x"));

        assertThat(log.all()).extracting(RecordedCall::requestId).containsExactly("corrected", "r2");
        assertThat(log.counts()).isEqualTo(Map.of("A", 1L, "B", 1L));
    }

    @Test
    void startsAgainWhenCleared() {
        log.add(call("A", "r1", "x"));
        log.clear();
        log.add(call("B", "r2", "x"));

        assertThat(log.all()).extracting(RecordedCall::requestId).containsExactly("r2");
        assertThat(log.counts()).isEqualTo(Map.of("B", 1L));
    }

    private static RecordedCall call(String action, String requestId, String value) {
        return new RecordedCall(
                Instant.EPOCH,
                "eci",
                action,
                "key",
                requestId,
                RecordedParameters.of(new TreeMap<>(Map.of("Name", value)), ACTION),
                200,
                null,
                null,
                Duration.ZERO);
    }

    private static final class NamedAction implements Action {

        private final ParameterSchema schema =
                ParameterSchema.builder().optional("Name", ParameterType.text()).build();

        @Override
        public String name() {
            return "A";
        }

        @Override
        public ParameterSchema parameters() {
            return schema;
        }

        @Override
        public Object answer(ActionCall call) {
            return Map.of();
        }
    }
}
