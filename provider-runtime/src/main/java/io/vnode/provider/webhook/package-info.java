/**
 * Admission: which pods go to virtual nodes, and what is added to them for that.
 *
 * <p>Start at {@link AdmissionHandler}; {@link PlacementDecision} decides, purely. A pod that did not ask for a virtual node
 * passes untouched, and so does everything that is no pod.
 */
@NullMarked
package io.vnode.provider.webhook;

import org.jspecify.annotations.NullMarked;
