package io.vnode.emulator.wire;

import org.jspecify.annotations.Nullable;

/** The body of every refusal. */
record ErrorAnswer(
        String requestId,
        String hostId,
        String code,
        String message,
        String recommend,
        @Nullable Object accessDeniedDetail) {

    static ErrorAnswer of(String requestId, String product, ApiException refusal) {
        String message = refusal.getMessage();
        return new ErrorAnswer(
                requestId,
                product + ".emulator",
                refusal.code(),
                message == null ? "" : message,
                "https://api.alibabacloud.com/troubleshoot?q=" + refusal.code() + "&product=" + product,
                refusal.accessDeniedDetail());
    }
}
