package io.vnode.emulator.state;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of IPv4 addresses.
 *
 * @param network the first address, as a number
 * @param prefixLength how many leading bits are fixed
 */
public record Cidr(int network, int prefixLength) {

    /** The smallest and largest ranges that a vSwitch may have. */
    static final int SHORTEST_PREFIX = 16;

    static final int LONGEST_PREFIX = 29;

    private static final Pattern ADDRESS = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    /**
     * Reads {@code 192.168.0.0/20}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Cidr parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must look like 192.168.0.0/20");
        }
        int network = 0;
        for (int part = 1; part <= 4; part++) {
            int number = Integer.parseInt(matcher.group(part));
            if (number > 255) {
                throw new IllegalArgumentException("must look like 192.168.0.0/20");
            }
            network = (network << 8) | number;
        }
        int prefixLength = Integer.parseInt(matcher.group(5));
        if (prefixLength < SHORTEST_PREFIX || prefixLength > LONGEST_PREFIX) {
            throw new IllegalArgumentException(
                    "must have a prefix from /%d to /%d".formatted(SHORTEST_PREFIX, LONGEST_PREFIX));
        }
        Cidr cidr = new Cidr(network, prefixLength);
        if ((network & (cidr.size() - 1)) != 0) {
            throw new IllegalArgumentException("must start at the first address of the range");
        }
        return cidr;
    }

    /** How many addresses there are. */
    int size() {
        return 1 << (32 - prefixLength);
    }

    /** One of the addresses, counted from 0. */
    String address(int offset) {
        int address = network + offset;
        return "%d.%d.%d.%d".formatted(address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255);
    }

    /** Whether this is one of the addresses. */
    public boolean contains(String address) {
        return offset(address) >= 0;
    }

    /** Which of the addresses this is, counted from 0; -1 when it is none of them. */
    int offset(String address) {
        Matcher matcher = ADDRESS.matcher(address);
        long number = 0;
        for (int part = 1; matcher.matches() && part <= 4; part++) {
            number = (number << 8) | Integer.parseInt(matcher.group(part));
        }
        long offset = number - Integer.toUnsignedLong(network);
        return matcher.matches()
                        && offset >= 0
                        && offset < size()
                        && address((int) offset).equals(address)
                ? (int) offset
                : -1;
    }

    @Override
    public String toString() {
        return address(0) + "/" + prefixLength;
    }
}
