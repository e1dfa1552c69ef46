package io.vnode.emulator.action;

import io.vnode.emulator.exec.ExecRequest;
import io.vnode.emulator.exec.ExecSessions;
import io.vnode.emulator.exec.SyncRun;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.ContainerState;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.DelayedAnswer;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets a command run in a container: gives an address at which it can be talked to, or runs it at once. */
final class ExecContainerCommand implements Action {

    private static final int MAX_ITEMS = 20;
    private static final int MAX_ITEM_LENGTH = 256;
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash");

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupId", ParameterType.text())
            .required("ContainerName", ParameterType.text())
            .required("Command", ParameterType.text())
            .optional("TTY", ParameterType.flag())
            .optional("Stdin", ParameterType.flag())
            .optional("Sync", ParameterType.flag())
            .build();

    private final Region region;
    private final ContainerGroups groups;
    private final ExecSessions sessions;
    private final Clock clock;

    ExecContainerCommand(Region region, ContainerGroups groups, ExecSessions sessions, Clock clock) {
        this.region = region;
        this.groups = groups;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ExecContainerCommand";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        List<String> command = command(JsonTexts.read(parameters, "Command"));
        boolean tty = parameters.flag("TTY");
        boolean sync = parameters.flag("Sync");
        if (sync) {
            requireSyncable(tty, command);
        }
        GroupSnapshot group = Existing.group(groups, parameters);
        ContainerSnapshot container = Existing.container(group, parameters);
        if (!(container.current() instanceof ContainerState.Running)) {
            throw new ApiException(
                    400,
                    "IncorrectStatus",
                    "The container %s of %s is not running."
                            .formatted(container.spec().name(), group.id()));
        }
        if (sync) {
            SyncRun run = SyncRun.of(group, container, command, clock.instant());
            return new DelayedAnswer(new Answer(call.requestId(), null, null, run.output()), run.length());
        }
        boolean stdin = !parameters.text("Stdin").equals("false");
        String token =
                sessions.grant(new ExecRequest(group.id(), container.spec().name(), command, tty, stdin));
        String address = "%s%s?s=%s".formatted(call.host(), ExecSessions.PATH, token);
        return new Answer(call.requestId(), "ws://" + address, "http://" + address, null);
    }

    private static List<String> command(List<String> command) {
        if (command.isEmpty()) {
            throw ApiException.invalid("Command", "must name a program");
        }
        if (command.size() > MAX_ITEMS || command.stream().anyMatch(item -> item.length() > MAX_ITEM_LENGTH)) {
            throw new ApiException(
                    400,
                    "InvalidParameter.ValueExceeded",
                    "The specified parameter \"Command\" exceeds the limit: at most %d items of at most %d characters are allowed."
                            .formatted(MAX_ITEMS, MAX_ITEM_LENGTH));
        }
        return command;
    }

    private static void requireSyncable(boolean tty, List<String> command) {
        if (tty) {
            throw ApiException.invalid("TTY", "must be false when Sync is true");
        }
        String program = command.getFirst();
        if (command.size() == 1 && SHELLS.contains(program.substring(program.lastIndexOf('/') + 1))) {
            throw ApiException.invalid("Command", "must not be an interactive shell when Sync is true");
        }
    }

    private record Answer(
            String requestId,
            @Nullable String webSocketUri,
            @Nullable String httpUrl,
            @Nullable String syncResponse) {}
}
