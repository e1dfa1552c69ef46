/** Users, policies and access keys, for setting up the identity that the provider uses. Start at {@link RamClient}. */
@NullMarked
package io.vnode.eci.ram;

import org.jspecify.annotations.NullMarked;
