package io.vnode.cli.plan;

import java.util.List;

/**
 * Steps that belong together; all of them come after those of the stages before.
 *
 * @param name what they are, for people
 * @param steps in order
 */
public record Stage(String name, List<Step> steps) {

    public Stage {
        steps = List.copyOf(steps);
    }

    /** The steps that change something. */
    public List<Step> effective() {
        return steps.stream().filter(Step::effective).toList();
    }
}
