package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.contract.ActionProbe.Family;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.wire.RecordedCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the client makes of each documented error. An outcome in the tables is the name of a return value, the kind of an
 * exception, or {@code repeated} when the client tries again by itself.
 */
class DocumentedErrorsIT {

    private static final String MESSAGE = "because the test says so";
    private static final String REPEATED = "repeated";

    private static EmulatedEci cloud;

    @BeforeAll
    static void start() throws IOException {
        cloud = EmulatedEci.start();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvFileSource(resources = "/contract/errors.csv", numLinesToSkip = 1)
    void anActionsOwnErrorBecomesWhatTheTableSays(String call, int httpStatus, String code, String outcome) {
        check(ActionProbe.named(call), httpStatus, code, outcome);
    }

    static Stream<Arguments> gatewayErrors() throws IOException {
        List<String> lines;
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DocumentedErrorsIT.class.getResourceAsStream("/contract/gateway-errors.csv")),
                StandardCharsets.UTF_8))) {
            lines = table.readAllLines();
        }
        return lines.stream().skip(1).map(line -> line.split(",", -1)).flatMap(row -> Arrays.stream(
                        ActionProbe.values())
                .map(probe -> Arguments.of(probe, Integer.parseInt(row[0]), row[1], expected(probe.family(), row))));
    }

    private static String expected(Family family, String[] row) {
        return switch (family) {
            case READS -> row[2];
            case CREATES -> row[3];
            case CHANGES -> row[4];
            case DELETES -> row[5];
            case COMMANDS -> mayHaveBegun(row) ? "RETRY_LATER" : row[2];
        };
    }

    private static boolean mayHaveBegun(String[] row) {
        return row[0].startsWith("5") || row[1].equals("SignatureNonceUsed");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("gatewayErrors")
    void anErrorOfTheGatewayMeansTheSameForEveryAction(ActionProbe probe, int httpStatus, String code, String outcome) {
        check(probe, httpStatus, code, outcome);
    }

    private void check(ActionProbe probe, int httpStatus, String code, String outcome) {
        cloud.forget();
        cloud.emulator().faults().next(1, probe.action(), new Fault.Refusal(httpStatus, code, MESSAGE));

        Object answer = answerOf(probe);

        List<RecordedCall> calls = cloud.calls(probe.action());
        assertThat(calls).isNotEmpty().first().satisfies(first -> {
            assertThat(first.errorCode()).isEqualTo(code);
            assertThat(first.httpStatus()).isEqualTo(httpStatus);
        });
        if (outcome.equals(REPEATED)) {
            assertThat(calls).hasSize(2);
        } else {
            assertThat(calls).hasSize(1);
            assertThat(nameOf(answer)).isEqualTo(outcome);
            assertEvidence(answer, httpStatus, code, calls.getFirst().requestId());
        }
    }

    private static Object answerOf(ActionProbe probe) {
        try {
            return probe.call(cloud.client());
        } catch (EciException e) {
            return e;
        }
    }

    private static String nameOf(Object answer) {
        return answer instanceof EciException failure
                ? failure.kind().name()
                : answer.getClass().getSimpleName();
    }

    private static void assertEvidence(Object answer, int httpStatus, String code, String requestId) {
        switch (answer) {
            case EciException failure -> {
                assertThat(failure.code()).isEqualTo(code);
                assertThat(failure.detail()).startsWith(MESSAGE);
                assertThat(failure.requestId()).isEqualTo(requestId);
                assertThat(failure.httpStatus()).isEqualTo(httpStatus);
            }
            case CreateOutcome.OutOfStock(var known, var detail, var id) ->
                assertThat(List.of(known, detail, id)).containsExactly(code, MESSAGE, requestId);
            case CreateOutcome.Rejected(var known, var detail, var id) ->
                assertThat(List.of(known, detail, id)).containsExactly(code, MESSAGE, requestId);
            case ChangeOutcome.Rejected(var known, var detail, var id) ->
                assertThat(List.of(known, detail, id)).containsExactly(code, MESSAGE, requestId);
            default -> assertThat(answer.toString()).contains(requestId);
        }
    }
}
