package io.vnode.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxStateTest {

    @Test
    void isAbsentWithoutFilesAndProcesses() {
        assertThat(SandboxState.of(false, null, Set.of())).isEqualTo(new SandboxState.Absent());
    }

    @Test
    void runsWhenTheSupervisorSaysSoAndNothingIsMissing() {
        assertThat(SandboxState.of(true, SupervisorReport.ready(), SandboxState.REQUIRED))
                .isEqualTo(new SandboxState.Running());
    }

    @Test
    void isBrokenWithoutItsSupervisorWhateverThatLastSaid() {
        assertThat(SandboxState.of(true, SupervisorReport.ready(), Set.of("etcd", "kube-apiserver")))
                .isEqualTo(new SandboxState.Broken(List.of("supervisor is not running")));
    }

    @Test
    void namesTheProcessThatIsMissing() {
        Set<String> withoutScheduler =
                Set.of("supervisor", "etcd", "kube-apiserver", "kube-controller-manager", "eci-emulator");

        assertThat(SandboxState.of(true, SupervisorReport.ready(), withoutScheduler))
                .isEqualTo(new SandboxState.Broken(List.of("kube-scheduler is not running")));
    }

    @Test
    void startsUntilTheSupervisorSaysMore() {
        assertThat(SandboxState.of(true, null, Set.of("supervisor"))).isInstanceOf(SandboxState.Starting.class);
        assertThat(SandboxState.of(true, SupervisorReport.starting("etcd", false), Set.of("supervisor")))
                .isEqualTo(new SandboxState.Starting("etcd"));
    }

    @Test
    void saysWhyItFailed() {
        Problem problem = new Problem(ProblemCode.SANDBOX_PROCESS_DIED, "etcd ended", "it said so", List.of());

        assertThat(SandboxState.of(true, SupervisorReport.failed(problem), Set.of("supervisor")))
                .isEqualTo(new SandboxState.Broken(List.of("etcd ended")));
    }
}
