package io.vnode.eci.sdk;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.IAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.http.ProtocolType;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.credentials.CredentialsException;
import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes calls, and makes them again where that is harmless and may help: after throttling, trouble on ECI's side, no
 * answer, or an unreadable one. Only calls that may be repeated come here: reads, and changes with a client token.
 */
final class EciCalls {

    private final IAcsClient sdk;
    private final EciEndpoint endpoint;
    private final Duration answerTimeout;
    private final Backoff backoff;
    private final Sleeper sleeper;

    EciCalls(IAcsClient sdk, EciEndpoint endpoint, Duration answerTimeout, Backoff backoff, Sleeper sleeper) {
        this.sdk = sdk;
        this.endpoint = endpoint;
        this.answerTimeout = answerTimeout;
        this.backoff = backoff;
        this.sleeper = sleeper;
    }

    /**
     * Makes a call until ECI has answered to it.
     *
     * @param request makes the same request anew for each attempt, with the same client token
     * @param reader reads the body of a good answer
     */
    <A> Answer<A> call(
            String action, Supplier<? extends AcsRequest<?>> request, Function<Fields, A> reader, Deadline deadline) {
        EciException failure = null;
        for (int attempt = 1; ; attempt++) {
            Duration left = deadline.remaining();
            if (!left.isPositive()) {
                throw failure == null ? outOfTime(action) : failure;
            }
            try {
                Answer<A> answer = read(send(request.get(), left), reader);
                if (!(answer instanceof Answer.Refused<A>(var refusal))
                        || !refusal.meaning().worthRepeating()) {
                    return answer;
                }
                failure = refusal.toException(action);
            } catch (IOException e) {
                failure = new EciException(Kind.UNREACHABLE, action, "NoAnswer", evidence(e), "", 0, e);
            } catch (CredentialsException e) {
                Kind kind = e.passing() ? Kind.UNREACHABLE : Kind.BAD_CREDENTIALS;
                throw new EciException(kind, action, "NoAccessKey", sentence(e), "", 0, e);
            } catch (UnreadableAnswerException e) {
                failure = new EciException(Kind.UNREADABLE, action, "UnreadableAnswer", sentence(e), "", 0, e);
            }
            pauseOrGiveUp(attempt, deadline, failure);
        }
    }

    private RawAnswer send(AcsRequest<?> request, Duration left) throws IOException {
        Duration timeout = left.compareTo(answerTimeout) < 0 ? left : answerTimeout;
        request.setSysMethod(MethodType.POST);
        request.setSysProtocol(endpoint.encrypted() ? ProtocolType.HTTPS : ProtocolType.HTTP);
        request.setSysRegionId(endpoint.regionId());
        request.setSysReadTimeout((int) Math.max(1, timeout.toMillis()));
        try {
            return (RawAnswer) sdk.doAction(request);
        } catch (ClientException e) {
            throw causeOf(e);
        }
    }

    /** The SDK's own sentence shows the whole URL, so only what it wraps goes on. */
    private static IOException causeOf(ClientException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException io) {
                return io;
            }
            if (cause instanceof RuntimeException bug) {
                throw bug;
            }
            if (cause instanceof Error bug) {
                throw bug;
            }
        }
        return new IOException("the SDK failed before it sent the request: " + e.getErrCode());
    }

    private static <A> Answer<A> read(RawAnswer answer, Function<Fields, A> reader) {
        return answer.good()
                ? new Answer.Good<>(reader.apply(Fields.of(answer.body())))
                : new Answer.Refused<>(Answer.Refusal.read(answer.getStatus(), answer.body()));
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
                "NoAnswer",
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
}
