package io.vnode.eci.credentials;

import io.vnode.eci.http.Proxies;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a process is told from outside about its access key, and what it needs to get one.
 *
 * @param environment environment variables
 * @param properties system properties
 * @param home the user's folder
 */
record Surroundings(
        Map<String, String> environment,
        Map<String, String> properties,
        Path home,
        Proxies proxies,
        Clock clock,
        Pause pause) {

    static Surroundings ofThisProcess() {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties()
                .stringPropertyNames()
                .forEach(name -> properties.put(name, System.getProperty(name, "")));
        return new Surroundings(
                System.getenv(),
                Map.copyOf(properties),
                Path.of(System.getProperty("user.home", "")),
                Proxies.ofThisProcess(),
                Clock.systemUTC(),
                duration -> Thread.sleep(duration));
    }

    /** An environment variable; empty where there is none. */
    String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /** A system property; empty where there is none. */
    String property(String name) {
        return properties.getOrDefault(name, "").strip();
    }

    boolean says(String variable) {
        return variable(variable).equalsIgnoreCase("true") || variable(variable).equals("1");
    }

    /** A source's keys, fetched again in time. */
    CredentialsProvider temporary(CredentialsSource source) {
        return new TemporaryCredentials(source, clock, pause);
    }

    /** The metadata service's role. */
    InstanceRole instanceRole(String role) {
        return new InstanceRole(
                uri("VNODE_METADATA_ENDPOINT", InstanceRole.SERVICE.toString()),
                role.isEmpty() ? null : role,
                says("ALIBABA_CLOUD_IMDSV1_DISABLED"));
    }

    /** @param region where STS is asked; empty for what the environment says */
    StsExchange sts(String region) {
        String where = region.isEmpty() ? variable("ALIBABA_CLOUD_STS_REGION") : region;
        if (!where.matches("[a-zA-Z0-9_-]*")) {
            throw CredentialsException.lasting("STS", "its region is not a region id", "write one such as cn-hangzhou");
        }
        String kind = says("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED") ? "sts-vpc" : "sts";
        String regional =
                where.isEmpty() ? "https://sts.aliyuncs.com" : "https://%s.%s.aliyuncs.com".formatted(kind, where);
        return new StsExchange(uri("VNODE_STS_ENDPOINT", regional), proxies, clock);
    }

    private URI uri(String variable, String otherwise) {
        String text = variable(variable);
        return HttpUri.parse(variable, text.isEmpty() ? otherwise : text);
    }

    /** Shows nothing: environment and properties hold secrets, not only ours. */
    @Override
    public String toString() {
        return "Surroundings";
    }
}
