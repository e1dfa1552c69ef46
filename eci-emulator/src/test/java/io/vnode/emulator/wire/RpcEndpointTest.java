package io.vnode.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.fault.CloudFaults;
import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.fault.FaultRule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RpcEndpointTest {

    private static final AccessKey KEY = new AccessKey("testid", "testsecret");

    private final ListThings action = new ListThings();
    private final FaultPlan faults = new FaultPlan();
    private final CallLog log = new CallLog();
    private final RpcEndpoint endpoint = new RpcEndpoint(
            "eci",
            ActionCatalogue.of("2018-08-08", List.of(action)),
            new RpcServices(
                    new Authenticator(List.of(KEY), Clock.systemUTC()),
                    Guard.NONE,
                    faults,
                    CloudFaults.NONE,
                    log,
                    Clock.systemUTC()));

    @Test
    void answersWithCapitalFieldNamesAndEscapedMarkup() {
        HttpReply.Json reply = json(call().with("Name", "<a&b>"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply))
                .contains("\"Things\":[\"\\u003Ca\\u0026b\\u003E\"]")
                .contains("\"TotalCount\":1")
                .contains("\"RequestId\":\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Version, 2014-05-26, 400, InvalidVersion",
        "Action, ListThing, 404, InvalidAction.NotFound",
        "Format, XML, 400, InvalidParameter",
        "name, x, 400, InvalidParameter",
    })
    void refusesWhatItDoesNotServe(String name, String value, int status, String code) {
        HttpReply.Json reply = json(call().with(name, value));

        assertThat(reply.status()).isEqualTo(status);
        assertThat(tree(reply).path("Code").stringValue()).isEqualTo(code);
        assertThat(tree(reply).path("RequestId").stringValue()).isNotBlank();
        assertThat(tree(reply).path("Message").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action", "Version", "Format", "Name"})
    void namesWhatIsMissing(String name) {
        JsonNode error = tree(json(call().without(name)));

        assertThat(error.path("Code").stringValue()).isEqualTo("MissingParameter");
        assertThat(error.path("Message").stringValue()).contains("\"%s\"".formatted(name));
    }

    @Test
    void recordsCallsWithTheirOutcomeAndWithoutSecrets() {
        json(call().with("Password", "open sesame"));
        json(call().without("Name"));

        List<RecordedCall> calls = log.of("ListThings");

        assertThat(calls).extracting(RecordedCall::httpStatus).containsExactly(200, 400);
        assertThat(calls.get(1).errorCode()).isEqualTo("MissingParameter");
        assertThat(calls.getFirst().errorCode()).isNull();
        assertThat(calls.getFirst().parameters())
                .containsEntry("Name", "x")
                .containsEntry("Password", "***")
                .containsEntry("Signature", "***");
        assertThat(calls.getFirst().toString()).doesNotContain("sesame").contains("Password");
        assertThat(log.count("ListThings")).isEqualTo(2);
    }

    @Test
    void recordsNoValuesOfACallItDoesNotKnow() {
        json(call().with("Action", "Other").with("Password", "open sesame"));

        assertThat(log.all().getFirst().parameters().values()).containsOnly("***");
    }

    @Test
    void refusesOnDemandWithoutDoingTheWork() {
        faults.next(1, "ListThings", Fault.throttled());

        HttpReply.Json first = json(call());
        HttpReply.Json second = json(call());

        assertThat(first.status()).isEqualTo(400);
        assertThat(tree(first).path("Code").stringValue()).isEqualTo("Throttling");
        assertThat(second.status()).isEqualTo(200);
        assertThat(action.answered).isEqualTo(1);
    }

    @Test
    void hangsUpBeforeTheWorkOnDemand() {
        faults.next(1, "ListThings", new Fault.CloseBeforeWork());

        assertThat(endpoint.answer(call().toCall())).isEqualTo(new HttpReply.Hangup());
        assertThat(action.answered).isZero();
        assertThat(log.all().getFirst().httpStatus()).isZero();
    }

    @Test
    void hangsUpAfterTheWorkOnDemand() {
        faults.next(1, "ListThings", new Fault.CloseAfterWork());

        assertThat(endpoint.answer(call().toCall())).isEqualTo(new HttpReply.Hangup());
        assertThat(action.answered).isEqualTo(1);
    }

    @Test
    void breaksOffTheJsonOnDemand() {
        faults.next(1, "ListThings", new Fault.TruncatedAnswer());

        String broken = text(json(call()));

        assertThat(broken).startsWith("{\"").doesNotEndWith("}");
    }

    @Test
    void listsNothingOnDemand() {
        faults.next(1, "ListThings", new Fault.EmptyList());

        JsonNode answer = tree(json(call()));

        assertThat(answer.path("Things").isEmpty()).isTrue();
        assertThat(answer.path("TotalCount").intValue()).isZero();
        assertThat(answer.path("NextToken").stringValue()).isEmpty();
        assertThat(answer.path("RequestId").stringValue()).isNotBlank();
    }

    @Test
    void answersLateOnDemand() {
        faults.next(1, "ListThings", new Fault.LateAnswer(Duration.ofSeconds(3)));

        HttpReply.Later late = (HttpReply.Later) endpoint.answer(call().toCall());

        assertThat(late.delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(action.answered).isEqualTo(1);
    }

    @Test
    void waitsWithTheWorkOnDemandAndRecordsTheCallWhenItComes() {
        faults.next(1, "ListThings", new Fault.HangBeforeWork(Duration.ofSeconds(3)));

        HttpReply.Later late = (HttpReply.Later) endpoint.answer(call().toCall());

        assertThat(action.answered).isZero();
        assertThat(log.all()).extracting(RecordedCall::httpStatus).containsExactly(0);
        assertThat(late.reply().get()).isInstanceOf(HttpReply.Json.class);
        assertThat(action.answered).isEqualTo(1);
        assertThat(log.all()).extracting(RecordedCall::httpStatus).containsExactly(200);
    }

    @Test
    void answersWithWhatIsNoJsonOnDemand() {
        faults.next(1, "ListThings", new Fault.HtmlAnswer());
        faults.next(1, "ListThings", new Fault.EmptyBody());
        faults.next(1, "ListThings", new Fault.WrongContentType("text/plain"));

        HttpReply.Content html = (HttpReply.Content) endpoint.answer(call().toCall());
        HttpReply.Content empty = (HttpReply.Content) endpoint.answer(call().toCall());
        HttpReply.Content plain = (HttpReply.Content) endpoint.answer(call().toCall());

        assertThat(html.contentType()).startsWith("text/html");
        assertThat(new String(html.body(), StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
        assertThat(empty.body()).isEmpty();
        assertThat(plain.contentType()).isEqualTo("text/plain");
        assertThat(JsonMapper.shared().readTree(plain.body()).has("Things")).isTrue();
        assertThat(action.answered).isEqualTo(3);
    }

    @Test
    void repeatsTheTokenThatItWasSentOnDemand() {
        faults.add(FaultRule.always("ListThings", new Fault.RepeatedToken()));

        assertThat(tree(json(call())).path("NextToken").stringValue()).isEqualTo("more");
        assertThat(tree(json(call().with("NextToken", "abc"))).path("NextToken").stringValue())
                .isEqualTo("abc");
    }

    @Test
    void nestsListsDeeplyInAnAnswerThatIsRightOtherwiseOnDemand() {
        faults.next(1, "ListThings", new Fault.DeepNesting(3));

        JsonNode answer = tree(json(call()));

        assertThat(answer.path("Nested").toString()).isEqualTo("[[[]]]");
        assertThat(answer.path("Things").size()).isEqualTo(1);
    }

    @Test
    void startsAnEndlessAnswerLikeARightOneOnDemand() {
        faults.next(1, "ListThings", new Fault.EndlessBody(1000));

        HttpReply.Endless endless = (HttpReply.Endless) endpoint.answer(call().toCall());

        assertThat(new String(endless.start(), StandardCharsets.UTF_8))
                .contains("\"Things\":[\"x\"]")
                .endsWith(",\"Padding\":\"");
        assertThat(endless.length()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"PT14M, ''", "PT16M, InvalidTimeStamp.Expired", "PT-16M, InvalidTimeStamp.Expired"})
    void looksAtTimeStampsWithAClockThatGoesWrongOnDemand(Duration ahead, String code) {
        faults.next(1, "ListThings", new Fault.ClockSkew(ahead));

        assertThat(tree(json(call())).path("Code").asString("")).isEqualTo(code);
    }

    @Test
    void tellsInTheLogWhichFaultACallMet() {
        faults.next(1, "ListThings", new Fault.CloseAfterWork());

        endpoint.answer(call().toCall());
        endpoint.answer(call().toCall());

        assertThat(log.all()).extracting(RecordedCall::fault).containsExactly("CloseAfterWork", null);
    }

    @Test
    void doesNotWasteFaultsOnCallsThatAreRefusedAnyway() {
        faults.next(1, "ListThings", Fault.throttled());

        json(call().without("Name"));

        assertThat(tree(json(call())).path("Code").stringValue()).isEqualTo("Throttling");
    }

    private static SignedRequest call() {
        return new SignedRequest(KEY, "ListThings").with("Name", "x");
    }

    private HttpReply.Json json(SignedRequest call) {
        return (HttpReply.Json) endpoint.answer(call.toCall());
    }

    private static String text(HttpReply.Json reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode tree(HttpReply.Json reply) {
        return JsonMapper.shared().readTree(reply.body());
    }

    private static final class ListThings implements Action {

        private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
                .required("Name", ParameterType.text())
                .optional("NextToken", ParameterType.text())
                .secret("Password", ParameterType.text())
                .build();

        private int answered;

        @Override
        public String name() {
            return "ListThings";
        }

        @Override
        public ParameterSchema parameters() {
            return PARAMETERS;
        }

        @Override
        public Object answer(ActionCall call) {
            answered++;
            return new Answer(
                    call.requestId(), "more", 1, List.of(call.parameters().text("Name")));
        }

        private record Answer(String requestId, String nextToken, int totalCount, List<String> things) {}
    }
}
