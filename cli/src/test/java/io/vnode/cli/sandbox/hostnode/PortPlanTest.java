package io.vnode.cli.sandbox.hostnode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.vnode.cli.sandbox.machine.FreePorts;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    private static final Container CONTAINER = new ContainerBuilder()
            .withName("provider")
            .addNewPort()
            .withName("kubelet")
            .withContainerPort(10250)
            .endPort()
            .build();

    private final PortPlan moved = new PortPlan(Map.of(10250, 23456));

    @Test
    void rewritesTheVariableThatTellsThePort() {
        Map<String, String> environment = Map.of("KUBELET_PORT", "10250", "OTHER_PORT", "80", "ECI_VK", "10250");

        assertThat(moved.rewrite(environment))
                .isEqualTo(Map.of("KUBELET_PORT", "23456", "OTHER_PORT", "80", "ECI_VK", "10250"));
    }

    @Test
    void findsThePortOfAProbeByNameAndByNumber() {
        assertThat(moved.resolve(new IntOrString("kubelet"), CONTAINER.getPorts()))
                .isEqualTo(23456);
        assertThat(moved.resolve(new IntOrString(10250), CONTAINER.getPorts())).isEqualTo(23456);
        assertThat(moved.resolve(new IntOrString(81), CONTAINER.getPorts())).isEqualTo(81);
    }

    @Test
    void refusesAProbeOfAPortThatIsNotDeclared() {
        assertThatThrownBy(() -> moved.resolve(new IntOrString("web"), CONTAINER.getPorts()))
                .isInstanceOf(UnrunnableException.class)
                .hasMessageContaining("'web'");
    }

    @Test
    void takesAnotherPortWhenTheDeclaredOneIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Container container = new ContainerBuilder()
                    .addNewPort()
                    .withContainerPort(taken.getLocalPort())
                    .endPort()
                    .build();

            PortPlan plan = PortPlan.of(container, new PortBook(new FreePorts(new Random(2))));

            assertThat(plan.actual()).containsOnlyKeys(taken.getLocalPort());
            assertThat(plan.actual()).doesNotContainValue(taken.getLocalPort());
        }
    }

    @Test
    void keepsThePortOfAProcessThatDoesNotListenYet() {
        FreePorts free = new FreePorts(new Random(3));
        PortBook book = new PortBook(free);
        int port = free.next();

        int first = book.reserve(port);
        int second = book.reserve(port);

        assertThat(first).isEqualTo(port);
        assertThat(second).isNotEqualTo(port);
    }
}
