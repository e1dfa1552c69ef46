package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pods that come at once and refer to the same objects cost the API server few reads. */
class SharedInputsIT {

    private static final int PODS = 300;
    private static final Pattern CONFIG_MAP_READS =
            Pattern.compile("apiserver_request_total\\{(?=.*resource=\"configmaps\")(?=.*verb=\"GET\").*} ([0-9.e+]+)");

    private static Cluster cluster;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void manyPodsThatComeAtOnceShareReads() {
        try (ProviderStand stand = ProviderStand.in(cluster)) {
            createPodsWithOneConfigMap(stand);
            double before = configMapReads();

            Provider unused = stand.startReadyProvider();
            stand.await().until(() -> stand.groups().size() == PODS);

            assertThat(configMapReads() - before).isPositive().isLessThan(PODS / 5.0);
        }
    }

    private static void createPodsWithOneConfigMap(ProviderStand stand) {
        stand.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(stand.name())
                        .withName("settings")
                        .endMetadata()
                        .withData(Map.of("mode", "fast"))
                        .build())
                .create();
        IntStream.range(0, PODS).parallel().forEach(i -> stand.client()
                .resource(stand.pod("pod-" + i)
                        .editSpec()
                        .editFirstContainer()
                        .addNewEnvFrom()
                        .withNewConfigMapRef("settings", false)
                        .endEnvFrom()
                        .endContainer()
                        .endSpec()
                        .build())
                .create());
    }

    private static double configMapReads() {
        return Arrays.stream(cluster.client().raw("/metrics").split("\n", -1))
                .map(CONFIG_MAP_READS::matcher)
                .filter(Matcher::matches)
                .mapToDouble(line -> Double.parseDouble(line.group(1)))
                .sum();
    }
}
