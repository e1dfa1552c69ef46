/**
 * Commands in running containers. Start at {@link ExecRequest}; what one talks to is an {@link ExecSession}.
 *
 * <p>ECI documents how to get the address of a session, not what is said there; that is behind the interface.
 */
@NullMarked
package io.vnode.eci.exec;

import org.jspecify.annotations.NullMarked;
