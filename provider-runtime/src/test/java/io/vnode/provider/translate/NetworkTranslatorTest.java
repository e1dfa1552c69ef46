package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.settings.ClusterDns;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.Networking;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkTranslatorTest {

    private static final ClusterDns CLUSTER = new ClusterDns(List.of("172.16.0.10"), "cluster.local");

    @Test
    void clusterFirstAsksTheNameServersOfTheClusterAndCompletesShortNames() {
        Networking networking = NetworkTranslator.of(pod().build(), CLUSTER);

        assertThat(networking.dnsPolicy()).isEqualTo(DnsPolicy.NONE);
        assertThat(networking.dns().nameServers()).containsExactly("172.16.0.10");
        assertThat(networking.dns().searches())
                .containsExactly("shop.svc.cluster.local", "svc.cluster.local", "cluster.local");
        assertThat(networking.dns().options()).containsExactly(new NamedValue("ndots", "5"));
    }

    @Test
    void whatThePodSaysIsAddedAndItsOptionsReplaceTheUsualOnes() {
        PodBuilder pod = pod().editSpec()
                .withDnsPolicy("ClusterFirst")
                .withNewDnsConfig()
                .withNameservers("10.0.0.2", "172.16.0.10")
                .withSearches("example.com")
                .addNewOption("ndots", "2")
                .endDnsConfig()
                .endSpec();

        Networking networking = NetworkTranslator.of(pod.build(), CLUSTER);

        assertThat(networking.dns().nameServers()).containsExactly("172.16.0.10", "10.0.0.2");
        assertThat(networking.dns().searches()).endsWith("example.com").hasSize(4);
        assertThat(networking.dns().options()).containsExactly(new NamedValue("ndots", "2"));
    }

    @Test
    void withoutNameServersOfTheClusterEciUsesThoseOfTheVpc() {
        Networking networking = NetworkTranslator.of(pod().build(), ClusterDns.NONE);

        assertThat(networking.dnsPolicy()).isNull();
        assertThat(networking.dns().nameServers()).isEmpty();
    }

    @Test
    void theHostNameIsTheFullOneIfThePodWantsIt() {
        PodBuilder pod = pod().editSpec()
                .withHostname("cache-0")
                .withSubdomain("cache")
                .withSetHostnameAsFQDN(true)
                .endSpec();

        assertThat(NetworkTranslator.of(pod.build(), CLUSTER).hostName())
                .isEqualTo("cache-0.cache.shop.svc.cluster.local");
    }

    private static PodBuilder pod() {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .endSpec();
    }
}
