package io.vnode.emulator.wire;

import java.util.Set;

/** The parameters that every action takes; they say who calls and how, not what is wanted. */
final class CommonParameters {

    static final String ACTION = "Action";
    static final String VERSION = "Version";
    static final String FORMAT = "Format";
    static final String ACCESS_KEY_ID = "AccessKeyId";
    static final String SECURITY_TOKEN = "SecurityToken";
    static final String SIGNATURE_METHOD = "SignatureMethod";
    static final String SIGNATURE_VERSION = "SignatureVersion";
    static final String SIGNATURE_NONCE = "SignatureNonce";
    static final String TIMESTAMP = "Timestamp";

    private static final Set<String> NAMES = Set.of(
            ACTION,
            VERSION,
            FORMAT,
            ACCESS_KEY_ID,
            SECURITY_TOKEN,
            Signature.PARAMETER,
            SIGNATURE_METHOD,
            SIGNATURE_VERSION,
            "SignatureType",
            SIGNATURE_NONCE,
            TIMESTAMP);

    private CommonParameters() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
