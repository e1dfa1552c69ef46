/** How fast and how big a provider is. Start at {@link io.vnode.e2e.provider.bench.PodBenchmark}. */
@NullMarked
package io.vnode.e2e.provider.bench;

import org.jspecify.annotations.NullMarked;
