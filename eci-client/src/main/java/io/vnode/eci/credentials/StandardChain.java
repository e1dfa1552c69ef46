package io.vnode.eci.credentials;

import io.vnode.eci.credentials.CredentialsException.Attempt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All the places where an access key may be, in the order in which Alibaba Cloud's own tools look. The first place that
 * has been set up is used, and stays in use; if it fails, the next is not tried, because it may stand for another
 * identity, and one that may not list container groups is told that there are none.
 */
final class StandardChain implements CredentialsProvider {

    private static final List<Function<Surroundings, Link>> ORDER = List.of(
            KeysInSettings::addon,
            KeysInSettings::properties,
            KeysInSettings::environment,
            StandardChain::oidc,
            CliProfiles::look,
            IniProfiles::look,
            StandardChain::instance,
            StandardChain::keyServer);

    /** How long a failure stands before all places are looked at again. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Surroundings surroundings;

    private volatile @Nullable CredentialsProvider chosen;

    private @Nullable CredentialsException lastFailure;
    private Instant failsUntil = Instant.MIN;

    StandardChain(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Credentials credentials() {
        CredentialsProvider provider = chosen;
        return provider == null ? choose() : provider.credentials();
    }

    @Override
    public Credentials refreshed(Credentials refused) {
        CredentialsProvider provider = chosen;
        return provider == null ? choose() : provider.refreshed(refused);
    }

    private synchronized Credentials choose() {
        CredentialsProvider provider = chosen;
        if (provider != null) {
            return provider.credentials(); // somebody was quicker
        }
        if (lastFailure != null && surroundings.clock().instant().isBefore(failsUntil)) {
            throw lastFailure;
        }
        try {
            return chooseAnew();
        } catch (CredentialsException e) {
            if (!Thread.currentThread().isInterrupted()) { // which would say nothing of the places
                lastFailure = e;
                failsUntil = surroundings.clock().instant().plus(REST);
            }
            throw e;
        }
    }

    private Credentials chooseAnew() {
        List<Attempt> tried = new ArrayList<>();
        for (Function<Surroundings, Link> place : ORDER) {
            switch (look(place, tried)) {
                case Link.Absent(var attempt) -> tried.add(attempt);
                case Link.Present(var present) -> {
                    return use(present, tried);
                }
                case Link.Possible(var possible) -> {
                    try {
                        return use(possible, List.of());
                    } catch (CredentialsException e) {
                        e.attempts().forEach(attempt -> tried.add(lasting(attempt)));
                    }
                }
            }
        }
        throw new CredentialsException(tried);
    }

    private Link look(Function<Surroundings, Link> place, List<Attempt> tried) {
        try {
            return place.apply(surroundings);
        } catch (CredentialsException e) {
            throw after(tried, e);
        }
    }

    private Credentials use(CredentialsProvider provider, List<Attempt> tried) {
        try {
            Credentials found = provider.credentials();
            chosen = provider;
            return found;
        } catch (CredentialsException e) {
            throw after(tried, e);
        }
    }

    private static CredentialsException after(List<Attempt> tried, CredentialsException failure) {
        return new CredentialsException(
                Stream.concat(tried.stream(), failure.attempts().stream()).toList());
    }

    /** A metadata service that cannot be reached is most likely not there at all. */
    private static Attempt lasting(Attempt attempt) {
        return new Attempt(attempt.source(), attempt.why(), attempt.remedy(), false);
    }

    private static Link oidc(Surroundings surroundings) {
        String role = surroundings.variable("ALIBABA_CLOUD_ROLE_ARN");
        String provider = surroundings.variable("ALIBABA_CLOUD_OIDC_PROVIDER_ARN");
        String tokenFile = surroundings.variable("ALIBABA_CLOUD_OIDC_TOKEN_FILE");
        if (role.isEmpty() || provider.isEmpty() || tokenFile.isEmpty()) {
            return Link.Absent.because(
                    "OIDC role",
                    "ALIBABA_CLOUD_ROLE_ARN, ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE"
                            + " are not all set",
                    "enable RRSA for the pod's service account");
        }
        String session = surroundings.variable("ALIBABA_CLOUD_ROLE_SESSION_NAME");
        return new Link.Present(surroundings.temporary(new OidcRole(
                surroundings.sts(""), role, provider, Path.of(tokenFile), session.isEmpty() ? "vnode" : session)));
    }

    private static Link instance(Surroundings surroundings) {
        if (surroundings.says("ALIBABA_CLOUD_ECS_METADATA_DISABLED")) {
            return Link.Absent.because(
                    "RAM role of this instance", "switched off", "unset ALIBABA_CLOUD_ECS_METADATA_DISABLED");
        }
        String role = surroundings.variable("ALIBABA_CLOUD_ECS_METADATA");
        CredentialsProvider provider = surroundings.temporary(surroundings.instanceRole(role));
        return role.isEmpty() ? new Link.Possible(provider) : new Link.Present(provider);
    }

    private static Link keyServer(Surroundings surroundings) {
        String uri = surroundings.variable("ALIBABA_CLOUD_CREDENTIALS_URI");
        return uri.isEmpty()
                ? Link.Absent.because("credentials URI", "ALIBABA_CLOUD_CREDENTIALS_URI is not set", "set it")
                : new Link.Present(surroundings.temporary(
                        new KeyServer(HttpUri.parse("ALIBABA_CLOUD_CREDENTIALS_URI", uri), surroundings.proxies())));
    }

    @Override
    public String toString() {
        CredentialsProvider provider = chosen;
        return provider == null ? "standard chain of credentials" : provider.toString();
    }
}
