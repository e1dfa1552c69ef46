package io.vnode.emulator.wire;

/** The body of every refusal. */
record ErrorAnswer(String requestId, String hostId, String code, String message, String recommend) {

    static ErrorAnswer of(String requestId, ApiException refusal) {
        String message = refusal.getMessage();
        return new ErrorAnswer(
                requestId,
                "eci-emulator",
                refusal.code(),
                message == null ? "" : message,
                "https://api.alibabacloud.com/troubleshoot?q=" + refusal.code() + "&product=Eci");
    }
}
