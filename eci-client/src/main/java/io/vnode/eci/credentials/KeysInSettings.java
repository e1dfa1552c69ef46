package io.vnode.eci.credentials;

import java.util.List;

/** Access keys that somebody has written into environment variables or system properties. */
final class KeysInSettings {

    private KeysInSettings() {}

    /** The variables of the virtual-node addon. */
    static Link addon(Surroundings surroundings) {
        return link(
                List.of("environment variables", "ECI_ACCESS_KEY", "ECI_SECRET_KEY"),
                surroundings.variable("ECI_ACCESS_KEY"),
                surroundings.variable("ECI_SECRET_KEY"),
                "");
    }

    /** System properties of this JVM. */
    static Link properties(Surroundings surroundings) {
        String secret = surroundings.property("alibabacloud.accessKeySecret");
        return link(
                List.of("system properties", "alibabacloud.accessKeyId", "alibabacloud.accessKeySecret"),
                surroundings.property("alibabacloud.accessKeyId"),
                secret.isEmpty() ? surroundings.property("alibabacloud.accessKeyIdSecret") : secret,
                surroundings.property("alibabacloud.sessionToken"));
    }

    /** The variables that all of Alibaba Cloud's tools read. */
    static Link environment(Surroundings surroundings) {
        return link(
                List.of("environment variables", "ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
                surroundings.variable("ALIBABA_CLOUD_ACCESS_KEY_ID"),
                surroundings.variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET"),
                surroundings.variable("ALIBABA_CLOUD_SECURITY_TOKEN"));
    }

    private static Link link(List<String> names, String id, String secret, String token) {
        String place = "%s %s and %s".formatted(names.get(0), names.get(1), names.get(2));
        if (id.isEmpty() && secret.isEmpty()) {
            return Link.Absent.because(place, "not set", "set both");
        }
        if (id.isEmpty() || secret.isEmpty()) {
            throw CredentialsException.lasting(
                    place, names.get(id.isEmpty() ? 1 : 2) + " is not set, the other is", "set both");
        }
        return new Link.Present(new FixedCredentials(new Credentials(id, secret, token.isEmpty() ? null : token)));
    }
}
