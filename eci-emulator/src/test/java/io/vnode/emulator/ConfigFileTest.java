package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.rates.RateLimit;
import io.vnode.emulator.state.Cidr;
import io.vnode.emulator.state.Delays;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.VSwitch;
import io.vnode.emulator.wire.AccessKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    private static final String COMPLETE = """
            {"host": "127.0.0.1", "port": 18080, "regionId": "cn-hangzhou",
             "accessKeys": [{"id": "LTAI-sandbox", "secret": "very-secret"}],
             "vpcId": "vpc-sandbox",
             "vSwitches": [{"id": "vsw-sandboxa", "zoneId": "cn-hangzhou-h", "cidr": "192.168.0.0/20"}],
             "securityGroups": ["sg-sandbox"],
             "delays": {"scheduling": "PT0.2S", "pending": "PT0.3S", "terminating": "PT0.2S"}}
            """;

    @Test
    void readsEveryKey() {
        EmulatorConfig config = ConfigFile.parse(COMPLETE);

        assertThat(config)
                .isEqualTo(new EmulatorConfig(
                        "127.0.0.1",
                        18080,
                        new Region(
                                "cn-hangzhou",
                                "vpc-sandbox",
                                List.of(new VSwitch("vsw-sandboxa", "cn-hangzhou-h", Cidr.parse("192.168.0.0/20"))),
                                List.of("sg-sandbox")),
                        List.of(new AccessKey("LTAI-sandbox", "very-secret")),
                        new Delays(
                                Duration.ofMillis(200),
                                Duration.ofMillis(300),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(10))));
    }

    @Test
    void needsOnlyKeysVSwitchesAndSecurityGroups() {
        EmulatorConfig config = ConfigFile.parse("""
                {"accessKeys": [{"id": "a", "secret": "b"}], "securityGroups": ["sg-1"],
                 "vSwitches": [{"id": "vsw-1", "zoneId": "z", "cidr": "10.0.0.0/16"}]}
                """);

        assertThat(config.port()).isZero();
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.delays()).isEqualTo(Delays.NONE);
    }

    @Test
    void readsLimitsWithTheirExceptionsFaultsAndTheClock() {
        ApiSettings apis = ConfigFile.parse(COMPLETE.replaceFirst("\\{", """
                        {"clock": "manual",
                         "rateLimits": {"edition": "today", "overrides": {"CreateContainerGroup": "none",
                           "DescribeRegions": {"perMinute": 7}}},
                         "faults": [{"action": "*", "calls": 2, "fault": "throttled"}],
                        """)).apis();

        assertThat(apis.drivenClock()).isTrue();
        assertThat(apis.rates().limits())
                .containsOnlyKeys("DeleteContainerGroup", "DescribeRegions")
                .containsEntry("DescribeRegions", new RateLimit.PerMinute(7));
        assertThat(apis.faults()).containsExactly(FaultRule.next(2, "*", Fault.throttled()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"port\": 18080 | \"port\": 70000 | port is '70000'; it must be from 0",
                "\"port\": 18080 | \"port\": \"x\" | port is '\"x\"'; it must be a whole number",
                "\"port\" | \"prot\" | prot is no key of the configuration",
                "192.168.0.0/20 | 192.168.0.0 | vSwitches[0].cidr is '192.168.0.0'; it must look like",
                "PT0.2S | soon | delays.scheduling is 'soon'; it must be a duration",
                "PT0.2S | PT-1S | delays.scheduling is 'PT-1S'; it must be a duration",
                "\"terminating\": \"PT0.2S\" | \"restart\": \"PT0S\" | delays.restart is 'PT0S'; it must be a duration of at least PT1S",
                "\"id\": \"LTAI-sandbox\", | `` | accessKeys[0].id is missing",
                "[\"sg-sandbox\"] | [] | securityGroups is missing; it must list at least one",
                "[\"sg-sandbox\"] | [7] | securityGroups[0] must be a text",
                "\"cn-hangzhou-h\" | \" \" | vSwitches[0].zoneId must be a text that is not blank",
                "\"delays\": { | \"delays\": [ | not JSON",
                "\"host\" | \"accountId\": \"12\", \"host\" | accountId is '12'; it must have sixteen digits",
                "\"host\" | \"clock\": \"slow\", \"host\" | clock is 'slow'; it must be real or manual",
                "\"host\" | \"rateLimits\": \"2022\", \"host\" | rateLimits is '2022'; it must be none, 2021 or today",
                "\"host\" | \"rateLimits\": {\"overrides\": {\"X\": {\"burst\": 1}}}, \"host\" | rateLimits.overrides.X.perSecond is missing",
                "\"host\" | \"faults\": [{\"action\": \"*\", \"fault\": \"x\"}], \"host\" | faults[0].fault is 'x'; it must be one of",
                "\"host\" | \"roles\": [{\"name\": \"a\", \"trust\": {}}], \"host\" | roles[0].trust is not understood",
                "\"host\" | \"instance\": {\"keysLast\": \"PT0S\"}, \"host\" | instance.keysLast is 'PT0S'",
                "\"very-secret\"} | \"very-secret\", \"policy\": \"Nonsense\"} | accessKeys[0].policy is 'Nonsense'; it must be",
                "\"very-secret\"} | \"very-secret\", \"policy\": {\"Version\": \"3\"}} | accessKeys[0].policy is not understood: Version",
                "\"very-secret\"} | \"very-secret\", \"status\": \"Off\"} | accessKeys[0].status is 'Off'; it must be Active or Inactive",
            })
    void namesKeyValueAndRule(String right, String wrong, String message) {
        String json = COMPLETE.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong);

        assertThatThrownBy(() -> ConfigFile.parse(json))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"very-secret\" | {\"very-secret\": 1}",
                "\"very-secret\" | \"very-secret",
                "\"secret\": \"very-secret\" | \"very-secret\"",
            })
    void doesNotQuoteSecrets(String right, String wrong) {
        String json = COMPLETE.replace(right, wrong);

        assertThatThrownBy(() -> ConfigFile.parse(json))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageNotContaining("very-secret");
    }
}
