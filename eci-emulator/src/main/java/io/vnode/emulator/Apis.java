package io.vnode.emulator;

import io.vnode.emulator.access.AccessGate;
import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.Permissions;
import io.vnode.emulator.access.Sessions;
import io.vnode.emulator.access.Targets;
import io.vnode.emulator.ecs.EcsActions;
import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.journal.Journal;
import io.vnode.emulator.journal.StateDirectory;
import io.vnode.emulator.metadata.MetadataService;
import io.vnode.emulator.pvtz.PvtzActions;
import io.vnode.emulator.pvtz.Zones;
import io.vnode.emulator.ram.RamActions;
import io.vnode.emulator.rates.RateLimiter;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.sts.StsActions;
import io.vnode.emulator.vpc.VpcActions;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ActionCatalogue;
import io.vnode.emulator.wire.Authenticator;
import io.vnode.emulator.wire.CallLog;
import io.vnode.emulator.wire.Caller;
import io.vnode.emulator.wire.Guard;
import io.vnode.emulator.wire.RpcEndpoint;
import io.vnode.emulator.wire.RpcServices;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The APIs of ECI and its neighbours, with one account behind them. */
final class Apis {

    private final EmulatorConfig config;
    private final ContainerGroups groups;
    private final Account account;
    private final Zones zones;
    private final RpcServices services;
    private final Clock callerClock = Clock.systemUTC();

    Apis(
            EmulatorConfig config,
            ContainerGroups groups,
            FaultPlan faults,
            CallLog calls,
            Clock groupClock,
            @Nullable StateDirectory state) {
        ApiSettings settings = config.apis();
        this.config = config;
        this.groups = groups;
        this.account = account(config, state);
        this.zones = new Zones(state == null ? Journal.none() : state.journal("pvtz", Zones.Change.class));
        this.services = new RpcServices(
                new Authenticator(settings.accountId(), account, callerClock),
                guard(new RateLimiter(settings.rates(), groupClock)),
                faults,
                new CloudOutage(config.region(), groups),
                calls,
                callerClock);
        settings.faults().forEach(faults::add);
    }

    private Account account(EmulatorConfig of, @Nullable StateDirectory state) {
        Journal<AccountState> journal = state == null ? Journal.none() : state.journal("ram", AccountState.class);
        AccountState initial = of.apis().account().withKeys(keys -> of.accessKeys()
                .forEach(key ->
                        keys.put(key.id(), new AccountState.Key(key.id(), key.secret(), "", true, Instant.EPOCH))));
        String id = of.apis().accountId();
        return new Account(id, initial, journal, new Sessions(id, callerClock));
    }

    private Guard guard(RateLimiter rates) {
        AccessGate gate = new AccessGate(
                new Permissions(account), new Targets(config.region().id(), account.id(), this::tags, callerClock));
        return new Guard() {
            @Override
            public void admit(Caller caller, String product, Action action) {
                rates.admit(caller.accountId(), action.name());
            }

            @Override
            public Verdict judge(String product, Action action, ActionCall call) {
                return gate.judge(product, action, call);
            }
        };
    }

    private @Nullable Map<String, String> tags(String containerGroupId) {
        GroupSnapshot group = groups.find(containerGroupId);
        return group == null ? null : group.spec().tags();
    }

    /** All APIs by their paths; ECI has the one that SDKs use by themselves. */
    Map<String, RpcEndpoint> endpoints(ActionCatalogue eci) {
        Map<String, RpcEndpoint> endpoints = new TreeMap<>();
        endpoints.put("/", new RpcEndpoint("eci", eci, services));
        Map.of(
                        "vpc", VpcActions.of(config.region(), groups),
                        "ecs", EcsActions.of(config.region()),
                        "sts", StsActions.of(account, config.apis().providers(), callerClock),
                        "ram", RamActions.of(account, callerClock),
                        "pvtz", PvtzActions.of(zones, config.region().id(), vpcIds(), callerClock))
                .forEach((product, actions) ->
                        endpoints.put("/" + product, new RpcEndpoint(product, actions, services)));
        return endpoints;
    }

    private Set<String> vpcIds() {
        Set<String> ids = new TreeSet<>(Set.of(config.region().vpcId()));
        config.region().vSwitches().forEach(each -> ids.add(config.region().vpcOf(each)));
        return ids;
    }

    MetadataService metadata() {
        return new MetadataService(account, config.apis().instance(), callerClock);
    }
}
