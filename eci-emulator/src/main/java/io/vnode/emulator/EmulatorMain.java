package io.vnode.emulator;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs an emulator until it is asked to stop: {@code --config FILE.json}. */
public final class EmulatorMain {

    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private EmulatorMain() {}

    /** Prints one line to standard output when it is ready; exits with 2 for a bad configuration, 1 for a taken port. */
    public static void main(String[] args) throws InterruptedException {
        // Netty's shortcut through sun.misc.Unsafe makes newer JVMs print warnings; a sandbox can do without it.
        System.setProperty("io.netty.noUnsafe", System.getProperty("io.netty.noUnsafe", "true"));
        int exitCode = run(args, System.out, System.err);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    static int run(String[] args, PrintStream out, PrintStream err) throws InterruptedException {
        if (args.length != 2 || !args[0].equals("--config")) {
            err.println("eci-emulator: usage: --config FILE.json");
            return BAD_INPUT;
        }
        EmulatorConfig config;
        try {
            config = ConfigFile.read(Path.of(args[1]));
        } catch (InvalidConfigException e) {
            err.println("eci-emulator: " + e.getMessage());
            return BAD_INPUT;
        }
        try (EciEmulator emulator = EciEmulator.start(config)) {
            out.println("eci-emulator listening on " + emulator.endpoint());
            new CountDownLatch(1).await(); // a signal ends the process; there is nothing to save
        } catch (IOException e) {
            err.println("eci-emulator: " + e.getMessage());
            return FAILED;
        }
        return 0;
    }
}
