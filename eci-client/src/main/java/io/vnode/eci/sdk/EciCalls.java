package io.vnode.eci.sdk;

import com.aliyuncs.AcsRequest;
import io.github.bucket4j.TimeMeter;
import io.vnode.eci.CallGuard;
import io.vnode.eci.CallObserver;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsException;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import io.vnode.eci.sdk.Answer.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, one attempt after the other until ECI has answered or the time is over: after throttling, trouble on ECI's
 * side, no answer, or an unreadable one. What may be repeated in which case says {@link Repetition}.
 */
final class EciCalls implements AutoCloseable {

    /** In place of ECI's code where no answer came. */
    static final String NO_ANSWER = "NoAnswer";

    /** In place of ECI's code where an answer came that is not of the documented shape. */
    static final String UNREADABLE_ANSWER = "UnreadableAnswer";

    /** In place of ECI's code where there was no access key to sign with. */
    static final String NO_ACCESS_KEY = "NoAccessKey";

    /** In place of ECI's code where our own limits leave no time for the call. */
    static final String HELD_BACK = "HeldBack";

    /** In place of ECI's code where the client's guard did not let the call out. */
    static final String NOT_SENT = "NotSent";

    private final JdkTransport transport;
    private final EciEndpoint endpoint;
    private final CredentialsProvider credentials;
    private final Duration answerTimeout;
    private final Backoff backoff;
    private final Sleeper sleeper;
    private final CallGate gate;
    private final CallObserver observer;
    private final CallGuard guard;

