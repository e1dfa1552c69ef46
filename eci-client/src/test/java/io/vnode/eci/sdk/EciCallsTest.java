package io.vnode.eci.sdk;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.eci.model.v20180808.DescribeRegionsRequest;
import io.vnode.eci.CallGuard;
import io.vnode.eci.CallStatistics;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.RateLimits;
import io.vnode.eci.RateLimits.Rate;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ScriptedServer.Call;
import io.vnode.eci.sdk.ScriptedServer.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EciCallsTest {

    private static final String GOOD = "{\"RequestId\":\"R-1\"}";
    private static final Credentials OLD = Credentials.of("old", "old-secret");
    private static final Credentials NEW = Credentials.of("new", "new-secret");

    private final TestClock clock = new TestClock();
    private final TestTime time = new TestTime();
    private final CallStatistics statistics = new CallStatistics();
    private CallGuard guard = CallGuard.NONE;
    private final JdkTransport transport = new JdkTransport(false, Duration.ofSeconds(5));

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void sendsNothingThatItsGuardObjectsTo() throws IOException {
        guard = action -> "no longer in charge of " + action;
        try (ScriptedServer eci = ScriptedServer.answering(good(GOOD))) {
            EciException failure = catchThrowableOfType(
                    EciException.class, () -> call(calls(eci, RateLimits.NONE), Repetition.HARMLESS));

            assertThat(failure).hasMessage("DescribeRegions: NotSent: no longer in charge of DescribeRegions");
            assertThat(eci.calls()).isEmpty();
        }
    }

    @Test
    void asksItsGuardAgainBeforeEachAttempt() throws IOException {
        Iterator<@Nullable String> objections =
                Arrays.asList(null, "stopped in the meantime").iterator();
        guard = _ -> objections.next();
        try (ScriptedServer eci = ScriptedServer.answering(error(503, "ServiceUnavailable"), good(GOOD))) {
            EciException failure = catchThrowableOfType(
                    EciException.class, () -> call(calls(eci, RateLimits.NONE), Repetition.HARMLESS));

            assertThat(failure.code()).isEqualTo("NotSent");
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void neverRepeatsWhatMayHaveBegunAndIsNotHarmless() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.HangUp(), good(GOOD))) {
            EciException failure = catchThrowableOfType(
                    EciException.class, () -> call(calls(eci, RateLimits.NONE), Repetition.ONLY_IF_NOT_BEGUN));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void takesTroubleOnTheServersSideForSomethingThatMayHaveBegun() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(503, "ServiceUnavailable"), good(GOOD))) {
            EciException failure = catchThrowableOfType(
                    EciException.class, () -> call(calls(eci, RateLimits.NONE), Repetition.ONLY_IF_NOT_BEGUN));

            assertThat(failure.kind()).isEqualTo(Kind.RETRY_LATER);
            assertThat(failure.httpStatus()).isEqualTo(503);
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void takesAnUnreadableAnswerForSomethingThatHasBegun() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"Requ"), good(GOOD))) {
            EciException failure = catchThrowableOfType(
                    EciException.class, () -> call(calls(eci, RateLimits.NONE), Repetition.ONLY_IF_NOT_BEGUN));

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void repeatsEvenWhatIsNotHarmlessWhenItWasRefusedForNow() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(400, "Throttling"), good(GOOD))) {
            Answer<String> answer = call(calls(eci, RateLimits.NONE), Repetition.ONLY_IF_NOT_BEGUN);

            assertThat(answer).isEqualTo(new Answer.Good<>("R-1"));
        }
    }

    @Test
    void triesAgainWhenNothingArrived() throws IOException {
        EciEndpoint nobody = EciEndpoint.of("cn-hangzhou", "http://127.0.0.1:" + freePort());

        EciException failure = catchThrowableOfType(
                EciException.class,
                () -> call(
                        calls(nobody, CredentialsProvider.fixed(OLD), RateLimits.NONE), Repetition.ONLY_IF_NOT_BEGUN));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(statistics.of("DescribeRegions").errors()).isEqualTo(Map.of(EciCalls.NO_ANSWER, 3L));
    }

    @Test
    void looksForAnotherKeyWhenEciNoLongerKnowsOursAndGoesOnWithIt() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(404, "InvalidAccessKeyId.NotFound"), good(GOOD))) {
            Answer<String> answer =
                    call(calls(endpoint(eci), new Replaced(), RateLimits.NONE), Repetition.ONLY_IF_NOT_BEGUN);

            assertThat(answer).isEqualTo(new Answer.Good<>("R-1"));
            assertThat(eci.calls())
                    .extracting((Call each) -> each.query().get("AccessKeyId"))
                    .containsExactly("old", "new");
        }
    }

    @Test
    void givesUpAtOnceWhenThereIsNoOtherKey() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(404, "InvalidAccessKeyId.NotFound"), good(GOOD))) {
            Answer<String> answer = call(calls(eci, RateLimits.NONE), Repetition.HARMLESS);

            assertThat(answer).isInstanceOf(Answer.Refused.class);
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void sendsNothingWhenOurOwnLimitsLeaveNoTime() throws IOException {
        RateLimits slow = new RateLimits(Map.of(), new Rate(2, 1));
        try (ScriptedServer eci = ScriptedServer.answering(good(GOOD))) {
            EciCalls calls = calls(eci, slow);
            call(calls, Repetition.HARMLESS);

            EciException failure = catchThrowableOfType(EciException.class, () -> call(calls, Repetition.HARMLESS));

            assertThat(failure.kind()).isEqualTo(Kind.RETRY_LATER);
            assertThat(failure.code()).isEqualTo(EciCalls.HELD_BACK);
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @Test
    void slowsDownWhenEciComplains() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(400, "Throttling.User"), good(GOOD))) {
            call(calls(eci, new RateLimits(Map.of(), new Rate(120, 60))), Repetition.HARMLESS);

            assertThat(time.passed()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void tellsTheObserverOfEveryAttempt() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(400, "Throttling"), new Reply.HangUp(), good(GOOD))) {
            call(calls(eci, RateLimits.NONE), Repetition.HARMLESS);

            assertThat(statistics.of("DescribeRegions").calls()).isEqualTo(3);
            assertThat(statistics.of("DescribeRegions").errors())
                    .isEqualTo(Map.of("Throttling", 1L, EciCalls.NO_ANSWER, 1L));
        }
    }

    private Answer<String> call(EciCalls calls, Repetition repetition) {
        return calls.call(
                "DescribeRegions",
                DescribeRegionsRequest::new,
                fields -> fields.text("RequestId"),
                repetition,
                Deadline.in(Duration.ofSeconds(20), clock));
    }

    private EciCalls calls(ScriptedServer eci, RateLimits limits) {
        return calls(endpoint(eci), CredentialsProvider.fixed(OLD), limits);
    }

    private static EciEndpoint endpoint(ScriptedServer eci) {
        return EciEndpoint.of("cn-hangzhou", eci.endpoint());
    }

    private EciCalls calls(EciEndpoint endpoint, CredentialsProvider credentials, RateLimits limits) {
        return new EciCalls(
                transport,
                endpoint,
                credentials,
                Duration.ofSeconds(5),
                new Backoff(3, Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1)),
                clock,
                new CallGate(limits, 4, time, time),
                statistics,
                guard);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A key that was replaced a moment ago, which is noticed only on a second look. */
    private static final class Replaced implements CredentialsProvider {

        private Credentials current = OLD;

        @Override
        public Credentials credentials() {
            return current;
        }

        @Override
        public Credentials refreshed(Credentials refused) {
            current = NEW;
            return current;
        }
    }
}
