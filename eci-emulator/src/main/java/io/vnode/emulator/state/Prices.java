package io.vnode.emulator.state;

/**
 * What container groups cost, in CNY an hour.
 *
 * @param cpuHour for each vCPU
 * @param memoryHour for each GiB
 * @param spotCpuHour what the spot market asks for each vCPU, memory included
 */
public record Prices(double cpuHour, double memoryHour, double spotCpuHour) {

    /** The order of magnitude of the published ones. */
    public static final Prices USUAL = new Prices(0.1764, 0.0221, 0.06);

    /** The price of a group that stays. */
    public double payAsYouGo(Size size) {
        return rounded(size.cpu() * cpuHour + size.memory() * memoryHour);
    }

    /** The price on the spot market, which never asks for more than for a group that stays. */
    public double spot(Size size) {
        return Math.min(rounded(size.cpu() * spotCpuHour), payAsYouGo(size));
    }

    Prices withSpot(double changed) {
        return new Prices(cpuHour, memoryHour, changed);
    }

    private static double rounded(double price) {
        return Math.round(price * 1_000_000) / 1_000_000.0;
    }
}
