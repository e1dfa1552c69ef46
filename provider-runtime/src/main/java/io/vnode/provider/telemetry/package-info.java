/**
 * How the process is: whether a loop of it has died, and whether it can do its work yet.
 *
 * <p>Start at {@link Health}. The rooms report to it, the {@code http} room's probes read it; it knows none of them.
 */
@NullMarked
package io.vnode.provider.telemetry;

import org.jspecify.annotations.NullMarked;
