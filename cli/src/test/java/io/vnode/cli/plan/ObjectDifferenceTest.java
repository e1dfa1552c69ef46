package io.vnode.cli.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ObjectDifferenceTest {

    @Test
    void whatTheServerKeepsForItselfIsNoDifference() {
        List<FieldChange> changes = ObjectDifference.between(
                yaml("{metadata: {resourceVersion: '1', managedFields: [{manager: a}]}, status: {phase: x}}"),
                yaml("{metadata: {resourceVersion: '2', generation: 3}, status: {phase: y}}"),
                false);

        assertThat(changes).isEmpty();
    }

    @Test
    void aChangedFieldIsNamedByItsPath() {
        List<FieldChange> changes = ObjectDifference.between(
                yaml("{spec: {replicas: 1, paused: true}}"), yaml("{spec: {replicas: 2, name: n}}"), false);

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new FieldChange("spec.replicas", "1", "2"),
                        new FieldChange("spec.paused", "true", ""),
                        new FieldChange("spec.name", "", "n"));
    }

    @Test
    void itemsWithNamesAreComparedByName() {
        List<FieldChange> changes = ObjectDifference.between(
                yaml("{env: [{name: A, value: '1'}, {name: B, value: '2'}]}"),
                yaml("{env: [{name: B, value: '3'}, {name: A, value: '1'}]}"),
                false);

        assertThat(changes).containsExactly(new FieldChange("env[B].value", "2", "3"));
    }

    @Test
    void theContentOfASecretIsNotShown() {
        List<FieldChange> changes = ObjectDifference.between(
                yaml("{data: {key: b2xk}, type: Opaque}"), yaml("{data: {key: bmV3}, type: Other}"), true);

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new FieldChange("data.key", "***", "***"), new FieldChange("type", "Opaque", "Other"));
    }

    private static JsonNode yaml(String text) {
        return new YAMLMapper().readTree(text);
    }
}
