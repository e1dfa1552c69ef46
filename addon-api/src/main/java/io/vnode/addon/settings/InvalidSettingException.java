package io.vnode.addon.settings;

/** A setting is missing or has a value that its rule does not allow. The message can be shown to people as it is. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String variable;

    private InvalidSettingException(String variable, String message, Throwable cause) {
        super(message, cause);
        this.variable = variable;
    }

    private InvalidSettingException(String variable, String message) {
        super(message);
        this.variable = variable;
    }

    static InvalidSettingException missing(Setting<?> setting) {
        return new InvalidSettingException(
                setting.variable(), "%s is not set; it must be %s".formatted(setting.variable(), setting.rule()));
    }

    static InvalidSettingException broken(Setting<?> setting, String text, IllegalArgumentException cause) {
        if (setting.secret()) {
            // Not even as a cause: parsers quote what they could not read.
            return new InvalidSettingException(
                    setting.variable(), "%s has a value that is not %s".formatted(setting.variable(), setting.rule()));
        }
        return new InvalidSettingException(
                setting.variable(),
                "%s is '%s'; it must be %s".formatted(setting.variable(), text.strip(), setting.rule()),
                cause);
    }

    /** The environment variable at fault. */
    public String variable() {
        return variable;
    }
}
