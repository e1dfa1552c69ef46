package io.vnode.emulator.wire;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.journal.JournalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** One product's API: takes a call from its text to its answer, and records it. Safe for use by many threads. */
public final class RpcEndpoint {

    private static final Logger LOGGER = System.getLogger(RpcEndpoint.class.getName());

    private final String product;
    private final ActionCatalogue catalogue;
    private final RpcServices services;

    /** An endpoint for the actions of a product, whose short name is like {@code eci}. */
    public RpcEndpoint(String product, ActionCatalogue catalogue, RpcServices services) {
        this.product = product;
        this.catalogue = catalogue;
        this.services = services;
    }

    HttpReply answer(HttpCall http) {
        Exchange exchange = new Exchange(product, services.clock().instant());
        HttpReply reply = guarded(exchange, () -> carryOut(http, exchange));
        long number = services.log().add(exchange.record(reply));
        return reply instanceof HttpReply.Later later ? later(later, exchange, number) : reply;
    }

    private HttpReply later(HttpReply.Later later, Exchange exchange, long number) {
        return new HttpReply.Later(later.delay(), () -> {
            HttpReply reply = guarded(exchange, later.reply());
            services.log().correct(number, exchange.record(reply));
            return reply;
        });
    }

    private static HttpReply guarded(Exchange exchange, Supplier<HttpReply> work) {
        try {
            return work.get();
        } catch (ApiException e) {
            return exchange.refused(e);
        } catch (JournalException e) {
            return exchange.refused(new ApiException(500, "InternalError", "Nothing was done: " + e.getMessage()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.ERROR, "request " + exchange.requestId() + " met a bug of the emulator", e);
            return exchange.refused(new ApiException(
                    500,
                    "InternalError",
                    "The emulator has a bug: " + e.getClass().getName()));
        }
    }

    private HttpReply carryOut(HttpCall http, Exchange exchange) {
        RpcRequest request = RpcRequest.parse(http);
        exchange.read(request, catalogue);
        Action action = catalogue.find(request);
        Caller caller = action.signed()
                ? services.authenticator().authenticate(request)
                : services.authenticator().withoutSignature(request);
        exchange.calledBy(caller);
        services.guard().admit(caller, product, action);
        NavigableMap<String, String> parameters = new TreeMap<>(request.parameters());
        parameters.keySet().removeIf(CommonParameters::contains);
        action.parameters().check(parameters);
        ActionCall call = new ActionCall(exchange.requestId(), caller, action.name(), parameters, http);
        Guard.Verdict verdict = services.guard().judge(product, action, call);
        Fault fault = services.faults().take(product, action.name());
        if (fault instanceof Fault.ClockSkew(var ahead)) {
            services.authenticator().requireFresh(request, ahead);
        }
        exchange.meets(fault);
        if (verdict == Guard.Verdict.LISTS_NOTHING && !(fault instanceof Fault.Refusal)) {
            return new FaultyCall(action, call, services.cloud()).meet(new Fault.EmptyList());
        }
        return fault == null ? ok(action, call) : new FaultyCall(action, call, services.cloud()).meet(fault);
    }

    private static HttpReply ok(Action action, ActionCall call) {
        Object answer = action.answer(call);
        HttpReply reply = new HttpReply.Json(200, JsonText.answer(answer));
        return answer instanceof DelayedAnswer delayed ? new HttpReply.Later(delayed.delay(), () -> reply) : reply;
    }
}
