/** The journeys: what users do with vnode, done with the installed command, a real control plane and real kubectl. */
@NullMarked
package io.vnode.e2e;

import org.jspecify.annotations.NullMarked;
