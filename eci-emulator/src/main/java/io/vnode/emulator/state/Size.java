package io.vnode.emulator.state;

/**
 * vCPU and memory of a container group.
 *
 * @param cpu in vCPU
 * @param memory in GiB
 */
public record Size(double cpu, double memory) {

    /** What a group gets when nobody names a number. */
    public static final Size DEFAULT = new Size(2, 4);

    @Override
    public String toString() {
        return "%s vCPU, %s GiB".formatted(number(cpu), number(memory));
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
