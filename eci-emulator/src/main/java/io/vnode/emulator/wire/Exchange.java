package io.vnode.emulator.wire;

import io.vnode.emulator.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** What is known of one call while it is answered, and what of it goes into the log. */
final class Exchange {

    private final String product;
    private final Instant time;
    private final long begin = System.nanoTime();
    private final String requestId = newId();
    private String action = "";
    private String accessKeyId = "";
    private Map<String, String> parameters = Map.of();
    private @Nullable String fault;
    private @Nullable String errorCode;

    Exchange(String product, Instant time) {
        this.product = product;
        this.time = time;
    }

    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long version4 = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        return new UUID(version4, random.nextLong() >>> 2 | Long.MIN_VALUE)
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    String requestId() {
        return requestId;
    }

    void read(RpcRequest request, ActionCatalogue catalogue) {
        action = request.text(CommonParameters.ACTION);
        parameters =
                RecordedParameters.of(request.parameters(), catalogue.actions().get(action));
    }

    void calledBy(Caller caller) {
        accessKeyId = caller.accessKeyId();
    }

    void meets(@Nullable Fault met) {
        fault = met == null ? null : met.getClass().getSimpleName();
    }

    HttpReply refused(ApiException refusal) {
        errorCode = refusal.code();
        return new HttpReply.Json(refusal.httpStatus(), JsonText.answer(ErrorAnswer.of(requestId, product, refusal)));
    }

    RecordedCall record(HttpReply reply) {
        return new RecordedCall(
                time,
                product,
                action,
                accessKeyId,
                requestId,
                parameters,
                status(reply),
                errorCode,
                fault,
                Duration.ofNanos(System.nanoTime() - begin));
    }

    private static int status(HttpReply reply) {
        return switch (reply) {
            case HttpReply.Json(int status, byte[] _) -> status;
            case HttpReply.Content(int status, String _, byte[] _) -> status;
            case HttpReply.Page(var document) -> document.status();
            case HttpReply.Trickle _, HttpReply.Endless _ -> 200;
            case HttpReply.Later _, HttpReply.Hangup _ -> 0;
        };
    }
}
