package io.vnode.emulator.fault;

/**
 * A rule that can still be met.
 *
 * @param id names it
 * @param rule which calls meet what
 * @param seen how many calls of its action came since it was laid down
 * @param met how many of them met the fault
 */
public record PlannedFault(int id, FaultRule rule, int seen, int met) {}
