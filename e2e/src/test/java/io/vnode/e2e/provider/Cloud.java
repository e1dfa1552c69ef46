package io.vnode.e2e.provider;

import io.vnode.emulator.ApiSettings;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.rates.RateLimits;
import io.vnode.emulator.state.Cidr;
import io.vnode.emulator.state.Delays;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/** The account in which the stand's container groups live. */
public final class Cloud {

    static final AccessKey KEY = new AccessKey("LTAI-stand", "not-a-secret");
    /** By it the calls of a second provider are told from those of the first. */
    static final AccessKey RIVAL_KEY = new AccessKey("LTAI-rival", "not-a-secret-either");

    static final String REGION = "cn-hangzhou";
    static final String VSWITCH = "vsw-stand";
    static final String SECURITY_GROUP = "sg-stand";
    static final String OTHER_SECURITY_GROUP = "sg-other";

    private Cloud() {}

    /** A cloud in which everything is done at once, with addresses for tens of thousands of container groups. */
    public static EciEmulator start(RateLimits limits) {
        Region region = new Region(
                REGION,
                "vpc-stand",
                List.of(new VSwitch(VSWITCH, "cn-hangzhou-h", Cidr.parse("10.0.0.0/16"))),
                List.of(SECURITY_GROUP, OTHER_SECURITY_GROUP));
        EmulatorConfig config = new EmulatorConfig("127.0.0.1", 0, region, List.of(KEY, RIVAL_KEY), Delays.NONE)
                .withApis(ApiSettings.PLAIN.withRates(limits));
        try {
            return EciEmulator.start(config, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
