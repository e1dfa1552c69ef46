package io.vnode.e2e.stand;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command did.
 *
 * @param command the command line, for messages
 * @param exitCode its exit status
 * @param out all that it wrote to standard output
 * @param err all that it wrote to standard error
 */
public record CommandResult(String command, int exitCode, String out, String err) {

    /** Standard output as JSON. */
    public JsonNode json() {
        return JsonMapper.shared().readTree(out);
    }

    /**
     * This result, if the command succeeded.
     *
     * @throws AssertionError with all that the command said, if it did not
     */
    public CommandResult succeeded() {
        return exited(0);
    }

    /**
     * This result, if the command ended with that status.
     *
     * @throws AssertionError with all that the command said, if it did not
     */
    public CommandResult exited(int expected) {
        if (exitCode != expected) {
            throw new AssertionError("exit code is %d, not %d%n%s".formatted(exitCode, expected, this));
        }
        return this;
    }

    @Override
    public String toString() {
        return "$ %s%n--- exit code %d, standard output:%n%s%n--- standard error:%n%s"
                .formatted(command, exitCode, out, err);
    }
}
