package io.vnode.cli.cloud;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.ListingOutcome;
import io.vnode.eci.Sightings;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.model.ContainerGroup;
import java.util.List;

/** The container groups that carry the cluster id of one installation. */
public final class InstalledGroups implements AutoCloseable {

    private final EciClient eci;
    private final String clusterId;

    private InstalledGroups(EciClient eci, String clusterId) {
        this.eci = eci;
        this.clusterId = clusterId;
    }

    /** Connects; nothing is sent yet. */
    public static InstalledGroups of(Cloud cloud, InstallationFacts facts, Credentials credentials) {
        return new InstalledGroups(cloud.connect(facts.regionId(), facts.endpoint(), credentials), facts.clusterId());
    }

    /** Lists them, and doubts an empty list until groups of others were seen before and after it. */
    public GroupListing list() {
        try {
            return listOrFail();
        } catch (EciException e) {
            return new GroupListing.Unknown(CloudProblems.of(e).problem().what() + ": " + e.action() + ": " + e.code());
        }
    }

    /**
     * The same for those who cannot go on without.
     *
     * @throws io.vnode.cli.problem.ProblemException when ECI could not be asked
     */
    public GroupListing listOrExplain() {
        try {
            return listOrFail();
        } catch (EciException e) {
            throw CloudProblems.of(e);
        }
    }

    private GroupListing listOrFail() {
        return switch (new Sightings(eci).list(ContainerGroupTags.ownedBy(clusterId))) {
            case ListingOutcome.Complete(List<ContainerGroup> groups) -> new GroupListing.Known(groups);
            case ListingOutcome.UnprovenEmpty() -> new GroupListing.UnprovenEmpty();
        };
    }

    @Override
    public void close() {
        eci.close();
    }
}
