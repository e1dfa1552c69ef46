package io.vnode.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.cli.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

class CommandTreeTest {

    private final CapturedConsole console = new CapturedConsole(Map.of("HOME", "/nonexistent"));

    @TestFactory
    Stream<DynamicTest> everyVerbExplainsItself() {
        return all(CommandTree.complete(console.surroundings())).stream()
                .map(command -> DynamicTest.dynamicTest(
                        name(command),
                        () -> Golden.check(
                                Golden.repository("cli/src/test/resources/help/%s.txt"
                                        .formatted(name(command).replace(' ', '-'))),
                                command.getUsageMessage())));
    }

    @Test
    void theHelpThatIsAnsweredAtOnceIsTheHelpOfTheTree() {
        Golden.check(
                Golden.repository("cli/src/main/resources/io/vnode/cli/help.txt"),
                CommandTree.complete(console.surroundings()).getUsageMessage());
    }

    @Test
    void theCommandsPageSaysWhatTheCommandsSay() {
        StringBuilder page = new StringBuilder("""
                # Commands

                What `vnode COMMAND --help` prints, for every command. This page is made from the commands by a test
                (`-Dgolden.update=true` writes it), so it cannot say anything else.
                """);
        for (CommandLine command : all(CommandTree.complete(console.surroundings()))) {
            page.append("\n## %s\n\n```text\n%s```\n".formatted(name(command), command.getUsageMessage()));
        }
        Golden.check(Golden.repository("docs/commands.md"), page.toString());
    }

    @TestFactory
    Stream<DynamicTest> theCommittedCompletionsAreTheOnesThatArePrinted() {
        Map<CompletionCommand.Shell, String> files = Map.of(
                CompletionCommand.Shell.BASH, "completions/bash/vnode",
                CompletionCommand.Shell.ZSH, "completions/zsh/_vnode",
                CompletionCommand.Shell.FISH, "completions/fish/vnode.fish");
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getValue(),
                        () -> Golden.check(
                                Golden.repository(entry.getValue()),
                                CompletionCommand.script(
                                        entry.getKey(), CommandTree.complete(console.surroundings())))));
    }

    @Test
    void anUnknownVerbIsAUsageErrorWithASuggestion() {
        int exit = console.run("instal");

        assertThat(exit).isEqualTo(2);
        assertThat(console.err()).contains("VN3008").contains("did you mean 'install'?");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void anUnknownOptionIsAUsageErrorWithASuggestion() {
        int exit = console.run("install", "--regoin", "cn-hangzhou");

        assertThat(exit).isEqualTo(2);
        assertThat(console.err()).contains("--regoin").contains("did you mean '--region'?");
    }

    @Test
    void anAccessKeyAmongTheArgumentsIsRefusedAndNotRepeated() {
        String secret = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vWx";

        int exit = console.run("install", "--access-key-secret=" + secret);

        assertThat(exit).isEqualTo(7);
        assertThat(console.err()).contains("VN4005").doesNotContain(secret);
    }

    @Test
    void anAccessKeyIdAmongTheArgumentsIsRefused() {
        int exit = console.run("install", "--cluster-id", "LTAI5tAbCdEfGhIjKlMnOpQr");

        assertThat(exit).isEqualTo(7);
    }

    @Test
    void aMissingKubeconfigIsToldWithWhatToDo() {
        int exit = console.run("status");

        assertThat(exit).isEqualTo(8);
        assertThat(console.err()).isEqualTo("""
                        vnode: VN1004 there is no kubeconfig
                          Why  /nonexistent/.kube/config does not exist
                          Do   name one with --kubeconfig FILE or KUBECONFIG
                          Do   vnode sandbox up     starts a local cluster to try things in (then add --profile sandbox)
                        """);
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> commands = new ArrayList<>();
        commands.add(command);
        command.getSubcommands().values().forEach(sub -> commands.addAll(all(sub)));
        return commands;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }
}
