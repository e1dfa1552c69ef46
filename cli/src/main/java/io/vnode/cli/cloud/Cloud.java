package io.vnode.cli.cloud;

import io.vnode.eci.EciClient;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.sdk.SdkEciClient;

/** Opens connections to ECI. */
public interface Cloud {

    /** The real thing. */
    Cloud ECI =
            (regionId, endpoint, credentials) -> SdkEciClient.create(EciEndpoint.of(regionId, endpoint), credentials);

    /**
     * A client for one region; nothing is sent yet.
     *
     * @param endpoint where ECI answers; empty for the region's public endpoint
     */
    EciClient connect(String regionId, String endpoint, Credentials credentials);
}
