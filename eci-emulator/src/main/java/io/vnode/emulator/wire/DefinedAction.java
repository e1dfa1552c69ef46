package io.vnode.emulator.wire;

import java.util.function.Function;

/** An action of a few lines, which needs no class of its own. */
public record DefinedAction(String name, ParameterSchema parameters, boolean signed, Function<ActionCall, Object> work)
        implements Action {

    /** An action that is called with a signature. */
    public static DefinedAction of(String name, ParameterSchema.Builder schema, Function<ActionCall, Object> work) {
        return new DefinedAction(name, schema.build(), true, work);
    }

    @Override
    public Object answer(ActionCall call) {
        return work.apply(call);
    }
}
