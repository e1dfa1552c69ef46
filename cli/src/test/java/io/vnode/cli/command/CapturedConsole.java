package io.vnode.cli.command;

import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.output.Console;
import io.vnode.cli.output.Terminals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Runs command lines in this JVM and keeps what they print. */
public final class CapturedConsole {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment;
    private final Cloud cloud;

    public CapturedConsole(Map<String, String> environment, Cloud cloud) {
        this.environment = environment;
        this.cloud = cloud;
    }

    public CapturedConsole(Map<String, String> environment) {
        this(environment, Cloud.ECI);
    }

    /** Runs a command line and returns its exit code. */
    public int run(String... arguments) {
        return CommandTree.run(surroundings(), arguments);
    }

    /** Surroundings whose streams are kept here. */
    public Surroundings surroundings() {
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new ByteArrayInputStream(new byte[0]),
                Terminals.NONE,
                environment);
        return new Surroundings(environment, console, cloud);
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
