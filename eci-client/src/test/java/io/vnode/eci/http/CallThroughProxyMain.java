package io.vnode.eci.http;

import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.sdk.SdkEciClient;

/** A program that asks an encrypted ECI for its regions, through whatever proxy its environment names. */
final class CallThroughProxyMain {

    private CallThroughProxyMain() {}

    public static void main(String[] arguments) {
        try (SdkEciClient client = SdkEciClient.create(
                EciEndpoint.of("cn-hangzhou", arguments[0]), Credentials.of("testid", "testsecret"))) {
            System.out.println(client.describeRegions());
        } catch (EciException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }
}
