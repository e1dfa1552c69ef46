package io.vnode.cli.sandbox;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * The pretended cloud of a sandbox: one region with two vSwitches and one security group, and one access key.
 *
 * @param delays how long container groups stay in their passing states; short, so that trying things out is quick
 */
record EmulatorConfig(
        String host,
        int port,
        String regionId,
        List<AccessKey> accessKeys,
        String vpcId,
        List<VSwitch> vSwitches,
        List<String> securityGroups,
        Map<String, String> delays) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** An access key of the emulator; worth nothing anywhere else. */
    record AccessKey(String id, String secret) {

        static AccessKey random(SecureRandom random) {
            return new AccessKey("SANDBOX" + text(random, 17), text(random, 30));
        }

        private static String text(SecureRandom random, int length) {
            return random.ints(length, 0, ALPHABET.length())
                    .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                    .toString();
        }

        /** Shows the id only. */
        @Override
        public String toString() {
            return "AccessKey[" + id + "]";
        }
    }

    /** A subnet in one zone. */
    record VSwitch(String id, String zoneId, String cidr) {}

    static EmulatorConfig on(int port, AccessKey key) {
        return new EmulatorConfig(
                "127.0.0.1",
                port,
                "cn-hangzhou",
                List.of(key),
                "vpc-sandbox",
                List.of(
                        new VSwitch("vsw-sandboxa", "cn-hangzhou-h", "192.168.0.0/20"),
                        new VSwitch("vsw-sandboxb", "cn-hangzhou-i", "192.168.16.0/20")),
                List.of("sg-sandbox"),
                Map.of("scheduling", "PT0.2S", "pending", "PT0.3S", "terminating", "PT0.2S"));
    }
}
