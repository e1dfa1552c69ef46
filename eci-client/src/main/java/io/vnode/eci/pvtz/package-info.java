/** Names within a VPC (PrivateZone). Start at {@link PrivateZoneClient}. */
@NullMarked
package io.vnode.eci.pvtz;

import org.jspecify.annotations.NullMarked;
