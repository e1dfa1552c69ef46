package io.vnode.cli.settings;

import java.nio.file.Path;
import java.util.Map;

/** Where files of this user live, by the XDG base directory rules. Never {@code ~/.vnode}: another tool owns that. */
public final class UserDirectories {

    private final Map<String, String> environment;

    public UserDirectories(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The user's home. */
    public Path home() {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** Folder of the configuration, not created here. */
    public Path config() {
        return base("XDG_CONFIG_HOME", ".config").resolve("vnode");
    }

    /** Folder of what can be made again, not created here. */
    public Path cache() {
        return base("XDG_CACHE_HOME", ".cache").resolve("vnode");
    }

    /** Folder of what belongs to this machine and should outlive a restart, not created here. */
    public Path state() {
        return base("XDG_STATE_HOME", ".local/state").resolve("vnode");
    }

    /** File of a profile, whether it exists or not. */
    public Path profile(String name) {
        return config().resolve("profiles").resolve(name + ".yaml");
    }

    private Path base(String variable, String fallback) {
        String value = environment.getOrDefault(variable, "");
        Path given = Path.of(value);
        // The XDG rules ask to ignore relative paths.
        return value.isEmpty() || !given.isAbsolute() ? home().resolve(fallback) : given;
    }
}
