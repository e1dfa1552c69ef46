package io.vnode.emulator.wire;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.journal.JournalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One product's API: takes a call from its text to its answer, and records it. Safe for use by many threads. */
public final class RpcEndpoint {

    private static final Logger LOGGER = System.getLogger(RpcEndpoint.class.getName());
    private static final String MASK = "***";

    private final ActionCatalogue catalogue;
    private final Authenticator authenticator;
    private final FaultPlan faults;
    private final CallLog log;
    private final Clock clock;

    /** An endpoint for these actions. The clock gives the times in the log. */
    public RpcEndpoint(
            ActionCatalogue catalogue, Authenticator authenticator, FaultPlan faults, CallLog log, Clock clock) {
        this.catalogue = catalogue;
        this.authenticator = authenticator;
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    HttpReply answer(HttpCall http) {
        Instant time = clock.instant();
        String requestId = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        SortedMap<String, String> parameters = new TreeMap<>();
        Outcome outcome;
        try {
            RpcRequest request = RpcRequest.parse(http);
            parameters.putAll(request.parameters());
            outcome = new Outcome(carryOut(request, requestId, http.host()), null);
        } catch (ApiException e) {
            outcome = refused(requestId, e);
        } catch (JournalException e) {
            outcome = refused(requestId, new ApiException(500, "InternalError", "Nothing was done: " + e.getMessage()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "request " + requestId + " met a bug of the emulator", e);
            outcome = refused(
                    requestId,
                    new ApiException(
                            500,
                            "InternalError",
                            "The emulator has a bug: " + e.getClass().getName()));
        }
        log.add(record(time, requestId, parameters, outcome));
        return outcome.reply();
    }

    private HttpReply carryOut(RpcRequest request, String requestId, String host) {
        Action action = catalogue.find(request);
        AccessKey caller = authenticator.authenticate(request);
        NavigableMap<String, String> parameters = new TreeMap<>(request.parameters());
        parameters.keySet().removeIf(CommonParameters::contains);
        action.parameters().check(parameters);
        ActionCall call = new ActionCall(
                requestId, caller.id(), new Parameters(parameters), fingerprint(action, parameters), host);
        return withFault(action, call, faults.take(action.name()));
    }

    private static HttpReply withFault(Action action, ActionCall call, @Nullable Fault fault) {
        return switch (fault) {
            case null -> ok(action, call);
            case Fault.Refusal(int status, String code, String message) ->
                throw new ApiException(status, code, message);
            case Fault.CloseBeforeWork() -> new HttpReply.Hangup();
            case Fault.CloseAfterWork() -> {
                action.answer(call);
                yield new HttpReply.Hangup();
            }
            case Fault.TruncatedAnswer() ->
                new HttpReply.Json(200, BrokenAnswer.truncated(JsonText.answer(action.answer(call))));
            case Fault.EmptyList() -> new HttpReply.Json(200, BrokenAnswer.emptied(JsonText.tree(action.answer(call))));
            case Fault.LateAnswer(var delay) -> new HttpReply.Json(200, JsonText.answer(action.answer(call)), delay);
        };
    }

    private static HttpReply ok(Action action, ActionCall call) {
        return new HttpReply.Json(200, JsonText.answer(action.answer(call)));
    }

    private static Outcome refused(String requestId, ApiException e) {
        byte[] body = JsonText.answer(ErrorAnswer.of(requestId, e));
        return new Outcome(new HttpReply.Json(e.httpStatus(), body), e.code());
    }

    private RecordedCall record(Instant time, String requestId, SortedMap<String, String> parameters, Outcome outcome) {
        String name = parameters.getOrDefault(CommonParameters.ACTION, "");
        Action action = catalogue.actions().get(name);
        parameters.replaceAll((parameter, value) -> secret(action, parameter) ? MASK : value);
        int status = outcome.reply() instanceof HttpReply.Json json ? json.status() : 0;
        return new RecordedCall(
                time, name, requestId, Collections.unmodifiableSortedMap(parameters), status, outcome.errorCode());
    }

    private static boolean secret(@Nullable Action action, String parameter) {
        return parameter.equals(Signature.PARAMETER)
                || parameter.equals(CommonParameters.SECURITY_TOKEN)
                || action == null
                || action.parameters().isSecret(parameter);
    }

    private static String fingerprint(Action action, NavigableMap<String, String> parameters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Signature.stringToSign(action.name(), parameters).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Outcome(HttpReply reply, @Nullable String errorCode) {}
}
