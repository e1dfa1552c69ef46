package io.vnode.cli;

import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.command.ClientVersion;
import io.vnode.cli.command.CommandTree;
import io.vnode.cli.command.Surroundings;
import io.vnode.cli.output.Console;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** The process behind {@code vnode}. */
public final class VnodeMain {

    private VnodeMain() {}

    /** Runs one command line and ends the process with its exit code. */
    public static void main(String... arguments) throws IOException {
        if (answeredAtOnce(arguments)) {
            return;
        }
        Map<String, String> environment = System.getenv();
        Surroundings surroundings = new Surroundings(environment, Console.ofProcess(environment), Cloud.ECI);
        System.exit(CommandTree.run(surroundings, arguments));
    }

    /** The two questions that people expect an answer to before they have blinked; no parser is loaded for them. */
    private static boolean answeredAtOnce(String... arguments) throws IOException {
        String only = arguments.length == 0 ? "--help" : arguments.length == 1 ? arguments[0] : "";
        switch (only) {
            case "-V", "--version" -> System.out.println("vnode " + ClientVersion.text());
            case "-h", "--help" -> printHelp();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void printHelp() throws IOException {
        try (InputStream help = VnodeMain.class.getResourceAsStream("help.txt")) {
            Objects.requireNonNull(help).transferTo(System.out);
            System.out.flush();
        }
    }
}
