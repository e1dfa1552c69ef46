package io.vnode.eci.sdk;

import com.aliyuncs.eci.model.v20180808.DescribeContainerLogRequest;
import com.aliyuncs.eci.model.v20180808.DescribeRegionsRequest;
import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciOperations;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.ImageCacheOutcome;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.exec.ExecRequest;
import io.vnode.eci.exec.ExecSession;
import io.vnode.eci.exec.ExecTicket;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupFilter;
import io.vnode.eci.model.ContainerGroupTemplate;
import io.vnode.eci.model.ContainerLog;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.Region;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ECI client on the vendor's SDK. Requests travel encrypted unless the endpoint says otherwise. */
public final class SdkEciClient implements EciOperations {

    private static final String CREATE = "CreateContainerGroup";
    private static final String LOG = "DescribeContainerLog";
    private static final String REGIONS = "DescribeRegions";

    private final EciCalls calls;
    private final Listings listings;
    private final Supplier<Deadline> deadlines;
    private final GroupCalls groups;
    private final StatusCalls statuses;
    private final MetricCalls metrics;
    private final ImageCacheCalls imageCaches;
    private final MarketCalls market;
    private final ExecCalls execs;

    /** A client with one access key and the usual behaviour. */
    public static SdkEciClient create(EciEndpoint endpoint, Credentials credentials) {
        return create(endpoint, CredentialsProvider.fixed(credentials), EciClientOptions.DEFAULT);
    }

    /** A client with one access key and waits of the caller's choice. */
    public static SdkEciClient create(EciEndpoint endpoint, Credentials credentials, EciTimeouts timeouts) {
        return create(
                endpoint, CredentialsProvider.fixed(credentials), EciClientOptions.DEFAULT.withTimeouts(timeouts));
    }

    /** A client whose access key may change. */
    public static SdkEciClient create(EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new SdkEciClient(
                endpoint, credentials, options, Backoff.usual(), Clock.systemUTC(), duration -> Thread.sleep(duration));
    }

    SdkEciClient(
            EciEndpoint endpoint,
            CredentialsProvider credentials,
            EciClientOptions options,
            Backoff backoff,
            Clock clock,
            Sleeper sleeper) {
        EciTimeouts timeouts = options.timeouts();
        this.calls = EciCalls.open(endpoint, credentials, options, backoff, sleeper);
        this.listings = new Listings(calls);
        this.deadlines = () -> Deadline.in(timeouts.call(), clock);
        this.groups = new GroupCalls(calls, deadlines);
        this.statuses = new StatusCalls(calls, deadlines);
        this.metrics = new MetricCalls(calls, deadlines);
        this.imageCaches = new ImageCacheCalls(calls, deadlines);
        this.market = new MarketCalls(calls, deadlines);
        this.execs = new ExecCalls(calls, deadlines, endpoint, timeouts.connect());
    }

    @Override
    public CreateOutcome createContainerGroup(CreateContainerGroupRequest request) {
        return Outcomes.create(
                CREATE,
                calls.call(
                        CREATE,
                        () -> CreateParameters.of(request, request.clientToken()),
                        Outcomes::created,
                        deadlines.get()));
    }

    @Override
    public CheckOutcome checkContainerGroup(CreateContainerGroupRequest request) {
        // Not the request's own token: the creation that follows must not be taken for a repetition of this.
        String clientToken = UUID.randomUUID().toString();
        Answer<CreateOutcome.Accepted> answer = calls.call(
                CREATE,
                () -> {
                    var sdkRequest = CreateParameters.of(request, clientToken);
                    sdkRequest.putQueryParameter("DryRun", true);
                    return sdkRequest;
                },
                fields -> new CreateOutcome.Accepted(
                        fields.textOrEmpty("ContainerGroupId"), fields.textOrEmpty("RequestId")),
                deadlines.get());
        return switch (answer) {
            case Answer.Good<CreateOutcome.Accepted>(var created) -> undo(created);
            case Answer.Refused<CreateOutcome.Accepted>(var refusal) ->
                switch (refusal.meaning()) {
                    case DRY_RUN_PASSED -> new CheckOutcome.Passed(refusal.requestId());
                    case OUT_OF_STOCK -> Outcomes.outOfStock(refusal);
                    case INVALID, NOT_FOUND, UNKNOWN -> Outcomes.rejected(refusal);
                    case CONFLICT, BAD_CREDENTIALS, NOT_PERMITTED, THROTTLED, SERVER_TROUBLE ->
                        throw refusal.toException(CREATE);
                };
        };
    }

    /** A server that overlooks {@code DryRun} has just started something that costs money. */
    private CheckOutcome undo(CreateOutcome.Accepted created) {
        if (!created.containerGroupId().isEmpty()) {
            deleteContainerGroup(created.containerGroupId());
        }
        return new CheckOutcome.Passed(created.requestId());
    }

    @Override
    public DeleteOutcome deleteContainerGroup(String containerGroupId) {
        return groups.delete(containerGroupId, false);
    }

