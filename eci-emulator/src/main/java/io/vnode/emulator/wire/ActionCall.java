package io.vnode.emulator.wire;

/**
 * A call that was signed and written correctly.
 *
 * @param requestId names this call in answers and records
 * @param accessKeyId who calls
 * @param parameters what the action is to do
 * @param fingerprint equal for calls with the same parameters, whatever their time stamps and signatures
 * @param host the host and port at which the caller reaches the emulator, empty when the call did not say
 */
public record ActionCall(
        String requestId, String accessKeyId, Parameters parameters, String fingerprint, String host) {}
