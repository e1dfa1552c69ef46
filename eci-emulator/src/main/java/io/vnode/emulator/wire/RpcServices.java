package io.vnode.emulator.wire;

import io.vnode.emulator.fault.CloudFaults;
import io.vnode.emulator.fault.FaultPlan;
import java.time.Clock;

/**
 * What the APIs of all products have in common.
 *
 * @param authenticator finds out who calls
 * @param guard decides what they may do
 * @param faults what goes wrong on demand
 * @param cloud where faults reach into the cloud
 * @param log what was called
 * @param clock the callers' time, for the log
 */
public record RpcServices(
        Authenticator authenticator, Guard guard, FaultPlan faults, CloudFaults cloud, CallLog log, Clock clock) {}
