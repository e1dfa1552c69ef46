/**
 * The cloud, as types: what vnode asks of ECI and what ECI may answer.
 *
 * <p>Nothing here speaks HTTP; {@code io.vnode.eci.sdk} does. Start at {@link EciClient}. What the caller has to handle in
 * the ordinary course is a return value ({@link CreateOutcome}, {@link DeleteOutcome}); everything else is an
 * {@link EciException}, sorted once by {@link EciException.Kind}.
 */
@NullMarked
package io.vnode.eci;

import org.jspecify.annotations.NullMarked;
