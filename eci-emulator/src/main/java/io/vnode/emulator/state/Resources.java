package io.vnode.emulator.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the region has to give to container groups: addresses, stock, the account's vCPU. Its owner guards it with a lock. */
final class Resources {

    private final Map<String, AddressPool> pools = new LinkedHashMap<>();
    private final Stock stock;
    private final double maxCpu;
    private final Set<String> boundEips = new HashSet<>();
    private Prices prices;
    private double usedCpu;

    Resources(List<VSwitch> vSwitches, Offer offer) {
        vSwitches.forEach(vSwitch -> pools.put(vSwitch.id(), new AddressPool(vSwitch)));
        this.stock = new Stock(offer.stock());
        this.maxCpu = offer.maxCpu();
        this.prices = offer.prices();
    }

    Prices prices() {
        return prices;
    }

    void prices(Prices changed) {
        prices = changed;
    }

    Stock stock() {
        return stock;
    }

    double usedCpu() {
        return usedCpu;
    }

    int freeAddresses(String vSwitchId) {
        AddressPool pool = pools.get(vSwitchId);
        return pool == null ? 0 : pool.free();
    }

    /** Takes the first thing wished for that is there: each capacity in turn, and for each of them every vSwitch in turn. */
    Claim claim(PlacementWish wish, GroupSpec.Terms terms) {
        String eip = terms.eipInstanceId();
        if (eip != null && boundEips.contains(eip)) {
            return new Claim.Refused(new CreateResult.EipInUse(eip));
        }
        List<String> vSwitches = new ArrayList<>(wish.vSwitchIds());
        if (wish.spread()) {
            Collections.shuffle(vSwitches);
        }
        Set<CreateResult> refusals = new HashSet<>();
        for (Capacity capacity : wish.capacities()) {
            CreateResult refusal = refusal(capacity, terms.spot());
            if (refusal != null) {
                refusals.add(refusal);
                continue;
            }
            for (String id : vSwitches) {
                switch (take(id, capacity, wish.privateAddress())) {
                    case Claim.Granted granted -> {
                        return granted(granted, eip);
                    }
                    case Claim.Refused(var result) -> refusals.add(result);
                }
            }
        }
        return new Claim.Refused(worst(refusals));
    }

    private Claim granted(Claim.Granted granted, @Nullable String eip) {
        usedCpu += granted.holding().capacity().size().cpu();
        if (eip != null) {
            boundEips.add(eip);
        }
        return granted;
    }

    private @Nullable CreateResult refusal(Capacity capacity, @Nullable Spot spot) {
        if (usedCpu + capacity.size().cpu() > maxCpu) {
            return new CreateResult.QuotaExceeded(maxCpu);
        }
        return spot != null && !spot.affords(prices.spot(capacity.size())) ? new CreateResult.SpotNotMatched() : null;
    }

    private Claim take(String vSwitchId, Capacity capacity, @Nullable String privateAddress) {
        AddressPool pool = pools.get(vSwitchId);
        if (pool == null || pool.free() == 0) {
            return new Claim.Refused(new CreateResult.NoFreeAddress());
        }
        if (!stock.has(pool.vSwitch().zoneId(), capacity)) {
            return new Claim.Refused(new CreateResult.NoStock());
        }
        AddressPool.Lease lease = privateAddress == null ? pool.take() : pool.retake(privateAddress);
        if (lease == null) {
            return new Claim.Refused(new CreateResult.AddressInUse());
        }
        stock.take(pool.vSwitch().zoneId(), capacity);
        return new Claim.Granted(new Holding(lease, capacity));
    }

    /** Which of several reasons the caller hears: out of stock is what trying elsewhere helps against. */
    private static CreateResult worst(Set<CreateResult> refusals) {
        List<Class<? extends CreateResult>> order =
                List.of(CreateResult.NoStock.class, CreateResult.SpotNotMatched.class, CreateResult.AddressInUse.class);
        for (Class<? extends CreateResult> kind : order) {
            for (CreateResult refusal : refusals) {
                if (kind.isInstance(refusal)) {
                    return refusal;
                }
            }
        }
        return refusals.stream().findFirst().orElseGet(CreateResult.NoFreeAddress::new);
    }

    /** What a group had in an earlier process; null when the region has no such thing any more. */
    @Nullable
    Holding retake(GroupRecord.Created created) {
        AddressPool pool = pools.get(created.vSwitchId());
        AddressPool.Lease lease = pool == null ? null : pool.retake(created.address());
        if (pool == null || lease == null) {
            return null;
        }
        GroupSpec spec = created.spec();
        Capacity capacity = new Capacity(spec.size(), spec.extras().instanceType());
        stock.take(pool.vSwitch().zoneId(), capacity);
        return ((Claim.Granted) granted(
                        new Claim.Granted(new Holding(lease, capacity)),
                        spec.terms().eipInstanceId()))
                .holding();
    }

    void giveBack(Holding holding, GroupSpec.Terms terms) {
        holding.lease().giveBack();
        stock.giveBack(holding.lease().vSwitch().zoneId(), holding.capacity());
        usedCpu -= holding.capacity().size().cpu();
        if (terms.eipInstanceId() != null) {
            boundEips.remove(terms.eipInstanceId());
        }
    }

    VSwitch vSwitch(String id, String zoneId) {
        AddressPool pool = pools.get(id);
        return pool == null ? new VSwitch(id, zoneId, new Cidr(0, Cidr.LONGEST_PREFIX)) : pool.vSwitch();
    }

    /** What came of a claim. */
    sealed interface Claim {

        /** All of it was taken. */
        record Granted(Holding holding) implements Claim {}

        /** Nothing was taken. */
        record Refused(CreateResult reason) implements Claim {}
    }
}
