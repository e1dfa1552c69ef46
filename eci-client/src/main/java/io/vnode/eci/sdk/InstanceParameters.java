package io.vnode.eci.sdk;

import io.vnode.eci.model.ComputeCategory;
import io.vnode.eci.model.CpuOptions;
import io.vnode.eci.model.InstanceOptions;
import io.vnode.eci.model.SpotOptions;

/** Writes what a container group runs on. */
final class InstanceParameters {

    private InstanceParameters() {}

    static void write(ParameterWriter to, InstanceOptions instance) {
        to.joined("InstanceType", instance.instanceTypes())
                .texts(
                        "ComputeCategory",
                        instance.computeCategories().stream()
                                .map(ComputeCategory::word)
                                .toList())
                .ifPresent(instance.architecture(), (it, cpu) -> it.put("CpuArchitecture", cpu.word()))
                .ifPresent(instance.osType(), (it, os) -> it.put("OsType", os.word()))
                .ifPresent(instance.cpuOptions(), InstanceParameters::cpuOptions)
                .put("GpuDriverVersion", instance.gpuDriverVersion())
                .put("EphemeralStorage", instance.ephemeralStorage())
                .put("OverheadReservationOption.EnableOverheadReservation", instance.overheadReservation())
                .ifPresent(instance.spot(), InstanceParameters::spot)
                .ifPresent(instance.spot(), (it, spot) -> it.put("StrictSpot", spot.strict()));
    }

    private static void cpuOptions(ParameterWriter to, CpuOptions cpu) {
        to.put("CpuOptionsCore", cpu.cores())
                .put("CpuOptionsThreadsPerCore", cpu.threadsPerCore())
                .put("CpuOptionsNuma", cpu.numa());
    }

    /** The three parameters that every action spells alike. */
    static void spot(ParameterWriter to, SpotOptions spot) {
        to.put("SpotStrategy", spot.strategy().word())
                .put("SpotPriceLimit", spot.priceLimit())
                .put("SpotDuration", spot.protectedHours());
    }
}
