package io.vnode.emulator.wire;

/**
 * A call that was signed and written correctly.
 *
 * @param requestId names this call in answers and records
 * @param accessKeyId who calls
 * @param parameters what the action is to do
 * @param fingerprint equal for calls with the same parameters, whatever their time stamps and signatures
 */
public record ActionCall(String requestId, String accessKeyId, Parameters parameters, String fingerprint) {}
