package io.vnode.cli.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A sandbox that can be used.
 *
 * @param wasRunning whether it ran before
 * @param apiReadyMillis how long it took until the API server answered; null if it ran before
 * @param readyMillis how long it took until pods could be scheduled; null if it ran before
 */
public record UpReport(
        String name,
        boolean wasRunning,
        String apiUrl,
        String kubeconfig,
        String context,
        String profile,
        String emulatorUrl,
        @Nullable Long apiReadyMillis,
        @Nullable Long readyMillis) {}
