package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * How the cores of an instance type are presented.
 *
 * @param cores number of cores
 * @param threadsPerCore 1 turns hyper-threading off
 * @param numa NUMA layout; ECI names it but does not offer it
 */
public record CpuOptions(
        @Nullable Integer cores,
        @Nullable Integer threadsPerCore,
        @Nullable String numa) {
    public CpuOptions {

        Limits.within("cores", cores, 1, Integer.MAX_VALUE);
        Limits.within("threadsPerCore", threadsPerCore, 1, 2);
    }
}
