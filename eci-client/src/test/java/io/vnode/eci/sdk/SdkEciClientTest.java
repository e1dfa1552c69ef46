package io.vnode.eci.sdk;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerLogRequest;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.sdk.ScriptedServer.Call;
import io.vnode.eci.sdk.ScriptedServer.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SdkEciClientTest {

    private static final String CREATED = "{\"RequestId\":\"R-1\",\"ContainerGroupId\":\"eci-1\"}";
    private static final String SECRET = "a-very-secret-key";

    private final TestClock clock = new TestClock();

    @Test
    void postsWhatACallIsAboutAndKeepsItOutOfTheUrl() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good(CREATED));
                SdkEciClient client = client(eci)) {
            CreateOutcome outcome = client.createContainerGroup(request());

            assertThat(outcome).isEqualTo(new CreateOutcome.Accepted("eci-1", "R-1"));
            Call call = eci.calls().getFirst();
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.query())
                    .containsOnlyKeys(
                            "AccessKeyId",
                            "Action",
                            "Format",
                            "Signature",
                            "SignatureMethod",
                            "SignatureNonce",
                            "SignatureVersion",
                            "Timestamp",
                            "Version")
                    .containsEntry("Action", "CreateContainerGroup")
                    .containsEntry("Version", "2018-08-08");
            assertThat(call.form())
                    .containsEntry("RegionId", "cn-hangzhou")
                    .containsEntry("ClientToken", "uid-1")
                    .containsEntry("Container.1.EnvironmentVar.1.Value", "p&=+ ~*世");
        }
    }

    @Test
    void sendsTheTokenOfATemporaryKey() throws IOException {
        Credentials temporary = new Credentials("testid", SECRET, "session-token");

        try (ScriptedServer eci = ScriptedServer.answering(good("{\"Regions\":[]}"));
                SdkEciClient client = client(eci, temporary)) {
            client.describeRegions();

            assertThat(eci.calls().getFirst().query()).containsEntry("SecurityToken", "session-token");
        }
    }

    @Test
    void neverCallsALocationServiceForARegionThatTheSdkDoesNotKnow() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good("{\"Regions\":[]}"));
                SdkEciClient client = client(EciEndpoint.of("me-central-1", eci.endpoint()))) {
            client.describeRegions();

            assertThat(eci.calls()).singleElement().satisfies(call -> assertThat(call.form())
                    .containsEntry("RegionId", "me-central-1"));
        }
    }

    @Test
    void repeatsACreateWithTheSameTokenAndAFreshNonceUntilItIsAnswered() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        new Reply.HangUp(),
                        error(503, "ServiceUnavailable"),
                        error(400, "Throttling.User"),
                        new Reply.CutOff("{\"RequestId"),
                        good(CREATED));
                SdkEciClient client = client(eci)) {
            CreateOutcome outcome = client.createContainerGroup(request());

            assertThat(outcome).isEqualTo(new CreateOutcome.Accepted("eci-1", "R-1"));
            assertThat(eci.calls()).hasSize(5);
            assertThat(eci.calls())
                    .extracting(call -> call.form().get("ClientToken"))
                    .containsOnly("uid-1");
            assertThat(eci.calls())
                    .extracting(call -> call.query().get("SignatureNonce"))
                    .doesNotHaveDuplicates();
            assertThat(clock.sleeps()).hasSize(4);
        }
    }

    @Test
    void deletesWithOneTokenForAllAttempts() throws IOException {
        try (ScriptedServer eci =
                        ScriptedServer.answering(error(500, "InternalError"), good("{\"RequestId\":\"R-1\"}"));
                SdkEciClient client = client(eci)) {
            DeleteOutcome outcome = client.deleteContainerGroup("eci-1");

            assertThat(outcome).isEqualTo(new DeleteOutcome.Accepted("R-1"));
            assertThat(eci.calls())
                    .extracting(call -> call.form().get("ClientToken"))
                    .hasSize(2)
                    .doesNotContainNull()
                    .satisfies(tokens -> assertThat(tokens.getFirst()).isEqualTo(tokens.getLast()));
        }
    }

    @Test
    void givesUpAfterAFewAttemptsWithTheLastReason() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(400, "Throttling"));
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.RETRY_LATER);
            assertThat(failure.code()).isEqualTo("Throttling");
            assertThat(failure.requestId()).isEqualTo("R-1");
            assertThat(failure.httpStatus()).isEqualTo(400);
            assertThat(eci.calls()).hasSize(5);
        }
    }

    @Test
    void givesUpWhenTheTimeForTheCallIsOver() throws IOException {
        EciTimeouts short1 = new EciTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(500));

        try (ScriptedServer eci = ScriptedServer.answering(error(400, "Throttling"));
                SdkEciClient client = client(EciEndpoint.of("cn-hangzhou", eci.endpoint()), credentials(), short1)) {
            EciException failure = failure(client, c -> c.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.RETRY_LATER);
            assertThat(eci.calls()).hasSizeLessThan(4);
            assertThat(clock.sleeps().stream().reduce(Duration.ZERO, Duration::plus))
                    .isLessThan(short1.call());
        }
    }

    @Test
    void doesNotWaitForAnAnswerThatTrickles() throws IOException {
        EciTimeouts impatient = new EciTimeouts(Duration.ofSeconds(5), Duration.ofMillis(100), Duration.ofSeconds(60));

        try (ScriptedServer eci = ScriptedServer.answering(new Reply.Trickle("{\"ContainerGroups\":["));
                SdkEciClient client = client(EciEndpoint.of("cn-hangzhou", eci.endpoint()), credentials(), impatient)) {
            EciException failure = failure(client, c -> c.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.detail()).contains("no complete answer within 100 ms");
        }
    }

    @Test
    void sendsNothingInTheClearUnlessTheEndpointSaysSo() throws IOException {
        EciTimeouts impatient = new EciTimeouts(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(60));

        try (ScriptedServer plain = ScriptedServer.answering(good("{\"Regions\":[]}"));
                SdkEciClient client = client(
                        EciEndpoint.of("cn-hangzhou", plain.endpoint().replace("http://", "https://")),
                        credentials(),
                        impatient)) {
            EciException failure = failure(client, SdkEciClient::describeRegions);

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(plain.calls()).isEmpty();
        }
    }

    @Test
    void doesNotSwallowAnAnswerWithoutEnd() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.Endless(), good("{\"Regions\":[]}"));
                SdkEciClient client = client(eci)) {
            assertThat(client.describeRegions()).isEmpty();
            assertThat(eci.calls()).hasSize(2);
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        String endpoint = "http://127.0.0.1:" + freePort();

        try (SdkEciClient client = client(EciEndpoint.of("cn-hangzhou", endpoint))) {
            EciException failure = failure(client, SdkEciClient::describeRegions);

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.detail()).isEqualTo(endpoint + ": connection refused");
            assertThat(clock.sleeps()).hasSize(4);
        }
    }

    @Test
    void showsNoSecretsWhenNobodyAnswers() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.HangUp());
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.createContainerGroup(request()));

            assertThat(failure).hasStackTraceContaining("CreateContainerGroup");
            for (Throwable t = failure; t != null; t = t.getCause()) {
                assertThat(t.toString())
                        .doesNotContain("Signature")
                        .doesNotContain("testid")
                        .doesNotContain("EnvironmentVar");
            }
        }
    }

    @Test
    void keepsTheParametersThatAWrongSignatureIsComplainedAboutWithToItself() throws IOException {
        Reply complaint = new Reply.Say(
                400,
                "{\"RequestId\":\"R-1\",\"Code\":\"SignatureDoesNotMatch\",\"Message\":\"Specified signature is not"
                        + " matched with our calculation. server string to sign is:POST&%2F&Value%3Ds3cret\"}");

        try (ScriptedServer eci = ScriptedServer.answering(complaint);
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.createContainerGroup(request()));

            assertThat(failure.kind()).isEqualTo(Kind.BAD_CREDENTIALS);
            assertThat(failure.getMessage())
                    .contains("not matched with our calculation")
                    .doesNotContain("s3cret");
            assertThat(eci.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden.RAM, NOT_PERMITTED",
        "400, IncorrectStatus, CONFLICT",
        "404, InvalidAccessKeyId.NotFound, BAD_CREDENTIALS"
    })
    void doesNotTakeARefusalOfTheCallerForARefusalOfTheGroup(int status, String code, Kind kind) throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(status, code));
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.createContainerGroup(request()));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure.code()).isEqualTo(code);
        }
    }

    @Test
    void tellsAGroupThatNothingIsLeftForFromOneThatIsWrong() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        error(403, "OperationDenied.NoStock"),
                        error(404, "InvalidVSwitchId.NotFound"),
                        error(400, "SomethingNew"));
                SdkEciClient client = client(eci)) {
            assertThat(client.createContainerGroup(request()))
                    .isEqualTo(new CreateOutcome.OutOfStock(
                            "OperationDenied.NoStock", "because of OperationDenied.NoStock", "R-1"));
            assertThat(client.createContainerGroup(request()))
                    .isEqualTo(new CreateOutcome.Rejected(
                            "InvalidVSwitchId.NotFound", "because of InvalidVSwitchId.NotFound", "R-1"));
            assertThat(client.createContainerGroup(request())).isInstanceOf(CreateOutcome.Rejected.class);
        }
    }

    @Test
    void checksAGroupWithoutUsingUpItsToken() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        error(400, "DryRunOperation"), error(404, "InvalidVSwitchId.NotFound"));
                SdkEciClient client = client(eci)) {
            assertThat(client.checkContainerGroup(request())).isEqualTo(new CheckOutcome.Passed("R-1"));
            assertThat(client.checkContainerGroup(request())).isInstanceOf(CreateOutcome.Rejected.class);

            assertThat(eci.calls().getFirst().form()).containsEntry("DryRun", "true");
            assertThat(eci.calls().getFirst().form().get("ClientToken")).isNotEqualTo("uid-1");
        }
    }

    @Test
    void deletesWhatAServerCreatedInsteadOfChecking() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good(CREATED), good("{}"));
                SdkEciClient client = client(eci)) {
            client.checkContainerGroup(request());

            assertThat(eci.calls().getLast().query()).containsEntry("Action", "DeleteContainerGroup");
            assertThat(eci.calls().getLast().form()).containsEntry("ContainerGroupId", "eci-1");
        }
    }

    @Test
    void followsPagesThatAreNotFullToTheLast() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        good(page("t1", "eci-1", "eci-2")), good(page("t2")), good(page("", "eci-3")));
                SdkEciClient client = client(eci)) {
            List<ContainerGroup> groups = client.listContainerGroups(Map.of("ClusterName", "c1"));

            assertThat(groups).extracting(ContainerGroup::id).containsExactly("eci-1", "eci-2", "eci-3");
            assertThat(eci.calls())
                    .extracting(call -> call.form().get("NextToken"))
                    .containsExactly(null, "t1", "t2");
            assertThat(eci.calls()).allSatisfy(call -> assertThat(call.form())
                    .containsEntry("Limit", "20")
                    .containsEntry("Tag.1.Key", "ClusterName")
                    .containsEntry("Tag.1.Value", "c1"));
        }
    }

    @Test
    void doesNotReturnAListingThatBreaksOnItsThirdPage() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        good(page("t1", "eci-1")), good(page("t2", "eci-2")), error(403, "Forbidden.RAM"));
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
        }
    }

    @Test
    void doesNotGoRoundInAListing() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(
                        good(page("t1", "eci-1")), good(page("t2", "eci-2")), good(page("t1", "eci-3")));
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure.code()).isEqualTo("RepeatedNextToken");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"ContainerGroups\":null}",
                "{\"ContainerGroups\":{\"ContainerGroup\":[]}}",
                "{\"ContainerGroups\":[{\"ContainerGroupId\":\"eci-1\"}]}",
                "{\"ContainerGroups\":[",
                "<html>captive portal</html>"
            })
    void doesNotTakeAMalformedListingForAnEmptyOne(String body) throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(good(body));
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, c -> c.listContainerGroups(Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure.kind().passing()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>Bad Gateway</html>", "{\"Code\":\"cut off", "{\"Code\":\"Internal\\u0045rror\"}"})
    void survivesErrorsThatAreNoErrorsOfEci(String body) throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.Say(502, body));
                SdkEciClient client = client(eci)) {
            EciException failure = failure(client, SdkEciClient::describeRegions);

            assertThat(failure.kind()).isEqualTo(Kind.RETRY_LATER);
            assertThat(failure.httpStatus()).isEqualTo(502);
        }
    }

    @Test
    void asksForManyGroupsTwentyAtATime() throws IOException {
        List<String> ids = IntStream.range(0, 41).mapToObj(i -> "eci-" + i).toList();

        try (ScriptedServer eci = ScriptedServer.answering(good(page("", "eci-0")));
                SdkEciClient client = client(eci)) {
            client.describeContainerGroups(ids);

            assertThat(eci.calls())
                    .hasSize(3)
                    .allSatisfy(call -> assertThat(call.form()).containsEntry("WithEvent", "true"))
                    .anySatisfy(call -> assertThat(call.form()).containsEntry("ContainerGroupIds", "[\"eci-40\"]"));
        }
    }

    @Test
    void asksForNoGroupsWithoutACall() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(500, "InternalError"));
                SdkEciClient client = client(eci)) {
            assertThat(client.describeContainerGroups(List.of())).isEmpty();
            assertThat(eci.calls()).isEmpty();
        }
    }

    @Test
    void asksForTheWantedPieceOfALog() throws IOException {
        ContainerLogRequest request = new ContainerLogRequest(
                "eci-1", "web", 10, Instant.parse("2026-01-02T03:04:05.678Z"), 60, 4096L, true, true);

        try (ScriptedServer eci = ScriptedServer.answering(good("{\"Content\":\"<a>\\u003cb\\u003e\\n\"}"));
                SdkEciClient client = client(eci)) {
            assertThat(client.describeContainerLog(request).content()).isEqualTo("<a><b>\n");
            assertThat(eci.calls().getFirst().form())
                    .containsEntry("ContainerGroupId", "eci-1")
                    .containsEntry("ContainerName", "web")
                    .containsEntry("Tail", "10")
                    .containsEntry("StartTime", "2026-01-02T03:04:05Z")
                    .containsEntry("SinceSeconds", "60")
                    .containsEntry("LimitBytes", "4096")
                    .containsEntry("Timestamps", "true")
                    .containsEntry("LastTime", "true");
        }
    }

    @Test
    void findsNothingToDeleteHoweverEciSpellsThat() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(error(404, "SomethingElse.NotFound"));
                SdkEciClient client = client(eci)) {
            assertThat(client.deleteContainerGroup("eci-1")).isEqualTo(new DeleteOutcome.NotFound("R-1"));
        }
    }

    @Test
    void endsAtOnceWhenItsThreadIsInterrupted() throws IOException {
        try (ScriptedServer eci = ScriptedServer.answering(new Reply.Trickle("{"));
                SdkEciClient client = client(eci)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(client::describeRegions).isInstanceOf(EciException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static EciException failure(SdkEciClient client, Consumer<SdkEciClient> call) {
        return catchThrowableOfType(EciException.class, () -> call.accept(client));
    }

    private SdkEciClient client(ScriptedServer eci) {
        return client(eci, credentials());
    }

    private SdkEciClient client(ScriptedServer eci, Credentials credentials) {
        return client(EciEndpoint.of("cn-hangzhou", eci.endpoint()), credentials, EciTimeouts.DEFAULT);
    }

    private SdkEciClient client(EciEndpoint endpoint) {
        return client(endpoint, credentials(), EciTimeouts.DEFAULT);
    }

    private SdkEciClient client(EciEndpoint endpoint, Credentials credentials, EciTimeouts timeouts) {
        Backoff backoff = new Backoff(5, Duration.ofMillis(300), Duration.ofSeconds(8), new Random(1));
        return new SdkEciClient(
                endpoint,
                CredentialsProvider.fixed(credentials),
                EciClientOptions.DEFAULT.withTimeouts(timeouts).withRateLimits(RateLimits.NONE),
                backoff,
                clock,
                clock);
    }

    private static Credentials credentials() {
        return Credentials.of("testid", SECRET);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String page(String nextToken, String... ids) {
        String groups = String.join(
                ",",
                List.of(ids).stream()
                        .map(id -> "{\"ContainerGroupId\":\"%s\",\"ContainerGroupName\":\"web\",\"Status\":\"Running\"}"
                                .formatted(id))
                        .toList());
        return "{\"RequestId\":\"R-1\",\"NextToken\":\"%s\",\"ContainerGroups\":[%s]}".formatted(nextToken, groups);
    }

    private static CreateContainerGroupRequest request() {
        return CreateContainerGroupRequest.builder("web", "uid-1")
                .vSwitchIds(List.of("vsw-1", "vsw-2"))
                .securityGroupId("sg-1")
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .environment(List.of(new EnvironmentVariable.Literal("PASSWORD", "p&=+ ~*世")))
                        .build()))
                .build();
    }
}
