package io.vnode.emulator.exec;

/** A program of the container. */
@FunctionalInterface
interface Command {

    /** Runs; what takes time is told and not waited for. */
    Effect run(Invocation call);
}
