/** Networks: which vSwitches there are, and how many addresses they have left. Start at {@link VpcClient}. */
@NullMarked
package io.vnode.eci.vpc;

import org.jspecify.annotations.NullMarked;
