package io.vnode.eci.contract;

import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciOperations;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.ram.RamClient;
import io.vnode.eci.ram.RamPolicy;
import io.vnode.eci.sdk.Orders;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.eci.sdk.TestClients;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.ManualClock;
import io.vnode.emulator.wire.AccessKey;
import io.vnode.emulator.wire.RecordedCall;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An emulator and a client of it, new for each test, with container groups that live by a clock that the test drives. */
final class EmulatedEci implements AutoCloseable {

    private static final String SECRET = "a-very-secret-key";

    private final ManualClock clock = new ManualClock(Instant.now());
    private final EciEmulator emulator;
    private final SdkEciClient client;

    private EmulatedEci(EmulatorConfig config) throws IOException {
        emulator = EciEmulator.start(config, clock);
        client = TestClients.against(emulator.endpoint().toString(), "testid", SECRET);
    }

    static EmulatedEci start() throws IOException {
        return new EmulatedEci(EmulatorConfig.loopback(new AccessKey("testid", SECRET)));
    }

    /** A client with a key of a RAM user who may do only this, made by RAM itself. */
    EciClient asUserWhoMay(String actions) {
        EciEndpoint endpoint = EciEndpoint.of("cn-hangzhou", emulator.endpoint() + "/ram");
        CredentialsProvider account = CredentialsProvider.fixed(Credentials.of("testid", SECRET));
        String document =
                "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\"}]}";
        try (RamClient ram = RamClient.create(endpoint, account, EciClientOptions.DEFAULT)) {
            ram.createUser("reader", "Reader", "");
            ram.createPolicy("reading", document.formatted(actions), "");
            ram.attachPolicyToUser("reading", RamPolicy.Type.CUSTOM, "reader");
            Credentials key = ram.createAccessKey("reader");
            return TestClients.against(emulator.endpoint().toString(), key.accessKeyId(), key.accessKeySecret());
        }
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }

    /** Forgets calls and faults, not groups. */
    void forget() {
        emulator.calls().clear();
        emulator.faults().clear();
    }

    EciOperations client() {
        return client;
    }

    EciEmulator emulator() {
        return emulator;
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** The calls of an action, oldest first. */
    List<RecordedCall> calls(String action) {
        return emulator.calls().of(action);
    }

    RecordedCall lastCall(String action) {
        return calls(action).getLast();
    }

    /** Orders a group that must be accepted. */
    String create(CreateContainerGroupRequest.Builder order) {
        CreateOutcome outcome = client.createContainerGroup(order.build());
        if (outcome instanceof CreateOutcome.Accepted accepted) {
            return accepted.containerGroupId();
        }
        throw new AssertionError("expected a group, got " + outcome);
    }

    /** A group whose one container runs. */
    String running() {
        String token = UUID.randomUUID().toString();
        return create(Orders.plain("web", token)
                .containers(List.of(ContainerSpec.builder("web", "nginx").build())));
    }

    static EciException failureOf(Runnable call) {
        try {
            call.run();
        } catch (EciException e) {
            return e;
        }
        throw new AssertionError("expected a failure");
    }
}
