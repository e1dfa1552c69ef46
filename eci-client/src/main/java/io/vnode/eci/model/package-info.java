/**
 * What vnode sends to ECI and what it reads back, named as in ECI's API reference.
 *
 * <p>The text form of everything here is free of environment values, file contents and passwords. Start at
 * {@link CreateContainerGroupRequest} and {@link ContainerGroup}.
 */
@NullMarked
package io.vnode.eci.model;

import org.jspecify.annotations.NullMarked;
