package io.vnode.eci.sdk;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.Product;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.json.Fields;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls of one product by name, with all that is done for calls of ECI: keys of the moment, deadlines, retries where they
 * are harmless, errors sorted. For the clients of ECI's neighbours.
 */
public final class ProductCalls implements AutoCloseable {

    /** More pages than any listing of ours has. */
    private static final int MOST_PAGES = 1000;

    private final Product product;
    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

    /** Calls of a product; nothing is sent yet. */
    public static ProductCalls open(
            Product product, EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new ProductCalls(
                product,
                endpoint,
                credentials,
                options,
                Backoff.usual(),
                Clock.systemUTC(),
                duration -> Thread.sleep(duration));
    }

    ProductCalls(
            Product product,
            EciEndpoint endpoint,
            CredentialsProvider credentials,
            EciClientOptions options,
            Backoff backoff,
            Clock clock,
            Sleeper sleeper) {
        this.product = product;
        this.calls = EciCalls.open(endpoint, credentials, options, backoff, sleeper);
        this.deadlines = () -> Deadline.in(options.timeouts().call(), clock);
    }

    /**
     * Asks for something. Repeated when no answer came.
     *
     * @throws EciException when there is no good answer
     */
    public <A> A read(String action, Map<String, ?> parameters, Function<Fields, A> reader) {
        return call(action, parameters, reader, Repetition.HARMLESS, deadlines.get());
    }

    /**
     * Changes something. Not repeated when no answer came, because it may have been done: the exception says so by
     * {@link EciException#outcomeUnknown()}.
     *
     * @throws EciException when there is no good answer
     */
    public <A> A change(String action, Map<String, ?> parameters, Function<Fields, A> reader) {
        return call(action, parameters, reader, Repetition.ONLY_IF_NOT_BEGUN, deadlines.get());
    }

    /**
     * Lists something that comes in numbered pages: all of it, or an exception.
     *
     * @throws EciException when a page cannot be had, or the pages do not make up the whole
     */
    public <T> List<T> list(Listing<T> listing, Map<String, ?> parameters) {
        Deadline deadline = deadlines.get();
        SequencedMap<String, T> found = new LinkedHashMap<>();
        for (int number = 1; number <= MOST_PAGES; number++) {
            Map<String, Object> numbered = new HashMap<>(parameters);
            numbered.put("PageNumber", number);
            numbered.put("PageSize", listing.pageSize());
            Listing.Page<T> page = call(listing.action(), numbered, listing::page, Repetition.HARMLESS, deadline);
            int before = found.size();
            page.items().forEach(item -> found.put(listing.id().apply(item), item));
            if (found.size() >= page.total()) {
                return List.copyOf(found.values());
            }
            if (found.size() == before) {
                break; // nothing new, so nothing more will come
            }
        }
        throw new EciException(
                EciException.Kind.UNREADABLE,
                listing.action(),
                "IncompleteListing",
                "the pages hold %d of what should be more".formatted(found.size()),
                "",
                200,
                null);
    }

    private <A> A call(
            String action,
            Map<String, ?> parameters,
            Function<Fields, A> reader,
            Repetition repetition,
            Deadline deadline) {
        return calls.call(action, () -> request(action, parameters), reader, repetition, deadline)
                .orThrow(action);
    }

    private ActionRequest request(String action, Map<String, ?> parameters) {
        ActionRequest request = new ActionRequest(product, action);
        parameters.forEach(request.parameters()::put);
        return request;
    }

    @Override
    public void close() {
        calls.close();
    }
}
