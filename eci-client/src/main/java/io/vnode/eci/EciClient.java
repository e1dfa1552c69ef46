package io.vnode.eci;

import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerLog;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.Region;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The operations of ECI that vnode uses. All of them block, end within the client's call timeout, and may be called from
 * many threads.
 *
 * <p>Every method throws {@link EciException} when ECI could not be asked, did not answer, or answered something that
 * cannot be understood. No method ever returns part of an answer.
 */
public interface EciClient extends AutoCloseable {

    /**
     * Asks for a container group. Repeating a call with the same client token, even from another process, does not make
     * a second group.
     */
    CreateOutcome createContainerGroup(CreateContainerGroupRequest request);

    /** Lets ECI check a request without creating anything. */
    CheckOutcome checkContainerGroup(CreateContainerGroupRequest request);

    /** Asks ECI to delete a container group. The group may stay in listings, {@code Terminating}, for a while. */
    DeleteOutcome deleteContainerGroup(String containerGroupId);

    /**
     * Lists the container groups of the region that carry all of the given tags: all pages of the listing, or an
     * exception.
     *
     * <p><b>An empty list does not prove that there are no groups.</b> ECI gives an empty list, not an error, to an
     * identity without the right to list. {@link Sightings} tells the two apart.
     * Groups that have ended stay listed for an hour; of older ones only the newest 100 of the region remain.
     *
     * @param tags what the groups must carry; empty for all groups of the region
     */
    List<ContainerGroup> listContainerGroups(Map<String, String> tags);

    /**
     * Describes the container groups with the given ids. Ids that ECI does not know are missing in the answer; what is
     * said of the empty list at {@link #listContainerGroups} holds here too.
     *
     * @param containerGroupIds any number; asked for in portions of 20, several at a time
     */
    List<ContainerGroup> describeContainerGroups(Collection<String> containerGroupIds);

    /**
     * Whether any container group of the region can be seen, whoever it belongs to: the positive control by which {@link
     * Sightings} tells an empty listing from one without the right to list. It costs one call where there are groups.
     */
    boolean seesContainerGroups();

    /** Reads the newest part of a container's log, at most 2000 lines and 1 MiB. */
    ContainerLog describeContainerLog(ContainerLogRequest request);

    /** Lists the regions in which ECI runs. Any valid access key may ask, so it is a check of endpoint and key. */
    List<Region> describeRegions();

    /** Ends the client. Calls under way may fail. */
    @Override
    void close();
}
