package io.vnode.emulator.state;

/**
 * A limited stock and what is left of it.
 *
 * @param limit what is limited
 * @param free how many more container groups fit; 0 also where a lowered limit is exceeded
 */
public record StockLevel(StockLimit limit, int free) {}
