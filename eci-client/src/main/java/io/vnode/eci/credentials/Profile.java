package io.vnode.eci.credentials;

import io.vnode.eci.credentials.CredentialsException.Attempt;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A named way to get an access key, as a file of the user describes it. Values have the names that the CLI's file has.
 *
 * @param place where it stands, for messages
 * @param values what it says
 */
record Profile(String place, Map<String, String> values) {

    /**
     * Where the profile's keys come from.
     *
     * @param others finds another profile of the same file
     */
    Link link(Surroundings surroundings, Function<String, CredentialsProvider> others) {
        String mode = values.getOrDefault("mode", "").toLowerCase(Locale.ROOT).replace("_", "");
        if ((mode.isEmpty() || mode.equals("ak") || mode.equals("accesskey"))
                && value("access_key_id").isEmpty()) {
            return new Link.Absent(new Attempt(place, "it has no access key", "run aliyun configure", false));
        }
        return new Link.Present(provider(mode, surroundings, others));
    }

    private CredentialsProvider provider(
            String mode, Surroundings surroundings, Function<String, CredentialsProvider> others) {
        return switch (mode) {
            case "", "ak", "accesskey" -> key(false);
            case "ststoken", "sts" -> key(true);
            case "ecsramrole" -> surroundings.temporary(surroundings.instanceRole(value("ram_role_name")));
            case "ramrolearn" -> assumed(surroundings, key(!value("sts_token").isEmpty()));
            case "ramrolearnwithecs" ->
                assumed(surroundings, surroundings.temporary(surroundings.instanceRole(value("ram_role_name"))));
            case "chainableramrolearn" -> assumed(surroundings, others.apply(require("source_profile")));
            case "oidc", "oidcrolearn" ->
                surroundings.temporary(new OidcRole(
                        surroundings.sts(value("sts_region")),
                        require("ram_role_arn"),
                        require("oidc_provider_arn"),
                        Path.of(require("oidc_token_file")),
                        sessionName()));
            case "credentialsuri" ->
                surroundings.temporary(
                        new KeyServer(HttpUri.parse(place, require("credentials_uri")), surroundings.proxies()));
            default ->
                throw CredentialsException.lasting(
                        place,
                        mode.matches("\\w{1,40}") ? "its mode " + mode + " is not supported" : "its mode is not known",
                        "use a profile of mode AK, StsToken, RamRoleArn, EcsRamRole, OIDC, ChainableRamRoleArn or"
                                + " CredentialsURI");
        };
    }

    private CredentialsProvider key(boolean temporary) {
        try {
            return new FixedCredentials(new Credentials(
                    require("access_key_id"), require("access_key_secret"), temporary ? require("sts_token") : null));
        } catch (IllegalArgumentException e) {
            throw CredentialsException.lasting(place, String.valueOf(e.getMessage()), "run aliyun configure");
        }
    }

    private CredentialsProvider assumed(Surroundings surroundings, CredentialsProvider identity) {
        String externalId = value("external_id");
        return surroundings.temporary(new AssumedRole(
                surroundings.sts(value("sts_region")),
                identity,
                require("ram_role_arn"),
                sessionName(),
                externalId.isEmpty() ? null : externalId));
    }

    private String sessionName() {
        String name = value("ram_session_name");
        return name.isEmpty() ? "vnode" : name;
    }

    private String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private String require(String name) {
        String value = value(name);
        if (value.isEmpty()) {
            throw CredentialsException.lasting(place, name + " is not set in it", "write it there");
        }
        return value;
    }

    /** Shows no values. */
    @Override
    public String toString() {
        return place;
    }
}
