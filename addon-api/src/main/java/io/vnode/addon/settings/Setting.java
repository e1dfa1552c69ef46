package io.vnode.addon.settings;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One setting of the provider: its environment variable, what it means, and how a text becomes a value.
 *
 * @param variable name of the environment variable, for example {@code ECI_VSWITCH}
 * @param help one sentence for people
 * @param rule what a valid value looks like, as the end of a sentence that starts with "it must be"
 * @param defaultText the text that stands for an absent or blank variable; null when the variable is required
 * @param secret whether the value must never be shown
 * @param effect when a change acts
 * @param parser text to value; throws {@link IllegalArgumentException} when the rule is broken
 * @param <T> type of the value
 */
public record Setting<T>(
        String variable,
        String help,
        String rule,
        @Nullable String defaultText,
        boolean secret,
        Effect effect,
        Function<String, T> parser) {

    /** When a changed setting acts. None of them ever touches a running pod. */
    public enum Effect {
        /** The next pod is created with it. */
        NEW_PODS_ONLY,
        /** The providers restart one after another. */
        RESTARTS_PROVIDER,
        /** The webhook restarts. */
        RESTARTS_WEBHOOK
    }

    /** The same setting, of another process. */
    Setting<T> acting(Effect other) {
        return new Setting<>(variable, help, rule, defaultText, secret, other, parser);
    }

    /** Whether the variable has to be set. */
    public boolean required() {
        return defaultText == null;
    }

    /**
     * Reads the setting from an environment. A blank value counts as absent.
     *
     * @throws InvalidSettingException when the variable is required and absent, or its value breaks the rule
     */
    public T read(Map<String, String> environment) {
        String text = environment.getOrDefault(variable, "").strip();
        if (!text.isEmpty()) {
            return parse(text);
        }
        if (defaultText == null) {
            throw InvalidSettingException.missing(this);
        }
        return parser.apply(defaultText);
    }

    /**
     * Reads the setting from a text.
     *
     * @throws InvalidSettingException when the text breaks the rule
     */
    public T parse(String text) {
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException e) {
            throw InvalidSettingException.broken(this, text, e);
        }
    }
}
