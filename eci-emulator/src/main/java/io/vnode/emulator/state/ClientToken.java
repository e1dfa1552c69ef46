package io.vnode.emulator.state;

/**
 * What makes a repeated creation recognisable.
 *
 * @param value the caller's token
 * @param fingerprint of the parameters that came with it
 */
public record ClientToken(String value, String fingerprint) {}
