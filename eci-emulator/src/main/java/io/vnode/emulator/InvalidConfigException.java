package io.vnode.emulator;

/** The configuration cannot be used. The message names key, value and rule, and can be shown to people as it is. */
public final class InvalidConfigException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A sentence about the whole file. */
    InvalidConfigException(String message) {
        super(message);
    }

    static InvalidConfigException value(String key, Object value, String rule) {
        return new InvalidConfigException("%s is '%s'; it %s".formatted(key, value, rule));
    }

    static InvalidConfigException missing(String key, String rule) {
        return new InvalidConfigException("%s is missing; it %s".formatted(key, rule));
    }
}
