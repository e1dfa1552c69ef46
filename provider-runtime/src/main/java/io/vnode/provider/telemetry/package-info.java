/**
 * How the process is: whether a loop of it has died, whether it can do its work yet, and its numbers.
 *
 * <p>Start at {@link Health} and {@link Metrics}. The rooms report to them; this room knows none of the others, and no other
 * room knows Prometheus.
 */
@NullMarked
package io.vnode.provider.telemetry;

import org.jspecify.annotations.NullMarked;
