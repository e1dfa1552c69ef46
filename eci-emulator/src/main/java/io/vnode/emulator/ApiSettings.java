package io.vnode.emulator;

import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.OidcProvider;
import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.metadata.InstanceSettings;
import io.vnode.emulator.rates.RateLimits;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the APIs treat their callers.
 *
 * @param accountId sixteen digits
 * @param account users, keys, policies and roles that are there from the beginning, besides the account's own keys
 * @param providers whose tokens can be exchanged for keys of a role
 * @param instance whose metadata is served
 * @param rates how often actions may be called
 * @param faults what goes wrong from the beginning
 * @param drivenClock whether the time of the container groups stands still until somebody moves it on
 */
public record ApiSettings(
        String accountId,
        AccountState account,
        List<OidcProvider> providers,
        InstanceSettings instance,
        RateLimits rates,
        List<FaultRule> faults,
        boolean drivenClock) {

    /** The account of emulators that do not care. */
    public static final String ACCOUNT_ID = "1234567890123456";

    /** Nobody but the account, no limits, no faults. */
    public static final ApiSettings PLAIN = new ApiSettings(
            ACCOUNT_ID, AccountState.EMPTY, List.of(), InstanceSettings.PLAIN, RateLimits.NONE, List.of(), false);

    /** Copies the lists. */
    public ApiSettings {
        providers = List.copyOf(providers);
        faults = List.copyOf(faults);
    }

    /** The same with limits. */
    public ApiSettings withRates(RateLimits changed) {
        return new ApiSettings(accountId, account, providers, instance, changed, faults, drivenClock);
    }

    /** The same with more faults. */
    ApiSettings withFaults(List<FaultRule> more) {
        List<FaultRule> all = Stream.concat(faults.stream(), more.stream()).toList();
        return new ApiSettings(accountId, account, providers, instance, rates, all, drivenClock);
    }
}
