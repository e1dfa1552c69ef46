/** Measurements of container groups. Start at {@link MetricQuery}. */
@NullMarked
package io.vnode.eci.model.metric;

import org.jspecify.annotations.NullMarked;
