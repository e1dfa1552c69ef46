/** What can be bought, what it costs and how much of it the account may have. Start at {@link PriceQuery}, {@link ResourceQuery} and {@link Usage}. */
@NullMarked
package io.vnode.eci.model.market;

import org.jspecify.annotations.NullMarked;
