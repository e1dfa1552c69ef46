package io.vnode.eci.contract;

import static io.vnode.eci.contract.EmulatedEci.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.sdk.TestClients;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with every answer, a call ends within its deadline, with a failure that says what it is. */
class MalformedAnswersIT {

    private EmulatedEci eci;

    @BeforeEach
    void start() throws IOException {
        eci = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        eci.close();
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of(new Fault.TruncatedAnswer(), Kind.UNREADABLE),
                Arguments.of(new Fault.HtmlAnswer(), Kind.UNREADABLE),
                Arguments.of(new Fault.EmptyBody(), Kind.UNREADABLE),
                Arguments.of(new Fault.EndlessBody(200L * 1024 * 1024), Kind.UNREADABLE),
                Arguments.of(new Fault.DeepNesting(100_000), Kind.UNREADABLE),
                Arguments.of(new Fault.RepeatedToken(), Kind.UNREADABLE),
                Arguments.of(new Fault.SlowBody(Duration.ofMillis(200)), Kind.UNREACHABLE),
                Arguments.of(new Fault.HangBeforeWork(Duration.ofMinutes(1)), Kind.UNREACHABLE),
                Arguments.of(new Fault.LateAnswer(Duration.ofMinutes(1)), Kind.UNREACHABLE),
                Arguments.of(new Fault.CloseBeforeWork(), Kind.UNREACHABLE),
                Arguments.of(new Fault.CloseAfterWork(), Kind.UNREACHABLE),
                Arguments.of(new Fault.ClockSkew(Duration.ofHours(1)), Kind.BAD_CREDENTIALS),
                Arguments.of(Fault.credentialsRevoked(), Kind.BAD_CREDENTIALS),
                Arguments.of(Fault.internalError(), Kind.RETRY_LATER),
                Arguments.of(Fault.throttled(), Kind.RETRY_LATER));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endAsAFailureOfTheirKind(Fault fault, Kind kind) {
        eci.running();
        eci.emulator().faults().add(FaultRule.always("DescribeContainerGroups", fault));

        try (EciClient impatient =
                TestClients.impatient(eci.emulator().endpoint().toString())) {
            EciException failure = failureOf(() -> impatient.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(kind);
        }
    }
}
