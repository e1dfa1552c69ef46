package io.vnode.cli.plan;

import java.util.List;

/**
 * Everything that one installation or change does to the cluster.
 *
 * @param stages in the order in which they are carried out
 */
public record Plan(List<Stage> stages) {

    public Plan {
        stages = List.copyOf(stages);
    }

    /** Whether there is nothing to do. */
    public boolean empty() {
        return stages.stream().allMatch(stage -> stage.effective().isEmpty());
    }

    /** How many objects would be created. */
    public long creations() {
        return count(Change.Create.class);
    }

    /** How many objects would be changed. */
    public long updates() {
        return count(Change.Update.class);
    }

    /** How many objects stay as they are. */
    public long unchanged() {
        return count(Change.None.class);
    }

    private long count(Class<? extends Change> kind) {
        return stages.stream()
                .flatMap(stage -> stage.steps().stream())
                .filter(step -> kind.isInstance(step.change()))
                .count();
    }
}
