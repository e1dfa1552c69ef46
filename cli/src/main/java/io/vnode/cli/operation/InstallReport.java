package io.vnode.cli.operation;

import java.time.Duration;

/**
 * What an installation did.
 *
 * @param created objects created
 * @param changed objects changed
 * @param unchanged objects that were as they should be
 * @param virtualNodes virtual nodes that are Ready
 * @param took how long it took
 */
public record InstallReport(long created, long changed, long unchanged, int virtualNodes, Duration took) {

    static InstallReport of(InstallPlan planned, Duration took) {
        return new InstallReport(
                planned.plan().creations(),
                planned.plan().updates(),
                planned.plan().unchanged(),
                planned.replicas(),
                took);
    }

    /** Whether there was nothing to do. */
    public boolean nothingChanged() {
        return created == 0 && changed == 0;
    }
}
