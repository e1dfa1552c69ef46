package io.vnode.eci.sdk;

import static io.vnode.eci.sdk.ScriptedServer.error;
import static io.vnode.eci.sdk.ScriptedServer.good;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.Product;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ScriptedServer.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductCallsTest {

    private static final Listing<String> THINGS = new Listing<>(
            "DescribeThings", "Things", "Thing", "TotalCount", 2, thing -> thing.text("Id"), thing -> thing);

    private final TestClock clock = new TestClock();

    @Test
    void nameTheirProductAndGoToItsPath() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(good("{\"Answer\":\"42\"}"));
                ProductCalls calls = calls(server, "/ram")) {
            String answer = calls.read("GetUser", Map.of("UserName", "a b*~"), fields -> fields.text("Answer"));

            assertThat(answer).isEqualTo("42");
            assertThat(server.calls()).singleElement().satisfies(call -> {
                assertThat(call.path()).isEqualTo("/ram/");
                assertThat(call.query()).containsEntry("Action", "GetUser").containsEntry("Version", "2015-05-01");
                assertThat(call.form()).containsEntry("UserName", "a b*~").containsEntry("RegionId", "cn-hangzhou");
            });
        }
    }

    @Test
    void areRepeatedWhenTheyOnlyRead() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(
                        new Reply.HangUp(), error(503, "ServiceUnavailable"), good("{\"Answer\":\"42\"}"));
                ProductCalls calls = calls(server, "")) {
            assertThat(calls.<String>read("GetUser", Map.of(), fields -> fields.text("Answer")))
                    .isEqualTo("42");
            assertThat(server.calls()).hasSize(3);
        }
    }

    static Stream<Reply> answersAfterWhichNobodyKnows() {
        return Stream.of(
                new Reply.HangUp(),
                new Reply.CutOff("{\"AccessKey\""),
                error(500, "InternalError"),
                good("not JSON"),
                good("{}"));
    }

    @ParameterizedTest
    @MethodSource("answersAfterWhichNobodyKnows")
    void areNotRepeatedWhenTheyChangeSomethingAndNobodyKnowsWhetherTheyDid(Reply reply) throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(reply, good("{\"Answer\":\"42\"}"));
                ProductCalls calls = calls(server, "")) {
            EciException failure = catchThrowableOfType(
                    EciException.class,
                    () -> calls.<String>change("CreateAccessKey", Map.of(), fields -> fields.text("Answer")));

            assertThat(failure.outcomeUnknown()).isTrue();
            assertThat(failure).hasMessageContaining("it may have been done all the same");
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void areRepeatedWhenTheyWereRefusedForNow() throws IOException {
        try (ScriptedServer server =
                        ScriptedServer.answering(error(400, "Throttling.User"), good("{\"Answer\":\"42\"}"));
                ProductCalls calls = calls(server, "")) {
            assertThat(calls.<String>change("CreateAccessKey", Map.of(), fields -> fields.text("Answer")))
                    .isEqualTo("42");
        }
    }

    @Test
    void sayForCertainThatARefusedChangeWasNotMade() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(error(403, "NoPermission"));
                ProductCalls calls = calls(server, "")) {
            EciException failure = catchThrowableOfType(
                    EciException.class,
                    () -> calls.<String>change("CreateAccessKey", Map.of(), fields -> fields.text("Answer")));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
            assertThat(failure.outcomeUnknown()).isFalse();
        }
    }

    @Test
    void listAllPages() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(page(5, "a", "b"), page(5, "c", "d"), page(5, "e"));
                ProductCalls calls = calls(server, "")) {
            List<String> things = calls.list(THINGS, Map.of("VpcId", "vpc-1"));

            assertThat(things).containsExactly("a", "b", "c", "d", "e");
            assertThat(server.calls())
                    .extracting(call -> call.form().get("PageNumber"))
                    .containsExactly("1", "2", "3");
            assertThat(server.calls()).allSatisfy(call -> assertThat(call.form())
                    .containsEntry("PageSize", "2")
                    .containsEntry("VpcId", "vpc-1"));
        }
    }

    @Test
    void listNothingWhereThereIsNothing() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(page(0));
                ProductCalls calls = calls(server, "")) {
            assertThat(calls.list(THINGS, Map.of())).isEmpty();
            assertThat(server.calls()).hasSize(1);
        }
    }

    @Test
    void listNothingRatherThanAPart() throws IOException {
        try (ScriptedServer server =
                        ScriptedServer.answering(page(5, "a", "b"), page(5, "c", "d"), error(403, "NoPermission"));
                ProductCalls calls = calls(server, "")) {
            EciException failure = catchThrowableOfType(EciException.class, () -> calls.list(THINGS, Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.NOT_PERMITTED);
        }
    }

    @Test
    void sayWhenThePagesDoNotMakeUpTheWhole() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(page(5, "a", "b"), page(5, "b", "c"), page(5));
                ProductCalls calls = calls(server, "")) {
            EciException failure = catchThrowableOfType(EciException.class, () -> calls.list(THINGS, Map.of()));

            assertThat(failure.kind()).isEqualTo(Kind.UNREADABLE);
            assertThat(failure.code()).isEqualTo("IncompleteListing");
        }
    }

    @Test
    void endAListingThatGivesTheSamePageForEver() throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(page(5, "a", "b"));
                ProductCalls calls = calls(server, "")) {
            EciException failure = catchThrowableOfType(EciException.class, () -> calls.list(THINGS, Map.of()));

            assertThat(failure.code()).isEqualTo("IncompleteListing");
            assertThat(server.calls()).hasSize(2);
        }
    }

    private static Reply page(int total, String... ids) {
        String things = IntStream.range(0, ids.length)
                .mapToObj(i -> "{\"Id\":\"" + ids[i] + "\"}")
                .collect(joining(","));
        return good("{\"TotalCount\":%d,\"Things\":{\"Thing\":[%s]}}".formatted(total, things));
    }

    private ProductCalls calls(ScriptedServer server, String path) {
        return new ProductCalls(
                Product.RAM,
                EciEndpoint.of("cn-hangzhou", server.endpoint() + path),
                CredentialsProvider.fixed(Credentials.of("testid", "testsecret")),
                EciClientOptions.DEFAULT,
                new Backoff(3, Duration.ofMillis(100), Duration.ofSeconds(1), new Random(1)),
                clock,
                clock);
    }
}
