/** The state of container groups in the words of Kubernetes. Start at {@link GroupSelection}. */
@NullMarked
package io.vnode.eci.model.status;

import org.jspecify.annotations.NullMarked;
