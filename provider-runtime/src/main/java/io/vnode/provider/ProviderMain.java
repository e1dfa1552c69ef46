package io.vnode.provider;

import io.vnode.addon.settings.InvalidSettingsException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one of the addon's two processes: {@code node}, a virtual node, or {@code webhook}, the admission webhook. Settings
 * come from the environment.
 */
public final class ProviderMain {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private ProviderMain() {}

    /**
     * Exits with 0 after SIGTERM, with 2 when argument or settings are wrong, with 1 when starting failed or another
     * process has taken over the node's name.
     *
     * @param arguments {@code node} or {@code webhook}
     */
    public static void main(String[] arguments) {
        StopSignal stop = StopSignal.install();
        int exit = run(arguments, System.getenv(), stop);
        stop.finished();
        System.exit(exit);
    }

    static int run(String[] arguments, Map<String, String> environment, StopSignal stop) {
        String mode = arguments.length == 1 ? arguments[0] : "";
        try {
            switch (mode) {
                case "node" -> NodeMode.run(environment, stop);
                case "webhook" -> WebhookMode.run(environment, stop);
                default -> {
                    System.err.println("usage: provider-runtime node|webhook; settings come from the environment");
                    return USAGE;
                }
            }
            return 0;
        } catch (InvalidSettingsException e) {
            System.err.println(e.getMessage());
            return USAGE;
        } catch (InterruptedException _) {
            return FAILED;
        } catch (OwnershipLostException e) {
            logger().atError().addKeyValue("why", e.getMessage()).log("ends, because it is no longer in charge");
            return FAILED;
        } catch (Exception e) {
            logger().atError().setCause(e).addKeyValue("mode", mode).log("could not start");
            return FAILED;
        }
    }

    /** Not a constant: wrong settings are reported without loading the logging library. */
    private static Logger logger() {
        return LoggerFactory.getLogger(ProviderMain.class);
    }
}
