package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each folder below {@code cases/pod-to-container-group} is a case: a pod, the objects it refers to, and what becomes of it.
 * {@code -Dgolden.update} writes the outcome anew, to be reviewed as a diff.
 */
class PodTranslatorTest {

    private static final Path CASES = Path.of("src/test/resources/cases/pod-to-container-group");
    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final PodDefaults DEFAULTS =
            new PodDefaults(new Placement("cn-hangzhou", List.of("vsw-a", "vsw-b"), "sg-a", ""), false);

    private final PodTranslator translator = new PodTranslator("c1", "virtual-node-eci-0");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysThePodInTheWordsOfEci(Path folder) throws IOException {
        Pod pod = KUBERNETES.unmarshal(Files.readString(folder.resolve("in-pod.yaml")), Pod.class);
        Path golden = folder.resolve("out-create-container-group.json");

        String outcome = render(translator.translate(pod, inputs(folder, pod), DEFAULTS));

        if (System.getProperty("golden.update") != null) {
            Files.writeString(golden, outcome);
        }
        assertThat(outcome).isEqualTo(Files.readString(golden));
    }

    private static PodInputs inputs(Path folder, Pod pod) throws IOException {
        Path objects = folder.resolve("in-objects.yaml");
        if (!Files.exists(objects)) {
            return new PodInputs(Map.of(), Map.of(), tokens(pod));
        }
        Collection<HasMetadata> all = Stream.of(Files.readString(objects).split("(?m)^---$", -1))
                .map(text -> KUBERNETES.<HasMetadata>unmarshal(text))
                .toList();
        return new PodInputs(byName(all, ConfigMap.class), byName(all, Secret.class), tokens(pod));
    }

    private static <T extends HasMetadata> Map<String, T> byName(Collection<HasMetadata> all, Class<T> kind) {
        return all.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(object -> object.getMetadata().getName(), object -> object));
    }

    private static Map<PodReferences.Token, String> tokens(Pod pod) {
        return PodReferences.of(pod).tokens().stream()
                .collect(Collectors.toMap(token -> token, token -> "token for " + token.audience()));
    }

    private static String render(Translation translation) {
        Object outcome =
                switch (translation) {
                    case Translation.Ready ready -> ready;
                    case Translation.Waiting waiting -> waiting;
                    case Translation.Refused refused -> refused;
                };
        JsonNode tree = JSON.valueToTree(outcome);
        dropWhatSaysNothing(tree);
        return JSON.writeValueAsString(tree) + "\n";
    }

    /** So that a new wish that a request can have does not change the cases that have no such wish. */
    private static void dropWhatSaysNothing(JsonNode tree) {
        tree.forEach(PodTranslatorTest::dropWhatSaysNothing);
        if (tree instanceof ObjectNode object) {
            object.removeIf(value -> value.isNull()
                    || (value.isBoolean() && !value.booleanValue())
                    || (value.isContainer() && value.isEmpty()));
        }
    }
}
