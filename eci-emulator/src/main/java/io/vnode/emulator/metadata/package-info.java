/**
 * The metadata service that ECS instances and container groups ask for the keys of their role.
 *
 * <p>Start at {@link MetadataService}. The real one answers at {@code 100.100.100.200}; here it is part of the one port.
 */
@NullMarked
package io.vnode.emulator.metadata;

import org.jspecify.annotations.NullMarked;
