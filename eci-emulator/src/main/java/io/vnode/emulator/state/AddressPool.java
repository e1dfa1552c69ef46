package io.vnode.emulator.state;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The addresses of one vSwitch. A returned address is given out again only after all others had their turn. */
final class AddressPool {

    /** Alibaba Cloud keeps the first and the last three addresses of every vSwitch for itself. */
    private static final int RESERVED_AT_START = 1;

    private static final int RESERVED_AT_END = 3;

    private final VSwitch vSwitch;
    private final BitSet taken = new BitSet();
    private int cursor = RESERVED_AT_START;

    AddressPool(VSwitch vSwitch) {
        this.vSwitch = vSwitch;
    }

    VSwitch vSwitch() {
        return vSwitch;
    }

    int free() {
        return end() - RESERVED_AT_START - taken.cardinality();
    }

    /** A free address, now taken; null when there is none. */
    @Nullable
    Lease take() {
        int offset = taken.nextClearBit(cursor);
        if (offset >= end()) {
            offset = taken.nextClearBit(RESERVED_AT_START);
            if (offset >= end()) {
                return null;
            }
        }
        taken.set(offset);
        cursor = offset + 1;
        return new Lease(this, offset);
    }

    /** The lease of an address that a group had before; null when it is none of this vSwitch or somebody has it. */
    @Nullable
    Lease retake(String address) {
        int offset = vSwitch.cidr().offset(address);
        if (offset < RESERVED_AT_START || offset >= end() || taken.get(offset)) {
            return null;
        }
        taken.set(offset);
        return new Lease(this, offset);
    }

    private int end() {
        return vSwitch.cidr().size() - RESERVED_AT_END;
    }

    /** An address that is taken until it is given back. */
    record Lease(AddressPool pool, int offset) {

        VSwitch vSwitch() {
            return pool.vSwitch;
        }

        String address() {
            return vSwitch().cidr().address(offset);
        }

        void giveBack() {
            pool.taken.clear(offset);
        }
    }
}
