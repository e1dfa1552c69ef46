package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupFilter;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.Region;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.sdk.Orders;
import io.vnode.emulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Describing, deleting and reading logs: the actions on groups that exist. */
class DescribeContainerGroupsIT {

    private static final String DESCRIBE = "DescribeContainerGroups";

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
    void aFilterFindsWhatFitsAllOfIt() {
        cloud.create(Orders.plain("web", "token-1").tags(Map.of("Team", "a")));
        cloud.create(Orders.plain("web", "token-2")
                .tags(Map.of("Team", "a"))
                .vSwitchIds(List.of("vsw-sandboxb"))
                .resourceGroupId("rg-1"));
        cloud.create(Orders.plain("job", "token-3").vSwitchIds(List.of("vsw-sandboxb")));

        assertThat(found(filter().name("web"))).hasSize(2);
        assertThat(found(filter().name("web").vSwitchId("vsw-sandboxb"))).hasSize(1);
        assertThat(found(filter().zoneId("cn-hangzhou-i"))).hasSize(2);
        assertThat(found(filter().tags(Map.of("Team", "a")).zoneId("cn-hangzhou-i")))
                .hasSize(1);
        assertThat(found(filter().resourceGroupId("rg-1"))).hasSize(1);
        assertThat(found(filter().securityGroupId("sg-sandbox"))).hasSize(3);
        assertThat(found(filter().status(ContainerGroupStatus.RUNNING))).hasSize(3);
        assertThat(found(filter().status(ContainerGroupStatus.FAILED))).isEmpty();
    }

    private static ContainerGroupFilter.Builder filter() {
        return ContainerGroupFilter.builder();
    }

    private List<ContainerGroup> found(ContainerGroupFilter.Builder filter) {
        return cloud.client().listContainerGroups(filter.build());
    }

    @Test
    void aFilteredListingHasAllPages() {
        IntStream.range(0, 45).forEach(i -> cloud.create(Orders.plain("web-" + i, "token-" + i)));
        cloud.forget();

        assertThat(found(filter())).extracting(ContainerGroup::name).hasSize(45).doesNotHaveDuplicates();
        assertThat(cloud.calls(DESCRIBE)).hasSize(3);
    }

    @Test
    void eventsComeWhenTheyAreAskedFor() {
        cloud.running();

        assertThat(found(filter().withEvents(true)).getFirst().events()).isNotEmpty();
        assertThat(found(filter()).getFirst().events()).isEmpty();
    }

    @Test
    void anUnpermittedListingIsEmptyAndNoError() {
        cloud.running();
        cloud.emulator().faults().next(1, DESCRIBE, new Fault.EmptyList());

        assertThat(found(filter())).isEmpty();
    }

    @Test
    void aGroupIsDeletedOnceAndThenUnknown() {
        String id = cloud.running();

        assertThat(cloud.client().deleteContainerGroupAtOnce(id)).isInstanceOf(DeleteOutcome.Accepted.class);

        assertThat(cloud.lastCall("DeleteContainerGroup").parameters())
                .containsEntry("Force", "true")
                .containsKey("ClientToken");
        assertThat(found(filter())).isEmpty();
        assertThat(cloud.client().deleteContainerGroup(id)).isInstanceOf(DeleteOutcome.NotFound.class);
    }

    @Test
    void theLogIsReadInEveryWayThatTheServiceKnows() {
        String id = cloud.create(Orders.plain("job", "token-1")
                .restartPolicy(RestartPolicy.NEVER)
                .containers(List.of(ContainerSpec.builder("job", "busybox")
                        .command(List.of("sh", "-c", "echo one; echo '<two> 世'; exit 3"))
                        .build())));
        cloud.pass(Duration.ofSeconds(1));

        assertThat(log(new ContainerLogRequest(id, "job", null, null, null, null, false, false)))
                .isEqualTo("one\n<two> 世\n");
        assertThat(log(new ContainerLogRequest(id, "job", 1, null, null, null, false, false)))
                .isEqualTo("<two> 世\n");
        assertThat(log(new ContainerLogRequest(id, "job", null, null, null, 3L, false, false)))
                .hasSizeLessThan(4);
        assertThat(log(new ContainerLogRequest(id, "job", null, null, 3600, null, true, false)))
                .matches("(?s)\\d{4}-\\d\\d-\\d\\dT.*Z one\n.*");
        assertThat(found(filter()).getFirst().containers().getFirst().currentState())
                .isInstanceOfSatisfying(ContainerState.Terminated.class, end -> assertThat(end.exitCode())
                        .isEqualTo(3));
    }

    private String log(ContainerLogRequest request) {
        return cloud.client().describeContainerLog(request).content();
    }

    @Test
    void theLogOfNobodyIsNotFound() {
        String id = cloud.running();

        assertThat(EmulatedEci.failureOf(() -> log(ContainerLogRequest.of("eci-nowhere", "web")))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
        EciException failure = EmulatedEci.failureOf(() -> log(ContainerLogRequest.of(id, "nobody")));
        assertThat(failure.action()).isEqualTo("DescribeContainerLog");
    }

    @Test
    void regionsComeWithTheirZones() {
        assertThat(cloud.client().describeRegions())
                .filteredOn(region -> region.id().equals("cn-hangzhou"))
                .singleElement()
                .extracting(Region::zones)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("cn-hangzhou-h", "cn-hangzhou-i");
    }
}
