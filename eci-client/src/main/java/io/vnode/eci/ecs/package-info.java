/** Security groups, which belong to ECS. Start at {@link EcsClient}. */
@NullMarked
package io.vnode.eci.ecs;

import org.jspecify.annotations.NullMarked;
