package io.vnode.emulator.ram;

/** The answer of actions that have nothing to say. */
record Done(String requestId) {}
