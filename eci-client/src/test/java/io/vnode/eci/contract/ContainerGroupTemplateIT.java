package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupTemplate;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.sdk.Orders;
import io.vnode.emulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerGroupTemplateIT {

    private static final String CREATE = "CreateContainerGroupFromTemplate";

    private EmulatedEci cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private ContainerGroupTemplate exported() {
        String id = cloud.create(Orders.plain("web", "token-1")
                .tags(Map.of("Team", "a"))
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .command(List.of("sh", "-c", "sleep 1000"))
                        .environment(List.of(new EnvironmentVariable.Literal("MODE", "<fast> 世")))
                        .build())));
        return cloud.client().exportContainerGroupTemplate(id);
    }

    @Test
    void aGroupMadeFromTheTemplateOfAnotherIsLikeIt() {
        ContainerGroupTemplate template = exported();
        cloud.emulator().faults().next(1, CREATE, new Fault.CloseAfterWork());

        CreateOutcome outcome = cloud.client().createContainerGroupFromTemplate(template, "token-2");

        assertThat(cloud.calls(CREATE)).hasSize(2);
        assertThat(outcome).isInstanceOf(CreateOutcome.Accepted.class);
        List<ContainerGroup> groups = cloud.client().listContainerGroups(Map.of("Team", "a"));
        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().containers().getFirst().spec())
                .isEqualTo(groups.getLast().containers().getFirst().spec());
    }

    @Test
    void aGroupBecomesWhatAChangedTemplateSays() {
        ContainerGroupTemplate template = exported();
        ContainerGroupTemplate changed =
                new ContainerGroupTemplate(template.text().replace("nginx", "nginx:2"));

        assertThat(cloud.client().updateContainerGroupByTemplate(changed, "token-2"))
                .isInstanceOf(ChangeOutcome.Accepted.class);
        cloud.pass(Duration.ofMinutes(5));

        assertThat(cloud.client()
                        .listContainerGroups(Map.of("Team", "a"))
                        .getFirst()
                        .containers())
                .extracting(Container::image)
                .containsExactly("nginx:2");
    }

    @Test
    void aTemplateThatIsNoneIsRejected() {
        ContainerGroupTemplate nonsense = new ContainerGroupTemplate("neither JSON nor YAML: [");

        assertThat(cloud.client().createContainerGroupFromTemplate(nonsense, "token-2"))
                .isInstanceOf(CreateOutcome.Rejected.class);
    }

    @Test
    void aGroupThatIsGoneHasNoTemplate() {
        assertThat(EmulatedEci.failureOf(() -> cloud.client().exportContainerGroupTemplate("eci-nowhere"))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }
}
