package io.vnode.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

    @TempDir
    Path home;

    @Test
    void theNearestWordWins() throws IOException {
        profile("p", "region: profile\nclusterId: profile\nendpoint: profile\nimage: profile");
        Path values = file("values.yaml", "region: values\nclusterId: values\nendpoint: values");

        Parameters parameters = Parameters.collect(
                Map.of(Parameter.REGION, "flag"),
                environment("VNODE_REGION", "variable", "VNODE_CLUSTER_ID", "variable"),
                values,
                "p");

        assertThat(text(parameters, Parameter.REGION)).isEqualTo("flag");
        assertThat(text(parameters, Parameter.CLUSTER_ID)).isEqualTo("variable");
        assertThat(text(parameters, Parameter.ENDPOINT)).isEqualTo("values");
        assertThat(text(parameters, Parameter.IMAGE)).isEqualTo("profile");
        assertThat(parameters.find(Parameter.REPLICAS)).isNull();
    }

    @Test
    void theVariableNamesTheProfileWhereNoFlagDoes() throws IOException {
        profile("p", "region: cn-hangzhou");

        Parameters parameters = Parameters.collect(Map.of(), environment("VNODE_PROFILE", "p"), null, null);

        assertThat(text(parameters, Parameter.REGION)).isEqualTo("cn-hangzhou");
    }

    @Test
    void aListOfVSwitchesIsOneValue() throws IOException {
        Path values = file("values.yaml", "vSwitches: [vsw-a, vsw-b]");

        Parameters parameters = Parameters.collect(Map.of(), environment(), values, null);

        assertThat(text(parameters, Parameter.VSWITCHES)).isEqualTo("vsw-a,vsw-b");
    }

    @Test
    void anUnknownKeyIsToldWithTheOneThatWasMeant() throws IOException {
        Path values = file("values.yaml", "vswitch: vsw-a");

        ProblemException e = failure(environment(), values, null);

        assertThat(e.problem().code()).isEqualTo(ProblemCode.SETTING_UNKNOWN);
        assertThat(e.problem().what()).contains("'vswitch'").contains(values.toString());
        assertThat(e.problem().next()).containsExactly("did you mean 'vSwitches'?");
    }

    @Test
    void anUnknownVariableIsToldWithTheOneThatWasMeant() {
        ProblemException e = failure(environment("VNODE_REGOIN", "cn-hangzhou"), null, null);

        assertThat(e.problem().code()).isEqualTo(ProblemCode.SETTING_UNKNOWN);
        assertThat(e.problem().next()).containsExactly("did you mean VNODE_REGION?");
    }

    @Test
    void theLaunchersOwnVariablesAreNoSettings() {
        Parameters parameters = Parameters.collect(Map.of(), environment("VNODE_JAVA_HOME", "/opt/jdk"), null, null);

        assertThat(parameters.find(Parameter.IMAGE)).isNull();
    }

    @Test
    void anUnknownProfileIsToldWithTheOneThatWasMeant() throws IOException {
        profile("sandbox", "region: cn-hangzhou");

        ProblemException e = failure(environment(), null, "sandbxo");

        assertThat(e.problem().code()).isEqualTo(ProblemCode.PROFILE_UNKNOWN);
        assertThat(e.problem().next()).containsExactly("did you mean 'sandbox'?");
    }

    @Test
    void aProfileNameCannotLeaveItsFolder() {
        ProblemException e = failure(environment(), null, "../../etc/passwd");

        assertThat(e.problem().code()).isEqualTo(ProblemCode.PROFILE_UNKNOWN);
    }

    @Test
    void aBrokenFileIsToldWithTheLine() throws IOException {
        Path values = file("values.yaml", "region: cn-hangzhou\nimage: [");

        ProblemException e = failure(environment(), values, null);

        assertThat(e.problem().code()).isEqualTo(ProblemCode.SETTINGS_FILE_UNREADABLE);
        assertThat(e.problem().why().getFirst()).startsWith("line ");
    }

    @Test
    void anEmptyFileSaysNothing() throws IOException {
        Path values = file("values.yaml", "");

        Parameters parameters = Parameters.collect(Map.of(), environment(), values, null);

        assertThat(parameters.find(Parameter.REGION)).isNull();
    }

    private Map<String, String> environment(String... pairs) {
        Map<String, String> environment = new java.util.HashMap<>();
        environment.put("HOME", home.toString());
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return environment;
    }

    private static String text(Parameters parameters, Parameter parameter) {
        return Objects.requireNonNull(parameters.find(parameter)).text();
    }

    private ProblemException failure(Map<String, String> environment, @Nullable Path values, @Nullable String profile) {
        return Objects.requireNonNull(catchThrowableOfType(
                ProblemException.class, () -> Parameters.collect(Map.of(), environment, values, profile)));
    }

    private void profile(String name, String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/vnode/profiles"));
        Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(home.resolve(name), text);
    }
}
