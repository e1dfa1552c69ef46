package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.settings.ClusterDns;
import io.vnode.addon.settings.DaemonSetPods;
import io.vnode.addon.settings.KubeProxy;
import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.Volume;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeProxyContainerTest {

    private final PodTranslator translator = new PodTranslator("c1", "virtual-node-eci-0");

    @Test
    void joinsEveryPodWhereTheDefaultSaysSo() {
        assertThat(request(pod(Map.of()), ready(true, "v1.33.4")).containers())
                .extracting(ContainerSpec::name)
                .containsExactly("web", "vnode-kube-proxy");
    }

    @Test
    void staysAwayWhereThePodSaysSo() {
        Pod pod = pod(Map.of("k8s.aliyun.com/eci-kube-proxy-enabled", "false"));

        assertThat(request(pod, ready(true, "v1.33.4")).containers())
                .extracting(ContainerSpec::name)
                .containsExactly("web");
    }

    @Test
    void keepsAPodWaitingWhileItHasNoIdentity() {
        KubeProxy unavailable = new KubeProxy(true, new KubeProxy.Access.Unavailable("no such account"));

        assertThat(translator.translate(pod(Map.of()), PodInputs.NONE, defaults(unavailable)))
                .isEqualTo(new Translation.Waiting("kube-proxy has no identity: no such account"));
    }

    @Test
    void isNoConcernOfPodsThatDoWithoutIt() {
        KubeProxy unavailable = new KubeProxy(false, new KubeProxy.Access.Unavailable("no such account"));

        assertThat(translator.translate(pod(Map.of()), PodInputs.NONE, defaults(unavailable)))
                .isInstanceOf(Translation.Ready.class);
    }

    @Test
    void carriesItsIdentityInAFileThatOnlyItMounts() {
        CreateContainerGroupRequest request = request(pod(Map.of()), ready(true, "v1.33.4"));

        assertThat(request.containers().getFirst().volumeMounts()).isEmpty();
        assertThat(request.volumes())
                .singleElement()
                .isInstanceOfSatisfying(
                        Volume.ConfigFile.class,
                        volume -> assertThat(volume.files()).singleElement().satisfies(file -> {
                            assertThat(new String(Base64.getDecoder().decode(file.base64()), StandardCharsets.UTF_8))
                                    .contains(
                                            "\"token\":\"the-token\"", "https://10.0.0.1:6443", "\"current-context\"");
                            assertThat(file.mode()).isEqualTo(0600);
                        }));
        assertThat(request.toString()).doesNotContain("the-token");
    }

    @ParameterizedTest
    @CsvSource({"v1.33.4,true", "v1.26.0,true", "v1.25.16,false", "newest,true"})
    void sparesTheKernelSettingWhereItsVersionKnowsHow(String version, boolean flag) {
        List<String> arguments = request(pod(Map.of()), ready(true, version))
                .containers()
                .getLast()
                .args();

        assertThat(arguments.contains("--iptables-localhost-nodeports=false")).isEqualTo(flag);
    }

    private CreateContainerGroupRequest request(Pod pod, KubeProxy kubeProxy) {
        Translation translation = translator.translate(pod, PodInputs.NONE, defaults(kubeProxy));
        assertThat(translation).isInstanceOf(Translation.Ready.class);
        return ((Translation.Ready) translation).plan().candidates().getFirst();
    }

    private static KubeProxy ready(boolean wanted, String version) {
        return new KubeProxy(
                wanted, new KubeProxy.Access.Ready("kube-proxy", version, "https://10.0.0.1:6443", "CA", "the-token"));
    }

    private static PodDefaults defaults(KubeProxy kubeProxy) {
        return new PodDefaults(
                new Placement("cn-hangzhou", List.of("vsw-a"), "sg-a", ""),
                kubeProxy,
                ClusterDns.NONE,
                DaemonSetPods.DECLINE);
    }

    private static Pod pod(Map<String, String> annotations) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .withUid("6a2f1c9e-0000-4000-8000-000000000107")
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("web:1")
                .endContainer()
                .endSpec()
                .build();
    }
}
