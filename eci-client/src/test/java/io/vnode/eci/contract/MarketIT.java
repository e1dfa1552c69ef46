package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.Event;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.market.Price;
import io.vnode.eci.model.market.PriceQuery;
import io.vnode.eci.model.market.ResourceQuery;
import io.vnode.eci.model.market.Usage;
import io.vnode.eci.model.market.ZoneStock;
import io.vnode.eci.model.status.EventSource;
import io.vnode.eci.model.status.GroupEvents;
import io.vnode.eci.model.status.GroupSelection;
import io.vnode.eci.model.status.GroupStatus;
import io.vnode.eci.sdk.Orders;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices, stock, quotas, and groups in pod form: the reading actions without a class in the SDK, or with a wrong one. */
class MarketIT {

    private EmulatedEci cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aSizeHasAPriceThatItsPartsExplain() {
        Price small = cloud.client().describeContainerGroupPrice(size("1", "2").build());
        Price large = cloud.client().describeContainerGroupPrice(size("4", "8").build());

        assertThat(small.currency()).isEqualTo("CNY");
        assertThat(small.tradePrice()).isPositive();
        assertThat(small.parts().stream().mapToDouble(Price.Part::tradePrice).sum())
                .isCloseTo(small.tradePrice(), within(1e-9));
        assertThat(large.tradePrice()).isCloseTo(4 * small.tradePrice(), within(1e-9));
    }

    private static PriceQuery.Builder size(String cpu, String memory) {
        return PriceQuery.builder().cpu(new BigDecimal(cpu)).memory(new BigDecimal(memory));
    }

    @Test
    void aSpotPriceNamesZones() {
        Price price = cloud.client()
                .describeContainerGroupPrice(
                        size("2", "4").spot(SpotOptions.asPriceGoes()).build());

        assertThat(price.spotPrices()).extracting(Price.SpotPrice::zoneId).contains("cn-hangzhou-h");
        assertThat(price.spotPrices())
                .allSatisfy(spot -> assertThat(spot.price()).isPositive());
    }

    @Test
    void aSizeThatIsNotSoldHasNoPrice() {
        EciException failure = EmulatedEci.failureOf(() ->
                cloud.client().describeContainerGroupPrice(size("100", "1000").build()));

        assertThat(failure.kind()).isEqualTo(Kind.INVALID);
        assertThat(failure.code()).isEqualTo("InvalidParam.CpuOrMemorySpec");
    }

    @Test
    void aPriceLimitBelowTheMarketIsNotMatched() {
        EciException failure = EmulatedEci.failureOf(() -> cloud.client()
                .describeContainerGroupPrice(size("2", "4")
                        .spot(SpotOptions.upTo(new BigDecimal("0.001")))
                        .build()));

        assertThat(failure.code()).isEqualTo("Spot.NotMatched");
    }

    @Test
    void zonesSayWhatTheyHave() {
        List<ZoneStock> stock = cloud.client()
                .describeAvailableResource(ResourceQuery.builder(ResourceQuery.Category.INSTANCE_TYPE)
                        .value("ecs.c6.large")
                        .cores(2)
                        .memory(new BigDecimal("4"))
                        .build());

        assertThat(stock).extracting(ZoneStock::zoneId).contains("cn-hangzhou-h", "cn-hangzhou-i");
        assertThat(stock.getFirst().resources())
                .contains(new ZoneStock.Resource("ecs.c6.large", ZoneStock.Level.WITH_STOCK));
    }

    @Test
    void usageGrowsWithEveryGroup() {
        Usage before = cloud.client().listUsage();
        cloud.create(Orders.plain("web", "token-1").cpu(new BigDecimal("4")).memory(new BigDecimal("8")));
        Usage after = cloud.client().listUsage();

        assertThat(before.usedCpu()).isZero();
        assertThat(after.usedCpu()).isEqualTo(4);
        assertThat(after.maxCpu()).isEqualTo(before.maxCpu()).isPositive();
    }

    @Test
    void groupsTellTheirStateAsPodsDo() {
        String id = cloud.running();

        GroupStatus status = cloud.client()
                .describeContainerGroupStatus(GroupSelection.builder()
                        .containerGroupIds(List.of(id, "eci-nowhere"))
                        .build())
                .getFirst();

        assertThat(status.containerGroupId()).isEqualTo(id);
        assertThat(status.status()).isEqualTo(ContainerGroupStatus.RUNNING);
        assertThat(status.phase()).isEqualTo("Running");
        assertThat(status.podIp()).startsWith("192.168.");
        assertThat(status.podIps()).contains(status.podIp());
        assertThat(status.conditions())
                .filteredOn(condition -> condition.type().equals("Ready"))
                .extracting(GroupStatus.Condition::status)
                .containsExactly("True");
        assertThat(status.containers()).singleElement().satisfies(container -> {
            assertThat(container.name()).isEqualTo("web");
            assertThat(container.ready()).isTrue();
            assertThat(container.state()).isInstanceOf(ContainerState.Running.class);
        });
    }

    @Test
    void statesComeForAnyNumberOfGroups() {
        List<String> ids = IntStream.range(0, 45)
                .mapToObj(
                        i -> cloud.create(Orders.plain("web-" + i, "token-" + i).tags(Map.of("Team", "a"))))
                .toList();
        cloud.forget();

        List<GroupStatus> byId = cloud.client()
                .describeContainerGroupStatus(
                        GroupSelection.builder().containerGroupIds(ids).build());
        List<GroupStatus> byTag = cloud.client()
                .describeContainerGroupStatus(
                        GroupSelection.builder().tags(Map.of("Team", "a")).build());

        assertThat(byId).extracting(GroupStatus::containerGroupId).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(byTag).extracting(GroupStatus::containerGroupId).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void groupsTellWhatWasNoticed() {
        String id = cloud.running();
        GroupSelection one =
                GroupSelection.builder().containerGroupIds(List.of(id)).build();

        List<GroupEvents> all = cloud.client().describeContainerGroupEvents(one, null);
        List<GroupEvents> agent = cloud.client().describeContainerGroupEvents(one, EventSource.K8S_AGENT);

        assertThat(all).extracting(GroupEvents::containerGroupId).containsExactly(id);
        assertThat(all.getFirst().events()).extracting(Event::reason).contains("Started");
        assertThat(agent.getFirst().events()).isNotEmpty();
        assertThat(all.getFirst().events()).containsAll(agent.getFirst().events());
    }
}
