package io.vnode.provider.translate.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.vnode.addon.PodAnnotation;
import io.vnode.addon.PodAnnotation.Standing;
import io.vnode.eci.model.DnsPolicy;
import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.ScheduleStrategy;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.SpotStrategy;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PodOptionsTest {

    private static final String SPOT = "|k8s.aliyun.com/eci-spot-strategy=SpotAsPriceGo";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                eci-use-specs; 2-4Gi, 4-8Gi,ecs.c6.xlarge
                eci-use-specs; 0.25-0.5Gi
                eci-instance-type; ecs.c5.large
                eci-compute-category; economy,general
                eci-cpu-option-core; 2
                eci-cpu-option-ht; 1
                eci-gpu-driver-version; tesla=525.85.12
                eci-vswitch; vsw-a, vsw-b
                eci-schedule-strategy; vSwitchOrdered
                eci-privatepool-matchcriteria; Open
                eci-security-group; sg-a,sg-b,sg-c,sg-d,sg-e
                eci-resource-group-id; rg-acfm3z
                eci-custom-tags; env:test, name:alice
                eci-spot-strategy; NoSpot
                eci-spot-release-strategy; api-evict
                eci-fail-strategy; fail-over
                eci-max-pending-minute; 10
                eci-max-pending-minute; 1440
                eci-reschedule-enable; true
                pod-fail-on-create-err; true
                eci-eviction-enable; true
                eci-auto-imc; true
                eci-image-cache; true
                eci-imc-id; imc-bp1a
                eci-image-snapshot-id; imc-bp1a
                imc-perfect-match; true
                imc-match-count-request; 2
                image-accelerate-mode; nydus
                acr-instance-id; cri-a
                acr-instance-ids; cri-a,cn-beijing:cri-b
                plain-http-registry; 10.0.0.1:5000,registry.example
                insecure-registry; registry.example:443
                eci-data-cache-bucket; default
                eci-with-eip; true
                eci-eip-instanceid; eip-bp1a
                eci-enable-ipv6; true
                eci-ipv6-count; 1
                eci-private-ip-address; 10.0.0.9
                eci-fixed-ip; true
                eci-custom-dnsconfig; {"nameservers":"10.0.0.2, 10.0.0.3","searches":"a.example","options":"ndots:3,rotate"}
                eci-custom-hosts; [{"host":"db.example","ip":"10.0.0.9"}]
                eci-kube-proxy-enabled; false
                eci-network-policy-enable; false
                eci-extra-ephemeral-storage; 50Gi
                eci-ephemeral-storage-options; {"encrypted":"false"}
                eci-set-diskvolume; cache:ext4:500Gi,host:xfs:1Ti
                eci-ntp-server; 10.0.0.5,ntp.example
                eci-core-pattern; /pod/data/dump/core
                eci-sls-enable; false
                eci-ram-role-name; worker
                """)
    void takesWhatTheDocumentationShows(String name, String value) {
        assertThat(options("k8s.aliyun.com/" + name + "=" + value)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                eci-use-specs; 2-4G
                eci-use-specs; 2-4Gi,
                eci-use-specs; 2-4Gi,2-4Gi
                eci-use-specs; 0-4Gi
                eci-use-specs; ``
                eci-instance-type; c5.large
                eci-compute-category; cheap
                eci-compute-category; economy,economy
                eci-cpu-option-core; 0
                eci-cpu-option-ht; 3
                eci-gpu-driver-version; 525
                eci-vswitch; sg-a
                eci-vswitch; vsw-a,vsw-a
                eci-vswitch; vsw-1,vsw-2,vsw-3,vsw-4,vsw-5,vsw-6,vsw-7,vsw-8,vsw-9,vsw-10,vsw-11
                eci-schedule-strategy; Random
                eci-security-group; sg-a,sg-b,sg-c,sg-d,sg-e,sg-f
                eci-security-group; vsw-a
                eci-resource-group-id; group
                eci-custom-tags; a:1,b:2,c:3,d:4
                eci-custom-tags; a
                eci-custom-tags; ClusterName:mine
                eci-custom-tags; aliyun:mine
                eci-custom-tags; a:1,a:2
                eci-privatepool-matchcriteria; Closed
                eci-privatepool-id; eap-a
                eci-spot-strategy; Cheap
                eci-spot-price-limit; 0.250
                eci-spot-duration; 1
                eci-spot-fallback; true
                eci-spot-release-strategy; evict
                eci-fail-strategy; fail-slow
                eci-max-pending-minute; 9
                eci-max-pending-minute; 1441
                eci-max-pending-minute; ten
                eci-reschedule-enable; yes
                pod-fail-on-create-err; True
                eci-eviction-enable; 1
                eci-auto-imc; on
                eci-image-cache; on
                eci-imc-id; cache
                eci-image-snapshot-id; cache
                imc-perfect-match; on
                imc-match-count-request; none
                image-accelerate-mode; warp
                acr-instance-ids; registry
                acr-service-arns; acs:ram::1:role/puller
                acr-user-arns; acs:ram::1:role/owner
                plain-http-registry; http://registry.example
                insecure-registry; a b
                eci-data-cache-bucket; a b
                eci-data-cache-pl; PL1
                eci-data-cache-provisionedIops; 40000
                eci-data-cache-burstingEnabled; true
                eci-with-eip; please
                eci-eip-instanceid; 1.2.3.4
                eip-bandwidth; 5
                eip-isp; BGP
                eip-common-bandwidth-package-id; cbwp-a
                eci-enable-ipv6; 1
                eci-ipv6-count; 2
                eci-ipv6-bandwidth-enable; true
                eci-ipv6-bandwidth; 100M
                eci-private-ip-address; 10.0.0.256
                eci-fixed-ip; maybe
                eci-fixed-ip-retain-hour; 24
                eci-custom-dnsconfig; nameservers
                eci-custom-dnsconfig; {"nameserver":"10.0.0.2"}
                eci-custom-dnsconfig; {"nameservers":"dns.example"}
                eci-custom-dnsconfig; {"nameservers":["10.0.0.2"]}
                eci-custom-hosts; {"host":"db","ip":"10.0.0.9"}
                eci-custom-hosts; [{"host":"db","ip":"nowhere"}]
                eci-custom-hosts; [{"ip":"10.0.0.9"}]
                eci-kube-proxy-enabled; no
                eci-network-policy-enable; no
                eci-extra-ephemeral-storage; much
                eci-extra-ephemeral-storage; 40000Gi
                eci-ephemeral-storage-options; encrypted
                eci-set-diskvolume; cache:ext4
                eci-set-diskvolume; config:ext4:500Gi
                eci-set-diskvolume; cache:ext4:1Gi
                eci-ntp-server; a,,b
                eci-core-pattern; |/bin/sh
                eci-sls-enable; no
                eci-ram-role-name; a/b
                """)
    void refusesABadValueByKeyValueAndRule(String name, String value) {
        String key = "k8s.aliyun.com/" + name;
        PodAnnotation annotation = Objects.requireNonNull(PodAnnotation.of(key));

        assertThatThrownBy(() -> options(key + "=" + value))
                .isInstanceOf(InvalidAnnotationException.class)
                .hasMessageContaining("annotation %s is '%s'; it must be %s".formatted(key, value, annotation.rule()));
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes.io/ingress-bandwidth,fast",
        "kubernetes.io/ingress-bandwidth,10",
        "kubernetes.io/egress-bandwidth,2P",
    })
    void refusesABadBandwidthLikeKubernetesDoes(String key, String value) {
        assertThatThrownBy(() -> options(key + "=" + value))
                .hasMessageContaining("annotation %s is '%s'; it must be".formatted(key, value));
    }

    @ParameterizedTest
    @EnumSource(PodAnnotation.class)
    void everyAnnotationIsRead(PodAnnotation annotation) {
        assertThatThrownBy(() -> options(annotation.key() + "=\u0000"))
                .isInstanceOf(InvalidAnnotationException.class)
                .hasMessageContaining(annotation.key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                eci-instance-family=ecs.c6
                eci-instance-generation=6
                eci-gpu-type=P4
                eci-with-eip=true|k8s.aliyun.com/eip-internet-charge-type=PayByTraffic
                eci-with-eip=true|k8s.aliyun.com/eip-public-ip-address-pool-id=pippool-a
                eci-network-policy-enable=true
                eci-ephemeral-storage-options={"encrypted":"true"}
                eci-privatepool-matchcriteria=Target|k8s.aliyun.com/eci-privatepool-id=eap-a
                """)
    void refusesWhatCannotBeHonouredAndMustNotBeLeftOut(String annotations) {
        assertThatThrownBy(() -> options("k8s.aliyun.com/" + annotations)).hasMessageContaining("cannot be honoured: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                eci-spot-strategy=SpotWithPriceLimit
                eci-spot-strategy=SpotAsPriceGo|k8s.aliyun.com/eci-spot-price-limit=0.1
                eci-spot-strategy=SpotWithPriceLimit|k8s.aliyun.com/eci-spot-price-limit=0.1234
                eci-spot-strategy=NoSpot|k8s.aliyun.com/eci-spot-fallback=true
                eci-spot-strategy=SpotAsPriceGo|k8s.aliyun.com/eci-spot-duration=2
                eci-use-specs=2-4Gi|k8s.aliyun.com/eci-instance-type=ecs.c6.large
                eci-privatepool-matchcriteria=Target
                eci-privatepool-matchcriteria=Open|k8s.aliyun.com/eci-privatepool-id=eap-a
                eci-fail-strategy=fail-fast|k8s.aliyun.com/eci-reschedule-enable=true
                eci-fail-strategy=fail-back|k8s.aliyun.com/pod-fail-on-create-err=true
                eci-reschedule-enable=true|k8s.aliyun.com/pod-fail-on-create-err=true
                eci-with-eip=true|k8s.aliyun.com/eci-eip-instanceid=eip-a
                eci-with-eip=false|k8s.aliyun.com/eip-bandwidth=5
                eci-with-eip=true|k8s.aliyun.com/eip-bandwidth=5,
                eci-enable-ipv6=false|k8s.aliyun.com/eci-ipv6-count=1
                eci-enable-ipv6=true|k8s.aliyun.com/eci-ipv6-bandwidth=100M
                eci-fixed-ip=false|k8s.aliyun.com/eci-fixed-ip-retain-hour=24
                acr-instance-ids=cri-a,cri-b,cri-c|k8s.aliyun.com/acr-user-arns=acs:ram::1:role/a,acs:ram::1:role/b
                eci-auto-imc=true|k8s.aliyun.com/eci-image-cache=false
                """)
    void refusesWhatContradictsItself(String annotations) {
        assertThatThrownBy(() -> options("k8s.aliyun.com/" + annotations))
                .isInstanceOf(InvalidAnnotationException.class)
                .hasMessageContaining("k8s.aliyun.com/");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThatThrownBy(() -> options("k8s.aliyun.com/eci-vswitch=x|k8s.aliyun.com/eci-sls-enable=y"))
                .hasMessageContaining("eci-vswitch is 'x'")
                .hasMessageContaining("eci-sls-enable is 'y'");
    }

    @Test
    void notesWhatIsLeftOutAndWhatItDoesNotKnow() {
        PodOptions options = options("k8s.aliyun.com/imc-perfect-match=true|k8s.aliyun.com/eci-vswitches=vsw-a"
                + "|k8s.aliyun.com/eci-instance-id=eci-1|example.com/eci-mine=1");

        assertThat(options.noted())
                .containsExactly(
                        "annotation k8s.aliyun.com/imc-perfect-match", "annotation k8s.aliyun.com/eci-vswitches");
    }

    @Test
    void saysNothingOfAnOptionThatIsSwitchedOffAnyway() {
        assertThat(options("k8s.aliyun.com/imc-perfect-match=false|k8s.aliyun.com/eci-eviction-enable=false")
                        .noted())
                .isEmpty();
    }

    @Test
    void letsNeighbouringInstanceTypesTravelTogether() {
        PodOptions options =
                options("k8s.aliyun.com/eci-use-specs=2-4Gi,ecs.c6.large, ecs.g6.large,4-8Gi,ecs.c5.large");

        assertThat(options.size().sizes())
                .containsExactly(
                        new Size.CpuAndMemory(BigDecimal.TWO, new BigDecimal(4)),
                        new Size.InstanceTypes(List.of("ecs.c6.large", "ecs.g6.large")),
                        new Size.CpuAndMemory(new BigDecimal(4), new BigDecimal(8)),
                        new Size.InstanceTypes(List.of("ecs.c5.large")));
    }

    @Test
    void readsTheStrategyInAnyCase() {
        assertThat(options("k8s.aliyun.com/eci-schedule-strategy=vswitchrandom")
                        .placement()
                        .strategy())
                .isEqualTo(ScheduleStrategy.VSWITCH_RANDOM);
    }

    @Test
    void bidsUpToTheLimit() {
        SpotWish spot = options("k8s.aliyun.com/eci-spot-strategy=SpotWithPriceLimit"
                        + "|k8s.aliyun.com/eci-spot-price-limit=0.250|k8s.aliyun.com/eci-spot-duration=0")
                .spot();

        assertThat(spot.offer())
                .isEqualTo(new SpotOptions(SpotStrategy.SPOT_WITH_PRICE_LIMIT, new BigDecimal("0.250"), 0L, null));
        assertThat(spot.fallback()).isFalse();
    }

    @Test
    void evictsOnlyWhenAsked() {
        assertThat(options("k8s.aliyun.com/eci-spot-release-strategy=api-evict" + SPOT)
                        .spot()
                        .evict())
                .isTrue();
        assertThat(options("k8s.aliyun.com/eci-spot-strategy=SpotAsPriceGo")
                        .spot()
                        .evict())
                .isFalse();
    }

    @Test
    void failsFastInBothSpellings() {
        assertThat(options("k8s.aliyun.com/eci-fail-strategy=fail-fast")
                        .failure()
                        .failFast())
                .isTrue();
        assertThat(options("k8s.aliyun.com/pod-fail-on-create-err=true")
                        .failure()
                        .failFast())
                .isTrue();
        assertThat(options("k8s.aliyun.com/eci-reschedule-enable=true")
                        .failure()
                        .failFast())
                .isFalse();
    }

    @Test
    void readsAnElasticIpWithAllItsParts() {
        PodOptions options = options("k8s.aliyun.com/eci-with-eip=true|k8s.aliyun.com/eip-bandwidth=20"
                + "|k8s.aliyun.com/eip-isp=BGP_PRO|k8s.aliyun.com/eip-common-bandwidth-package-id=cbwp-a");

        assertThat(options.network().elasticIp()).isEqualTo(new ElasticIp.Created(20, "BGP_PRO", "cbwp-a"));
    }

    @Test
    void readsBandwidthsInBitsPerSecond() {
        PodOptions options = options("kubernetes.io/ingress-bandwidth=40M|kubernetes.io/egress-bandwidth=1Gi");

        assertThat(options.network().ingressBandwidth()).isEqualTo(40_000_000L);
        assertThat(options.network().egressBandwidth()).isEqualTo(1L << 30);
    }

    @Test
    void asksOnlyTheGivenNameServersWhenThereAreSome() {
        assertThat(options("k8s.aliyun.com/eci-custom-dnsconfig={\"nameservers\":\"10.0.0.2\"}")
                        .network()
                        .dnsPolicy())
                .isEqualTo(DnsPolicy.NONE);
        assertThat(options("k8s.aliyun.com/eci-custom-dnsconfig={\"searches\":\"a.example\"}")
                        .network()
                        .dnsPolicy())
                .isEqualTo(DnsPolicy.DEFAULT);
    }

    @Test
    void givesEachRegistryItsRegionAndRole() {
        PodOptions options = options("k8s.aliyun.com/acr-instance-ids=cri-a,cn-beijing:cri-b"
                + "|k8s.aliyun.com/acr-service-arns=acs:ram::1:role/p"
                + "|k8s.aliyun.com/acr-user-arns=acs:ram::2:role/a,acs:ram::3:role/b");

        assertThat(options.images().acrRegistries())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.instanceId()).isEqualTo("cri-a");
                            assertThat(first.regionId()).isNull();
                            assertThat(first.serviceRoleArn()).isEqualTo("acs:ram::1:role/p");
                            assertThat(first.userRoleArn()).isEqualTo("acs:ram::2:role/a");
                        },
                        second -> {
                            assertThat(second.instanceId()).isEqualTo("cri-b");
                            assertThat(second.regionId()).isEqualTo("cn-beijing");
                            assertThat(second.serviceRoleArn()).isEqualTo("acs:ram::1:role/p");
                            assertThat(second.userRoleArn()).isEqualTo("acs:ram::3:role/b");
                        });
    }

    @Test
    void turnsOnlyEmptyAndHostVolumesIntoDisks() {
        PodOptions options = options("k8s.aliyun.com/eci-set-diskvolume=cache:ext4:500Gi");

        assertThat(options.system().disks()).containsExactly(new DiskVolume("cache", "ext4", 500));
        assertThat(options.becomesDisk("cache")).isTrue();
        assertThat(options.becomesDisk("config")).isFalse();
    }

    @Test
    void keysAreNeitherSharedNorWithoutAReasonWhereNotHonoured() {
        Set<String> keys = new HashSet<>();

        for (PodAnnotation annotation : EnumSet.allOf(PodAnnotation.class)) {
            assertThat(annotation.keys())
                    .allSatisfy(key -> assertThat(keys.add(key)).as(key).isTrue());
            assertThat(annotation.why().isEmpty()).isEqualTo(annotation.standing() == Standing.HONOURED);
        }
    }

    private static PodOptions options(String annotations) {
        Map<String, String> all = new HashMap<>();
        for (String annotation : annotations.split("\\|(?=k8s|kubernetes|example)", -1)) {
            int equals = annotation.indexOf('=');
            all.put(annotation.substring(0, equals), annotation.substring(equals + 1));
        }
        return PodOptions.of(pod(all));
    }

    private static Pod pod(Map<String, String> annotations) {
        return new PodBuilder()
                .withNewMetadata()
                .withAnnotations(annotations)
                .endMetadata()
                .withNewSpec()
                .addNewVolume()
                .withName("cache")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .addNewVolume()
                .withName("host")
                .withNewHostPath()
                .withPath("/data")
                .endHostPath()
                .endVolume()
                .addNewVolume()
                .withName("config")
                .withNewConfigMap()
                .withName("c")
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build();
    }
}
