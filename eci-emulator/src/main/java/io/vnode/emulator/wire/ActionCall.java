package io.vnode.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.NavigableMap;

/** A call that was signed and written correctly. */
public final class ActionCall {

    private final String requestId;
    private final Caller caller;
    private final String action;
    private final NavigableMap<String, String> sent;
    private final NavigableMap<String, String> values;
    private final HttpCall http;

    ActionCall(String requestId, Caller caller, String action, NavigableMap<String, String> values, HttpCall http) {
        this(requestId, caller, action, values, values, http);
    }

    private ActionCall(
            String requestId,
            Caller caller,
            String action,
            NavigableMap<String, String> sent,
            NavigableMap<String, String> values,
            HttpCall http) {
        this.requestId = requestId;
        this.caller = caller;
        this.action = action;
        this.sent = sent;
        this.values = values;
        this.http = http;
    }

    /** The same call, whose action gets to see other values. */
    public ActionCall with(NavigableMap<String, String> changed) {
        return new ActionCall(requestId, caller, action, sent, changed, http);
    }

    /** Names this call in answers and records. */
    public String requestId() {
        return requestId;
    }

    /** Who calls. */
    public Caller caller() {
        return caller;
    }

    /** What the action is to do. */
    public Parameters parameters() {
        return new Parameters(values);
    }

    /** Equal for calls with the same parameters, whatever their time stamps and signatures. */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Signature.stringToSign(action, sent).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The host and port at which the caller reaches the emulator, empty when the call did not say. */
    public String host() {
        return http.host();
    }

    /** The address that it came from. */
    public String sender() {
        return http.sender();
    }

    NavigableMap<String, String> values() {
        return values;
    }
}
