package io.vnode.emulator;

import io.vnode.emulator.action.EciActions;
import io.vnode.emulator.console.Console;
import io.vnode.emulator.exec.ExecSessions;
import io.vnode.emulator.exec.TerminalPage;
import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.journal.StateDirectory;
import io.vnode.emulator.metadata.MetadataService;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.CallLog;
import io.vnode.emulator.wire.HttpRoutes;
import io.vnode.emulator.wire.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cloud on a port. Tests read what was called, make calls fail and, with a clock of their own, let time pass. */
public final class EciEmulator implements AutoCloseable {

    private final String host;
    private final HttpServer server;
    private final CallLog calls;
    private final FaultPlan faults;
    private final ContainerGroups groups;
    private final @Nullable StateDirectory state;

    private EciEmulator(
            String host,
            HttpServer server,
            CallLog calls,
            FaultPlan faults,
            ContainerGroups groups,
            @Nullable StateDirectory state) {
        this.host = host;
        this.server = server;
        this.calls = calls;
        this.faults = faults;
        this.groups = groups;
        this.state = state;
    }

    /**
     * Starts an emulator in real time.
     *
     * @throws IOException when it cannot listen, for example because the port is taken
     */
    public static EciEmulator start(EmulatorConfig config) throws IOException {
        return start(config, Clock.systemUTC());
    }

    /**
     * Starts an emulator whose container groups live by this clock. The time stamps of calls are compared with real time all
     * the same, because that is what callers sign with.
     *
     * @throws IOException when it cannot listen, for example because the port is taken
     */
    public static EciEmulator start(EmulatorConfig config, Clock groupClock) throws IOException {
        return start(config, groupClock, (Path) null);
    }

    /**
     * Starts an emulator that goes on where the one before ended, and lives by this clock.
     *
     * @param stateFolder where what happened is written down; null to keep it in memory alone
     * @throws IOException when it cannot listen, for example because the port is taken
     * @throws io.vnode.emulator.journal.JournalException when another emulator uses the folder, or it cannot be read
     */
    public static EciEmulator start(EmulatorConfig config, Clock groupClock, @Nullable Path stateFolder)
            throws IOException {
        StateDirectory state = stateFolder == null ? null : StateDirectory.open(stateFolder);
        try {
            return start(config, groupClock, state);
        } catch (IOException | RuntimeException e) {
            if (state != null) {
                state.close();
            }
            throw e;
        }
    }

    private static EciEmulator start(EmulatorConfig config, Clock groupClock, @Nullable StateDirectory state)
            throws IOException {
        CallLog calls = new CallLog();
        FaultPlan faults = new FaultPlan();
        ContainerGroups groups = containerGroups(config, groupClock, state);
        ImageCaches caches = ImageCaches.in(state, groups, groupClock);
        ExecSessions execs = new ExecSessions(groups, groupClock);
        Console console = new Console(config.region(), groups, faults, calls, groupClock);
        Apis apis = new Apis(config, groups, faults, calls, groupClock, state);
        HttpRoutes routes = new HttpRoutes(
                apis.endpoints(EciActions.of(config.region(), groups, execs, caches, groupClock)),
                Map.of("/healthz", () -> Map.of("status", "ok")),
                Map.of(
                        "/",
                        console::page,
                        Console.PATH,
                        console::page,
                        Console.PART_PATH,
                        console::part,
                        ExecSessions.PATH,
                        new TerminalPage(execs)),
                Map.of(ExecSessions.PATH, execs),
                Map.of(
                        AdminGroups.PATH, new LocalOnly(new AdminGroups(groups)),
                        AdminFaults.PATH, new LocalOnly(new AdminFaults(faults)),
                        AdminCalls.PATH, new LocalOnly(new AdminCalls(calls)),
                        AdminClock.PATH, new LocalOnly(new AdminClock(groupClock)),
                        MetadataService.PATH, apis.metadata()));
        HttpServer server = HttpServer.start(address(config.host()), config.port(), routes);
        return new EciEmulator(config.host(), server, calls, faults, groups, state);
    }

    private static ContainerGroups containerGroups(EmulatorConfig config, Clock clock, @Nullable StateDirectory state) {
        List<VSwitch> vSwitches = config.region().vSwitches();
        return state == null
                ? new ContainerGroups(vSwitches, config.delays(), config.images(), config.offer(), clock)
                : ContainerGroups.in(state, vSwitches, config.delays(), config.images(), config.offer(), clock);
    }

    private static InetAddress address(String host) throws IOException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IOException("cannot listen on '%s': this machine knows no such host".formatted(host), e);
        }
    }

    /** Where clients send their calls. */
    public URI endpoint() {
        return URI.create("http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, server.port()));
    }

    /** What was called. */
    public CallLog calls() {
        return calls;
    }

    /** What goes wrong with the next calls. */
    public FaultPlan faults() {
        return faults;
    }

    /** The container groups, seen past the API. */
    public ContainerGroups containerGroups() {
        return groups;
    }

    @Override
    public void close() {
        server.close();
        if (state != null) {
            state.close();
        }
    }
}