    @Override
    public DeleteOutcome deleteContainerGroupAtOnce(String containerGroupId) {
        return groups.delete(containerGroupId, true);
    }

    @Override
    public List<ContainerGroup> listContainerGroups(Map<String, String> tags) {
        return listings.list(ContainerGroupFilter.builder().tags(tags).build(), deadlines.get());
    }

    @Override
    public List<ContainerGroup> describeContainerGroups(Collection<String> containerGroupIds) {
        return listings.describe(containerGroupIds, deadlines.get());
    }

    @Override
    public boolean seesContainerGroups() {
        return listings.seesAny(deadlines.get());
    }

    @Override
    public ContainerLog describeContainerLog(ContainerLogRequest request) {
        return calls.call(
                        LOG,
                        () -> toSdk(request),
                        fields -> new ContainerLog(request.containerName(), fields.possiblyEmptyText("Content")),
                        deadlines.get())
                .orThrow(LOG);
    }

    private static DescribeContainerLogRequest toSdk(ContainerLogRequest request) {
        var sdkRequest = new DescribeContainerLogRequest();
        sdkRequest.setContainerGroupId(request.containerGroupId());
        sdkRequest.setContainerName(request.containerName());
        sdkRequest.setTail(request.tail());
        if (request.startTime() != null) {
            sdkRequest.setStartTime(
                    request.startTime().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        sdkRequest.putQueryParameter("SinceSeconds", request.sinceSeconds());
        sdkRequest.putQueryParameter("LimitBytes", request.limitBytes());
        if (request.timestamps()) {
            sdkRequest.putQueryParameter("Timestamps", true);
        }
        if (request.previous()) {
            sdkRequest.putQueryParameter("LastTime", true);
        }
        return sdkRequest;
    }

    @Override
    public List<Region> describeRegions() {
        return calls.call(
                        REGIONS,
                        DescribeRegionsRequest::new,
                        fields -> List.copyOf(fields.requiredList(
                                "Regions",
                                region -> new Region(
                                        region.text("RegionId"),
                                        region.optionalText("RegionEndpoint"),
                                        region.texts("Zones")))),
                        deadlines.get())
                .orThrow(REGIONS);
    }

    @Override
    public List<ContainerGroup> listContainerGroups(ContainerGroupFilter filter) {
        return listings.list(filter, deadlines.get());
    }

    @Override
    public ChangeOutcome updateContainerGroup(UpdateContainerGroupRequest request) {
        return groups.update(request);
    }

    @Override
    public ChangeOutcome restartContainerGroup(String containerGroupId) {
        return groups.restart(containerGroupId);
    }

    @Override
    public ExecTicket execContainerCommand(ExecRequest request) {
        return execs.ticket(request);
    }

    @Override
    public String runContainerCommand(ExecRequest request) {
        return execs.run(request);
    }

    @Override
    public ExecSession openExecSession(ExecRequest request) {
        return execs.open(request);
    }

    @Override
    public ContainerGroupMetrics describeContainerGroupMetric(MetricQuery query) {
        return metrics.of(query);
    }

    @Override
    public List<ContainerGroupMetrics> describeMultiContainerGroupMetric(Collection<String> containerGroupIds) {
        return metrics.newestOf(containerGroupIds);
    }

    @Override
    public ImageCacheOutcome createImageCache(CreateImageCacheRequest request) {
        return imageCaches.create(request);
    }

    @Override
    public List<ImageCache> describeImageCaches(ImageCacheFilter filter) {
        return imageCaches.describe(filter);
    }

    @Override
    public DeleteOutcome deleteImageCache(String imageCacheId) {
        return imageCaches.delete(imageCacheId);
    }

    @Override
    public Price describeContainerGroupPrice(PriceQuery query) {
        return market.price(query);
    }

    @Override
    public List<ZoneStock> describeAvailableResource(ResourceQuery query) {
        return market.stock(query);
    }

    @Override
    public Usage listUsage() {
        return market.usage();
    }

    @Override
    public List<GroupStatus> describeContainerGroupStatus(GroupSelection selection) {
        return statuses.statuses(selection);
    }

    @Override
    public List<GroupEvents> describeContainerGroupEvents(GroupSelection selection, @Nullable EventSource source) {
        return statuses.events(selection, source);
    }

    @Override
    public CreateOutcome createContainerGroupFromTemplate(ContainerGroupTemplate template, String clientToken) {
        return groups.createFromTemplate(template, clientToken);
    }

    @Override
    public ChangeOutcome updateContainerGroupByTemplate(ContainerGroupTemplate template, String clientToken) {
        return groups.updateByTemplate(template, clientToken);
    }

    @Override
    public ContainerGroupTemplate exportContainerGroupTemplate(String containerGroupId) {
        return groups.exportTemplate(containerGroupId);
    }

    @Override
    public void close() {
        execs.close();
        calls.close();
    }
}
