package io.vnode.addon.settings;

import java.util.List;
import java.util.stream.Collectors;

/** One or more settings are missing or wrong. The message has a line for each and can be shown to people as it is. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> variables;

    InvalidSettingsException(List<InvalidSettingException> problems) {
        super(problems.stream().map(InvalidSettingException::getMessage).collect(Collectors.joining("\n")));
        this.variables =
                problems.stream().map(InvalidSettingException::variable).toList();
    }

    /** The environment variables at fault, in the order of {@link Settings}. */
    public List<String> variables() {
        return variables;
    }
}
