package io.vnode.emulator;

import io.vnode.emulator.journal.JournalException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Runs an emulator until it is asked to stop: {@code --config FILE.json}, with {@code --state DIRECTORY} one that remembers,
 * with {@code --faults FILE.json} one in which things go wrong.
 */
public final class EmulatorMain {

    private static final String CONFIG = "--config";
    private static final String STATE = "--state";
    private static final String FAULTS = "--faults";
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
        Map<String, Path> options = options(args);
        Path file = options.get(CONFIG);
        if (file == null) {
            err.println("eci-emulator: usage: --config FILE.json [--state DIRECTORY] [--faults FILE.json]");
            return BAD_INPUT;
        }
        EmulatorConfig config;
        try {
            config = ConfigFile.read(file);
            Path faults = options.get(FAULTS);
            if (faults != null) {
                config = config.withApis(config.apis().withFaults(ConfigFile.faults(faults)));
            }
        } catch (InvalidConfigException e) {
            err.println("eci-emulator: " + e.getMessage());
            return BAD_INPUT;
        }
        try (EciEmulator emulator = EciEmulator.start(config, clock(config), options.get(STATE))) {
            out.println("eci-emulator listening on " + emulator.endpoint());
            new CountDownLatch(1).await(); // a signal ends the process; what is to be saved already is
        } catch (IOException | JournalException e) {
            err.println("eci-emulator: " + e.getMessage());
            return FAILED;
        }
        return 0;
    }

    private static Clock clock(EmulatorConfig config) {
        Clock real = Clock.systemUTC();
        return config.apis().drivenClock() ? new ManualClock(real.instant()) : real;
    }

    /** What was asked for; nothing at all when something of it is wrong. */
    private static Map<String, Path> options(String[] args) {
        Map<String, Path> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            boolean known = Set.of(CONFIG, STATE, FAULTS).contains(args[i]);
            if (!known || i + 1 == args.length || options.put(args[i], Path.of(args[i + 1])) != null) {
                return Map.of();
            }
        }
        return options;
    }
}
