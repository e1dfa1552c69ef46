package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.vnode.provider.translate.Unsupported.Effect;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of what a pod can ask for is whole, and nothing stands in it that never happens. */
class PodFeatureTest {

    private static final Path CASES = Path.of("src/test/resources/cases/pod-to-container-group");

    private static final Map<String, Class<?>> PARTS = Map.of(
            "spec.", PodSpec.class,
            "spec.securityContext.", PodSecurityContext.class,
            "spec.containers[].", Container.class,
            "spec.containers[].securityContext.", SecurityContext.class,
            "spec.containers[].securityContext.capabilities.", Capabilities.class,
            "spec.containers[].lifecycle.", Lifecycle.class,
            "spec.containers[].env[].valueFrom.", EnvVarSource.class,
            "spec.containers[].volumeMounts[].", VolumeMount.class);

    @Test
    void everyFieldThatKubernetesKnowsIsSpokenOf() {
        List<String> said = PodFeature.all().stream()
                .flatMap(feature -> feature.fields().stream())
                .toList();

        List<String> unsaid = PARTS.entrySet().stream()
                .flatMap(part -> propertiesOf(part.getValue()).map(property -> part.getKey() + property))
                .filter(field -> said.stream().noneMatch(one -> isOrIsBelow(field, one)))
                .sorted()
                .toList();

        assertThat(unsaid).isEmpty();
    }

    @Test
    void everyFieldThatIsNotHonouredAsWrittenIsFoundInSomeCase() throws IOException {
        String outcomes = allOutcomes();

        List<String> neverFound = PodFeature.all().stream()
                .filter(feature -> feature.effect() != Effect.TRANSLATED)
                .map(PodFeature::reason)
                .filter(reason -> !outcomes.contains(reason + ": "))
                .toList();

        assertThat(neverFound).isEmpty();
    }

    @Test
    void noTwoOfThemHaveTheSameReason() {
        List<String> reasons = PodFeature.all().stream().map(PodFeature::reason).toList();

        assertThat(reasons).doesNotHaveDuplicates();
    }

    private static boolean isOrIsBelow(String field, String said) {
        return said.equals(field)
                || said.startsWith(field + ".")
                || said.startsWith(field + "[")
                || said.startsWith(field + " ");
    }

    private static Stream<String> propertiesOf(Class<?> model) {
        return Arrays.stream(model.getMethods())
                .filter(method -> method.getName().startsWith("get")
                        && method.getParameterCount() == 0
                        && method.getDeclaringClass().equals(model)
                        && !Modifier.isStatic(method.getModifiers()))
                .map(method -> method.getName().substring(3))
                .filter(name -> !name.equals("AdditionalProperties"))
                .map(PodFeatureTest::asInYaml)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream();
    }

    private static String asInYaml(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String allOutcomes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> folders = Files.list(CASES)) {
            for (Path folder : folders.sorted().toList()) {
                all.append(Files.readString(folder.resolve("out-create-container-group.json")));
            }
        }
        return all.toString();
    }
}
