package io.vnode.eci.sdk;

import com.aliyuncs.eci.model.v20180808.DeleteContainerGroupRequest;
import com.aliyuncs.eci.model.v20180808.DescribeContainerGroupsRequest;
import com.aliyuncs.eci.model.v20180808.DescribeContainerLogRequest;
import com.aliyuncs.eci.model.v20180808.DescribeRegionsRequest;
import io.github.bucket4j.TimeMeter;
import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerLog;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.Region;
import io.vnode.eci.sdk.Answer.Refusal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The ECI client on the vendor's SDK. Requests travel encrypted unless the endpoint says otherwise. */
public final class SdkEciClient implements EciClient {

    /** The most ids that one call takes, and the most groups that one page has. */
    static final int PORTION = 20;

    private static final String CREATE = "CreateContainerGroup";
    private static final String DELETE = "DeleteContainerGroup";
    private static final String DESCRIBE = "DescribeContainerGroups";
    private static final String LOG = "DescribeContainerLog";
    private static final String REGIONS = "DescribeRegions";

    private final JdkTransport transport;
    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

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
        this.transport = new JdkTransport(endpoint.encrypted(), timeouts.connect());
        this.calls = new EciCalls(
                transport,
                endpoint,
                credentials,
                timeouts.answer(),
                backoff,
                sleeper,
                new CallGate(options.rateLimits(), options.concurrentCalls(), TimeMeter.SYSTEM_NANOTIME, sleeper),
                options.observer());
        this.deadlines = () -> Deadline.in(timeouts.call(), clock);
    }

    @Override
    public CreateOutcome createContainerGroup(CreateContainerGroupRequest request) {
        Answer<CreateOutcome> answer = calls.call(
                CREATE,
                () -> CreateParameters.of(request, request.clientToken()),
                fields -> new CreateOutcome.Accepted(fields.text("ContainerGroupId"), fields.textOrEmpty("RequestId")),
                deadlines.get());
        return switch (answer) {
            case Answer.Good<CreateOutcome>(var outcome) -> outcome;
            case Answer.Refused<CreateOutcome>(var refusal) ->
                switch (refusal.meaning()) {
                    case OUT_OF_STOCK -> outOfStock(refusal);
                    case INVALID, NOT_FOUND, UNKNOWN -> rejected(refusal);
                    case DRY_RUN_PASSED, CONFLICT, BAD_CREDENTIALS, NOT_PERMITTED, THROTTLED, SERVER_TROUBLE ->
                        throw refusal.toException(CREATE);
                };
        };
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
                    case OUT_OF_STOCK -> outOfStock(refusal);
                    case INVALID, NOT_FOUND, UNKNOWN -> rejected(refusal);
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

    private static CreateOutcome.OutOfStock outOfStock(Refusal refusal) {
        return new CreateOutcome.OutOfStock(refusal.code(), refusal.detail(), refusal.requestId());
    }

    private static CreateOutcome.Rejected rejected(Refusal refusal) {
        return new CreateOutcome.Rejected(refusal.code(), refusal.detail(), refusal.requestId());
    }

    @Override
    public DeleteOutcome deleteContainerGroup(String containerGroupId) {
        String clientToken = UUID.randomUUID().toString();
        Answer<DeleteOutcome> answer = calls.call(
                DELETE,
                () -> {
                    var request = new DeleteContainerGroupRequest();
                    request.setContainerGroupId(containerGroupId);
                    request.setClientToken(clientToken);
                    return request;
                },
                fields -> new DeleteOutcome.Accepted(fields.textOrEmpty("RequestId")),
                deadlines.get());
        if (answer instanceof Answer.Refused<DeleteOutcome>(var refusal)
                && refusal.meaning() == ErrorMeaning.NOT_FOUND) {
            return new DeleteOutcome.NotFound(refusal.requestId());
        }
        return answer.orThrow(DELETE);
    }

    @Override
    public List<ContainerGroup> listContainerGroups(Map<String, String> tags) {
        return allPages(() -> tagged(tags), deadlines.get());
    }

    private static DescribeContainerGroupsRequest tagged(Map<String, String> tags) {
        List<DescribeContainerGroupsRequest.Tag> wanted = new ArrayList<>();
        tags.forEach((key, value) -> {
            var tag = new DescribeContainerGroupsRequest.Tag();
            tag.setKey(key);
            tag.setValue(value);
            wanted.add(tag);
        });
        var request = new DescribeContainerGroupsRequest();
        request.setTags(wanted);
        return request;
    }

    @Override
    public List<ContainerGroup> describeContainerGroups(Collection<String> containerGroupIds) {
        Deadline deadline = deadlines.get();
        List<String> ids = containerGroupIds.stream().distinct().toList();
        List<ContainerGroup> groups = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<String> portion = ids.subList(from, Math.min(from + PORTION, ids.size()));
            groups.addAll(allPages(() -> identified(portion), deadline));
        }
        return List.copyOf(groups);
    }

    private static DescribeContainerGroupsRequest identified(List<String> ids) {
        var request = new DescribeContainerGroupsRequest();
        request.setContainerGroupIds(JsonTree.write(ids));
        request.putQueryParameter("WithEvent", true);
        return request;
    }

    /** A group that moves to another page meanwhile may come twice; the later description counts. */
    private List<ContainerGroup> allPages(Supplier<DescribeContainerGroupsRequest> requests, Deadline deadline) {
        SequencedMap<String, ContainerGroup> groups = new LinkedHashMap<>();
        Set<String> tokens = new HashSet<>();
        String nextToken = null;
        do {
            ContainerGroupReader.Page page = page(requests, nextToken, deadline);
            page.groups().forEach(group -> groups.put(group.id(), group));
            nextToken = page.nextToken();
            if (nextToken != null && !tokens.add(nextToken)) {
                throw new EciException(
                        EciException.Kind.UNREADABLE,
                        DESCRIBE,
                        "RepeatedNextToken",
                        "the listing leads back to a page that it has given already",
                        "",
                        200,
                        null);
            }
        } while (nextToken != null);
        return List.copyOf(groups.values());
    }

    private ContainerGroupReader.Page page(
            Supplier<DescribeContainerGroupsRequest> requests, @Nullable String nextToken, Deadline deadline) {
        return calls.call(
                        DESCRIBE,
                        () -> {
                            DescribeContainerGroupsRequest request = requests.get();
                            request.setLimit(PORTION);
                            request.setNextToken(nextToken);
                            return request;
                        },
                        ContainerGroupReader::page,
                        deadline)
                .orThrow(DESCRIBE);
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
    public void close() {
        transport.close();
    }
}
