package io.vnode.emulator.access;

import java.util.List;

/**
 * Somebody whose tokens the account accepts, such as a Kubernetes cluster.
 *
 * @param name part of its resource name
 * @param issuer what tokens must say in {@code iss}
 * @param audiences one of which tokens must say in {@code aud}
 */
public record OidcProvider(String name, String issuer, List<String> audiences) {

    /** Copies the list. */
    public OidcProvider {
        audiences = List.copyOf(audiences);
    }

    /** The provider's resource name. */
    public String arn(String accountId) {
        return "acs:ram::%s:oidc-provider/%s".formatted(accountId, name);
    }
}