    EciCalls(
            JdkTransport transport,
            EciEndpoint endpoint,
            CredentialsProvider credentials,
            Duration answerTimeout,
            Backoff backoff,
            Sleeper sleeper,
            CallGate gate,
            CallObserver observer,
            CallGuard guard) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.answerTimeout = answerTimeout;
        this.backoff = backoff;
        this.sleeper = sleeper;
        this.gate = gate;
        this.observer = observer;
        this.guard = guard;
    }

    /** Calls of one endpoint, over a transport of their own; nothing is sent yet. */
    static EciCalls open(
            EciEndpoint endpoint,
            CredentialsProvider credentials,
            EciClientOptions options,
            Backoff backoff,
            Sleeper sleeper) {
        return new EciCalls(
                new JdkTransport(endpoint.encrypted(), options.timeouts().connect()),
                endpoint,
                credentials,
                options.timeouts().answer(),
                backoff,
                sleeper,
                new CallGate(options.rateLimits(), options.concurrentCalls(), TimeMeter.SYSTEM_NANOTIME, sleeper),
                options.observer(),
                options.guard());
    }

    /**
     * Makes a call that may be repeated, until ECI has answered to it.
     *
     * @param request makes the same request anew for each attempt, with the same client token
     * @param reader reads the body of a good answer
     */
    <A> Answer<A> call(
            String action, Supplier<? extends AcsRequest<?>> request, Function<Fields, A> reader, Deadline deadline) {
        return call(action, request, reader, Repetition.HARMLESS, deadline);
    }

    /** Makes a call, and makes it again as far as that is allowed. */
    <A> Answer<A> call(
            String action,
            Supplier<? extends AcsRequest<?>> request,
            Function<Fields, A> reader,
            Repetition repetition,
            Deadline deadline) {
        EciException failure = null;
        for (int number = 1; ; number++) {
            CallGate.Pass pass = awaitTurn(action, deadline, failure);
            switch (attempt(action, request, reader, deadline, pass)) {
                case Attempt.Answered<A>(Answer<A> answer) -> {
                    return answer;
                }
                case Attempt.Failed<A>(EciException reason, boolean begun) -> {
                    if (begun && repetition == Repetition.ONLY_IF_NOT_BEGUN) {
                        throw reason.afterwardsUnknown();
                    }
                    pauseOrGiveUp(number, deadline, reason);
                    failure = reason;
                }
            }
        }
    }

    private CallGate.Pass awaitTurn(String action, Deadline deadline, @Nullable EciException failure) {
        Duration patience = deadline.remaining();
        if (!patience.isPositive()) {
            throw failure == null ? outOfTime(action) : failure;
        }
        try {
            CallGate.Pass pass = gate.pass(action, patience);
            if (pass != null) {
                return pass;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw failure == null ? heldBack(action) : failure;
    }

    private <A> Attempt<A> attempt(
            String action,
            Supplier<? extends AcsRequest<?>> request,
            Function<Fields, A> reader,
            Deadline deadline,
            CallGate.Pass pass) {
        try (pass) {
            Credentials key = credentials.credentials();
            SignedForm form = SignedForm.of(request.get(), endpoint, key);
            askGuard(action);
            Answer<A> answer = exchange(action, form, reader, deadline, pass.waited());
            return answer instanceof Answer.Refused<A>(Refusal refusal) && repeatingMayHelp(refusal, key)
                    ? new Attempt.Failed<>(
                            refusal.toException(action), refusal.meaning().mayHaveBegun())
                    : new Attempt.Answered<>(answer);
        } catch (IOException e) {
            EciException failure = new EciException(Kind.UNREACHABLE, action, NO_ANSWER, evidence(e), "", 0, e);
            return new Attempt.Failed<>(failure, !neverArrived(e));
        } catch (UnreadableAnswerException e) {
            EciException failure = new EciException(Kind.UNREADABLE, action, UNREADABLE_ANSWER, sentence(e), "", 0, e);
            return new Attempt.Failed<>(failure, true);
        } catch (CredentialsException e) {
            Kind kind = e.passing() ? Kind.UNREACHABLE : Kind.BAD_CREDENTIALS;
            throw new EciException(kind, action, NO_ACCESS_KEY, sentence(e), "", 0, e);
        }
    }

    private void askGuard(String action) {
        String objection = guard.objection(action);
        if (objection != null) {
            throw new EciException(Kind.RETRY_LATER, action, NOT_SENT, objection, "", 0, null);
        }
    }

    /** Where the access key may have been replaced a moment ago, another look gives the new one to the next attempt. */
    private boolean repeatingMayHelp(Refusal refusal, Credentials refused) {
        return refusal.meaning() == ErrorMeaning.BAD_CREDENTIALS
                ? !credentials.refreshed(refused).sameKeyAs(refused)
                : refusal.meaning().worthRepeating();
    }

    private <A> Answer<A> exchange(
            String action, SignedForm form, Function<Fields, A> reader, Deadline deadline, Duration waited)
            throws IOException {
        long begin = System.nanoTime();
        String code = NO_ANSWER;
        try {
            Answer<A> answer = read(transport.send(form, timeout(deadline)), reader);
            code = CallObserver.GOOD;
            if (answer instanceof Answer.Refused<A>(Refusal refusal)) {
                code = refusal.code();
                complain(action, refusal);
            }
            return answer;
        } catch (UnreadableAnswerException e) {
            code = UNREADABLE_ANSWER;
            throw e;
        } finally {
            observer.ended(new CallObserver.Attempt(action, code, Duration.ofNanos(System.nanoTime() - begin), waited));
        }
    }

    private Duration timeout(Deadline deadline) {
        Duration left = deadline.remaining();
        return left.compareTo(answerTimeout) < 0 ? left : answerTimeout;
    }

    private void complain(String action, Refusal refusal) {
        if (refusal.meaning() == ErrorMeaning.THROTTLED) {
            gate.complaint(action);
        }
    }

    private static <A> Answer<A> read(RawAnswer answer, Function<Fields, A> reader) {
        return answer.good()
                ? new Answer.Good<>(reader.apply(Fields.of(answer.body())))
                : new Answer.Refused<>(Refusal.read(answer.status(), answer.body()));
    }

    private EciException heldBack(String action) {
        return new EciException(
                Kind.RETRY_LATER,
                action,
                HELD_BACK,
                "the client's own limits left no room for this call in its time; nothing was sent",
                "",
                0,
                null);
    }

    private static boolean neverArrived(IOException e) {
        return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    }

    private void pauseOrGiveUp(int attempt, Deadline deadline, EciException failure) {
        Duration pause = backoff.pauseAfter(attempt);
        if (attempt >= backoff.attempts() || deadline.remaining().compareTo(pause) <= 0) {
            throw failure;
        }
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private EciException outOfTime(String action) {
        return new EciException(
                Kind.UNREACHABLE,
                action,
                NO_ANSWER,
                "%s: the time for this call is over".formatted(endpoint),
                "",
                0,
                null);
    }

    private String evidence(IOException e) {
        return "%s: %s"
                .formatted(
                        endpoint,
                        e.getCause() instanceof UnresolvedAddressException ? "host name not found" : sentence(e));
    }

    private static String sentence(Throwable e) {
        if (e.getMessage() != null) {
            return e.getMessage();
        }
        return e instanceof ConnectException
                ? "connection refused"
                : e.getClass().getSimpleName();
    }

    @Override
    public void close() {
        transport.close();
    }

    /** How an attempt went. */
    private sealed interface Attempt<A> {

        /** ECI has said what there is to say. */
        record Answered<A>(Answer<A> answer) implements Attempt<A> {}

        /**
         * Another attempt may go better.
         *
         * @param begun whether ECI may have begun to do what it was asked to
         */
        record Failed<A>(EciException reason, boolean begun) implements Attempt<A> {}
    }
}
