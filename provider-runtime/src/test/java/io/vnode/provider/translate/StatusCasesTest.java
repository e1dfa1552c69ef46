package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vnode.eci.model.ContainerGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code cases/container-group-to-pod-status} is a case: a pod, its container group as ECI answers it, and
 * what is then written to the pod. {@code -Dgolden.update} writes the outcome anew, to be reviewed as a diff.
 */
class StatusCasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases/container-group-to-pod-status");
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final Instant NOW = Instant.parse("2026-03-01T10:30:00.456Z");
    private static final Instant LATER = NOW.plusSeconds(90);
    private static final Pattern FRACTION_OF_A_SECOND = Pattern.compile("T\\d\\d:\\d\\d:\\d\\d\\.");

    private static @Nullable DescribedGroups groups;

    @BeforeAll
    static void start() throws IOException {
        groups = new DescribedGroups();
    }

    @AfterAll
    static void stop() {
        if (groups != null) {
            groups.close();
        }
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheGroupInTheWordsOfKubernetes(Path folder) throws IOException {
        Pod pod = pod(folder);
        ContainerGroup group = group(folder);

        String status = yaml(StatusTranslator.toPodStatus(pod, group, NOW));
        String annotations = yaml(new TreeMap<>(WrittenAnnotation.missing(pod, group)));

        assertThat(status).doesNotContainPattern(FRACTION_OF_A_SECOND);
        assertGolden(folder.resolve("out-status.yaml"), status);
        assertGolden(folder.resolve("out-annotations.yaml"), annotations);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsNothingToWriteOnceItIsWritten(Path folder) throws IOException {
        Pod pod = pod(folder);
        ContainerGroup group = group(folder);
        Pod written = asTheApiServerKeepsIt(pod, group);

        PodStatus again = StatusTranslator.toPodStatus(written, group, LATER);

        assertThat(StatusDifference.between(written.getStatus(), again)).isNull();
        assertThat(WrittenAnnotation.missing(written, group)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavesTheConditionsOfOthersAsTheyAre(Path folder) throws IOException {
        Pod pod = pod(folder);

        List<String> written = StatusTranslator.toPodStatus(pod, group(folder), NOW).getConditions().stream()
                .map(PodCondition::getType)
                .toList();

        assertThat(written).doesNotHaveDuplicates();
        assertThat(Stream.of(PodConditionType.values()).map(PodConditionType::word))
                .containsAll(written);
        if (pod.getStatus().getConditions().stream()
                .anyMatch(one -> one.getType().equals("PodScheduled"))) {
            assertThat(written).doesNotContain("PodScheduled");
        }
    }

    /** Merges like the API server, which also leaves out empty texts and adds empty objects. */
    private static Pod asTheApiServerKeepsIt(Pod pod, ContainerGroup group) {
        PodStatus status = StatusTranslator.toPodStatus(pod, group, NOW);
        List<String> ours =
                status.getConditions().stream().map(PodCondition::getType).toList();
        List<PodCondition> others = pod.getStatus().getConditions().stream()
                .filter(condition -> !ours.contains(condition.getType()))
                .toList();
        PodStatus kept = KUBERNETES.unmarshal(yaml(status).replaceAll("(?m)^ *[a-zA-Z]+: \"\"\n", ""), PodStatus.class);
        Stream.concat(kept.getContainerStatuses().stream(), kept.getInitContainerStatuses().stream())
                .filter(container -> container.getLastState() == null)
                .forEach((ContainerStatus container) -> container.setLastState(new ContainerState()));
        return pod.edit()
                .editMetadata()
                .addToAnnotations(WrittenAnnotation.missing(pod, group))
                .endMetadata()
                .withStatus(kept.edit().addAllToConditions(others).build())
                .build();
    }

    private static Pod pod(Path folder) throws IOException {
        return KUBERNETES.unmarshal(Files.readString(folder.resolve("in-pod.yaml")), Pod.class);
    }

    private static ContainerGroup group(Path folder) throws IOException {
        if (groups == null) {
            throw new IllegalStateException("not started");
        }
        return groups.read(folder.resolve("in-container-group.json"));
    }

    private static String yaml(Object object) {
        return KUBERNETES.asYaml(object);
    }

    private static void assertGolden(Path file, String text) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
