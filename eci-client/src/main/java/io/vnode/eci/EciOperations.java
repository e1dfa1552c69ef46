package io.vnode.eci;

import io.vnode.eci.exec.ExecRequest;
import io.vnode.eci.exec.ExecSession;
import io.vnode.eci.exec.ExecTicket;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupFilter;
import io.vnode.eci.model.ContainerGroupTemplate;
import io.vnode.eci.model.UpdateContainerGroupRequest;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.model.cache.ImageCache;
import io.vnode.eci.model.cache.ImageCacheFilter;
import io.vnode.eci.model.market.Price;
import io.vnode.eci.model.market.PriceQuery;
import io.vnode.eci.model.market.ResourceQuery;
import io.vnode.eci.model.market.Usage;
import io.vnode.eci.model.market.ZoneStock;
import io.vnode.eci.model.metric.ContainerGroupMetrics;
import io.vnode.eci.model.metric.MetricQuery;
import io.vnode.eci.model.status.EventSource;
import io.vnode.eci.model.status.GroupEvents;
import io.vnode.eci.model.status.GroupSelection;
import io.vnode.eci.model.status.GroupStatus;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All operations of ECI. What {@link EciClient} promises holds here too: every call ends within its time, and an answer is
 * whole or an {@link EciException}. Empty lists prove as little here as there.
 */
public interface EciOperations extends EciClient {

    /** Asks ECI to delete a container group without waiting for its grace period. */
    DeleteOutcome deleteContainerGroupAtOnce(String containerGroupId);

    /** Lists the container groups of the region that fit: all pages of the listing, or an exception. */
    List<ContainerGroup> listContainerGroups(ContainerGroupFilter filter);

    /** Asks for a change of a container group that is pending or runs. Repeating it with the same token is harmless. */
    ChangeOutcome updateContainerGroup(UpdateContainerGroupRequest request);

    /** Asks for a restart of a container group that is pending or runs. */
    ChangeOutcome restartContainerGroup(String containerGroupId);

    /**
     * Starts a command in a running container and says where to talk to it. The call has no client token: when its answer
     * is lost, it is not repeated.
     */
    ExecTicket execContainerCommand(ExecRequest request);

    /**
     * Runs a command without input or terminal in a running container, and waits for it.
     *
     * @return what it printed; ECI does not tell its exit code
     */
    String runContainerCommand(ExecRequest request);

    /** Starts a command in a running container and talks to it. */
    ExecSession openExecSession(ExecRequest request);

    /** Reads measurements of a container group over a time. */
    ContainerGroupMetrics describeContainerGroupMetric(MetricQuery query);

    /**
     * Reads the newest measurements of several container groups.
     *
     * @param containerGroupIds any number; asked for in portions of 20
     */
    List<ContainerGroupMetrics> describeMultiContainerGroupMetric(Collection<String> containerGroupIds);

    /** Asks for an image cache. Repeating a call with the same client token does not make a second one. */
    ImageCacheOutcome createImageCache(CreateImageCacheRequest request);

    /** Lists the image caches of the region that fit: all pages of the listing, or an exception. */
    List<ImageCache> describeImageCaches(ImageCacheFilter filter);

    /** Asks ECI to delete an image cache. */
    DeleteOutcome deleteImageCache(String imageCacheId);

    /** Asks what a container group would cost. */
    Price describeContainerGroupPrice(PriceQuery query);

    /** Asks which zones have something in stock. */
    List<ZoneStock> describeAvailableResource(ResourceQuery query);

    /** Reads what the account has used of its quotas in the region. */
    Usage listUsage();

    /** Reads the states of container groups in the words of Kubernetes: all pages, or an exception. */
    List<GroupStatus> describeContainerGroupStatus(GroupSelection selection);

    /**
     * Reads what was noticed of container groups: all pages, or an exception.
     *
     * @param source who noticed it; null for everybody
     */
    List<GroupEvents> describeContainerGroupEvents(GroupSelection selection, @Nullable EventSource source);

    /** Asks for a container group by a template. */
    CreateOutcome createContainerGroupFromTemplate(ContainerGroupTemplate template, String clientToken);

    /** Asks for a change of the container group that a template names. */
    ChangeOutcome updateContainerGroupByTemplate(ContainerGroupTemplate template, String clientToken);

    /** Reads a container group as a template. */
    ContainerGroupTemplate exportContainerGroupTemplate(String containerGroupId);
}
