package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Instant START = Instant.parse("2024-01-02T03:04:05Z");
    private static final VSwitch IN_H = new VSwitch("vsw-h", "cn-hangzhou-h", Cidr.parse("10.0.0.0/24"));
    private static final VSwitch IN_I = new VSwitch("vsw-i", "cn-hangzhou-i", Cidr.parse("10.0.1.0/24"));
    private static final Size SMALL = new Size(1, 2);
    private static final Size LARGE = new Size(4, 8);
    private static final GroupSpec SPEC = Specs.group(RestartPolicy.ALWAYS, Specs.container("web"));
    private static final StockLimit ONE_SMALL_IN_H = new StockLimit("cn-hangzhou-h", SMALL, null, 1);
    private static final StockLimit NOTHING_IN_I = new StockLimit("cn-hangzhou-i", null, null, 0);
    private static final double SPOT_PRICE = 0.1;

    private final ManualClock clock = new ManualClock(START);

    @Test
    void goesToTheNextZoneWhenOneIsOutOfStock() {
        ContainerGroups groups = groups(false, ONE_SMALL_IN_H);

        String first = create(groups, SMALL);
        String second = create(groups, SMALL);
        String large = create(groups, LARGE);

        assertThat(zone(groups, first)).isEqualTo("cn-hangzhou-h");
        assertThat(zone(groups, second)).isEqualTo("cn-hangzhou-i");
        assertThat(zone(groups, large)).isEqualTo("cn-hangzhou-h");
        assertThat(groups.stock()).containsExactly(new StockLevel(ONE_SMALL_IN_H, 0));
    }

    @Test
    void refusesWhatIsNowhereInStockAndSellsItAgainWhenItComesBack() {
        ContainerGroups groups = groups(false, ONE_SMALL_IN_H, NOTHING_IN_I);
        String first = create(groups, SMALL);

        assertThat(groups.create(SPEC, wish(SMALL), null)).isEqualTo(new CreateResult.NoStock());
        assertThat(groups.freeAddresses("vsw-h")).isEqualTo(251);
        groups.delete(first, true);
        assertThat(groups.create(SPEC, wish(SMALL), null)).isInstanceOf(CreateResult.Created.class);
    }

    @Test
    void takesTheNextInstanceTypeWhenOneIsOutOfStock() {
        ContainerGroups groups = groups(
                false,
                new StockLimit("cn-hangzhou-h", null, "ecs.c6.large", 0),
                new StockLimit("cn-hangzhou-i", null, "ecs.c6.large", 0));
        PlacementWish wish = new PlacementWish(
                List.of("vsw-h", "vsw-i"),
                false,
                List.of(new Capacity(new Size(2, 4), "ecs.c6.large"), new Capacity(new Size(4, 16), "ecs.g6.xlarge")),
                null);

        String id = id(groups.create(SPEC, wish, null));

        assertThat(snapshot(groups, id).spec().extras().instanceType()).isEqualTo("ecs.g6.xlarge");
        assertThat(snapshot(groups, id).spec().size()).isEqualTo(new Size(4, 16));
    }

    @Test
    void canBeLimitedAndFreedWhileItRuns() {
        ContainerGroups groups = groups(false);
        create(groups, SMALL);

        groups.limitStock(new StockLimit("cn-hangzhou-h", null, null, 0));
        groups.limitStock(NOTHING_IN_I);
        assertThat(groups.create(SPEC, wish(SMALL), null)).isEqualTo(new CreateResult.NoStock());
        assertThat(groups.inStock("cn-hangzhou-h", new Capacity(SMALL, null))).isFalse();
        groups.liftStockLimit(NOTHING_IN_I);
        assertThat(zone(groups, create(groups, SMALL))).isEqualTo("cn-hangzhou-i");
    }

    @Test
    void failsToScheduleLaterWhenToldTo() {
        ContainerGroups groups = groups(true, new StockLimit("cn-hangzhou-h", null, null, 0), NOTHING_IN_I);

        String id = create(groups, SMALL);

        assertThat(snapshot(groups, id).status()).isEqualTo(GroupStatus.SCHEDULING);
        clock.advance(Duration.ofSeconds(10));
        assertThat(snapshot(groups, id).status()).isEqualTo(GroupStatus.SCHEDULE_FAILED);
        assertThat(snapshot(groups, id).events())
                .extracting(GroupEvent::reason)
                .containsExactly("ContainerGroup.NoStock");
        assertThat(snapshot(groups, id).placement().address()).isEmpty();
        clock.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(snapshot(groups, id).status()).isEqualTo(GroupStatus.SCHEDULE_FAILED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(groups.find(id)).isNull();
    }

    @Test
    void keepsToTheQuotaOfVcpu() {
        ContainerGroups groups = groups(false);

        create(groups, LARGE);
        String second = create(groups, LARGE);

        assertThat(groups.usedCpu()).isEqualTo(8);
        assertThat(groups.create(SPEC, wish(LARGE), null)).isEqualTo(new CreateResult.QuotaExceeded(10));
        create(groups, SMALL);
        groups.delete(second, true);
        assertThat(groups.usedCpu()).isEqualTo(5);
        create(groups, LARGE);
    }

    @Test
    void givesTheAddressThatIsAskedForToOneGroup() {
        ContainerGroups groups = groups(false);
        PlacementWish wish =
                new PlacementWish(List.of("vsw-i"), false, List.of(new Capacity(SMALL, null)), "10.0.1.77");

        String id = id(groups.create(SPEC, wish, null));

        assertThat(snapshot(groups, id).placement().address()).isEqualTo("10.0.1.77");
        assertThat(groups.create(SPEC, wish, null)).isEqualTo(new CreateResult.AddressInUse());
        groups.delete(id, true);
        assertThat(groups.create(SPEC, wish, null)).isInstanceOf(CreateResult.Created.class);
    }

    @Test
    void bindsAnElasticIpToOneGroupAtATime() {
        ContainerGroups groups = groups(false);
        GroupSpec spec = Specs.withTerms(SPEC, new GroupSpec.Terms(null, null, false, "eip-one", true, Set.of()));

        String id = id(groups.create(spec, wish(SMALL), null));

        assertThat(snapshot(groups, id).internetAddress()).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(snapshot(groups, id).internetAddress()).startsWith("47.97.");
        assertThat(snapshot(groups, id).ipv6Address()).startsWith("2408:4005:");
        assertThat(groups.create(spec, wish(SMALL), null)).isEqualTo(new CreateResult.EipInUse("eip-one"));
        groups.delete(id, true);
        assertThat(groups.create(spec, wish(SMALL), null)).isInstanceOf(CreateResult.Created.class);
    }

    @Test
    void sellsOnTheSpotMarketToWhoPaysEnough() {
        ContainerGroups groups = groups(false);

        assertThat(groups.create(spot(0.39), wish(LARGE), null)).isEqualTo(new CreateResult.SpotNotMatched());
        String id = id(groups.create(spot(0.4), wish(LARGE), null));
        clock.advance(Duration.ofSeconds(10));

        assertThat(snapshot(groups, id).pricePerHour()).isEqualTo(0.4);
    }

    @Test
    void takesASpotGroupBackAtACheckAfterItsProtectedTimeWhenThePriceHasRisen() {
        ContainerGroups groups = groups(false);
        String dear = id(groups.create(spot(0.4), wish(LARGE), null));
        String whatever = id(groups.create(spot(null), wish(LARGE), null));
        groups.spotPrice(0.2);

        clock.advance(Duration.ofMinutes(59));
        assertThat(snapshot(groups, dear).events())
                .extracting(GroupEvent::reason)
                .doesNotContain("SpotToBeReleased");
        clock.advance(Duration.ofMinutes(1));
        assertThat(snapshot(groups, dear).events())
                .extracting(GroupEvent::reason)
                .contains("SpotToBeReleased");
        assertThat(snapshot(groups, dear).status()).isEqualTo(GroupStatus.RUNNING);
        clock.advance(Duration.ofMinutes(3));

        assertThat(snapshot(groups, dear).status()).isEqualTo(GroupStatus.EXPIRED);
        assertThat(snapshot(groups, dear).ended()).isEqualTo(START.plus(Duration.ofMinutes(63)));
        assertThat(snapshot(groups, dear).containers().getFirst().current())
                .isEqualTo(
                        new ContainerState.Terminated(START.plusSeconds(30), START.plus(Duration.ofMinutes(63)), 137));
        assertThat(snapshot(groups, whatever).status()).isEqualTo(GroupStatus.RUNNING);
        assertThat(groups.usedCpu()).isEqualTo(4);
    }

    @Test
    void leavesASpotGroupWhosePriceRisesBetweenChecksUntilTheNextOne() {
        ContainerGroups groups = groups(false);
        String id = id(groups.create(spot(0.4), wish(LARGE), null));
        clock.advance(Duration.ofMinutes(61));
        groups.find(id);

        groups.spotPrice(0.2);
        clock.advance(Duration.ofMinutes(3));
        assertThat(snapshot(groups, id).events()).extracting(GroupEvent::reason).doesNotContain("SpotToBeReleased");
        clock.advance(Duration.ofMinutes(1));

        assertThat(snapshot(groups, id).events()).extracting(GroupEvent::reason).contains("SpotToBeReleased");
    }

    @Test
    void takesASpotGroupBackOnDemand() {
        ContainerGroups groups = groups(false);
        String spot = id(groups.create(spot(null), wish(SMALL), null));
        String other = create(groups, SMALL);

        assertThat(groups.reclaim(spot)).isEqualTo(ChangeResult.ACCEPTED);

        assertThat(groups.reclaim(spot)).isEqualTo(ChangeResult.WRONG_STATUS);
        assertThat(groups.reclaim(other)).isEqualTo(ChangeResult.WRONG_STATUS);
        assertThat(groups.reclaim("eci-unheardof")).isEqualTo(ChangeResult.UNKNOWN);
        clock.advance(Spot.NOTICE);
        assertThat(snapshot(groups, spot).status()).isEqualTo(GroupStatus.EXPIRED);
    }

    @Test
    void costsOnlyWhileItHoldsSomething() {
        ContainerGroups groups = groups(false);
        String id = create(groups, LARGE);

        double scheduling = snapshot(groups, id).pricePerHour();
        clock.advance(Duration.ofSeconds(10));
        double pending = snapshot(groups, id).pricePerHour();

        assertThat(scheduling).isZero();
        assertThat(pending).isEqualTo(0.96);
    }

    private ContainerGroups groups(boolean refusesLater, StockLimit... stock) {
        Delays delays =
                new Delays(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ZERO, Duration.ofSeconds(10));
        Offer offer = new Offer(Edition.TODAY, 10, new Prices(0.2, 0.02, SPOT_PRICE), List.of(stock), refusesLater);
        return new ContainerGroups(List.of(IN_H, IN_I), delays, Images.AT_ONCE, offer, clock);
    }

    private static PlacementWish wish(Size size) {
        return new PlacementWish(List.of("vsw-h", "vsw-i"), false, List.of(new Capacity(size, null)), null);
    }

    private static GroupSpec spot(@Nullable Double limit) {
        Spot spot = new Spot(limit, Duration.ofHours(1));
        return Specs.withTerms(SPEC, new GroupSpec.Terms(null, spot, false, null, false, Set.of()));
    }

    private static String create(ContainerGroups groups, Size size) {
        return id(groups.create(SPEC, wish(size), null));
    }

    private static String id(CreateResult result) {
        return ((CreateResult.Created) result).containerGroupId();
    }

    private static String zone(ContainerGroups groups, String id) {
        return snapshot(groups, id).placement().vSwitch().zoneId();
    }

    private static GroupSnapshot snapshot(ContainerGroups groups, String id) {
        return Objects.requireNonNull(groups.find(id), () -> "no container group " + id);
    }
}
