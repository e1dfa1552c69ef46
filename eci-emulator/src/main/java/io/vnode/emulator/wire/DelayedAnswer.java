package io.vnode.emulator.wire;

import java.time.Duration;

/**
 * An action's answer that is worked out already and sent later, because the work would have taken its time.
 *
 * @param answer what is sent
 * @param delay how long it is kept
 */
public record DelayedAnswer(Object answer, Duration delay) {}
