package io.vnode.provider.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AdmissionHandlerTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final AdmissionHandler handler =
            new AdmissionHandler(namespace -> namespace.equals("opted-in") ? Map.of("eci", "true") : Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"admission.k8s.io/v1", "admission.k8s.io/v1beta1"})
    void answersInTheVersionOfTheReview(String version) {
        JsonNode answer = review(version, "plain", "{\"metadata\":{\"name\":\"a\"},\"spec\":{}}");

        assertThat(answer.path("apiVersion").asString()).isEqualTo(version);
        assertThat(answer.path("kind").asString()).isEqualTo("AdmissionReview");
        assertThat(answer.path("response").path("uid").asString()).isEqualTo("review-1");
        assertThat(answer.path("response").path("allowed").asBoolean()).isTrue();
    }

    @Test
    void sendsNoPatchForAPodThatDidNotAsk() {
        JsonNode answer = review("admission.k8s.io/v1", "plain", "{\"metadata\":{\"name\":\"a\"},\"spec\":{}}");

        assertThat(answer.path("response").has("patch")).isFalse();
    }

    @Test
    void addsAffinityAndTolerationToAPodThatHasNeither() {
        JsonNode patch = patchOf("{\"metadata\":{\"labels\":{\"eci\":\"true\"}},\"spec\":{\"containers\":[]}}");

        assertThat(patch).isEqualTo(JSON.readTree("""
                [{"op":"add","path":"/spec/affinity","value":{"nodeAffinity":
                   {"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":
                     [{"key":"type","operator":"In","values":["virtual-kubelet"]}]}]}}}},
                 {"op":"add","path":"/spec/tolerations",
                  "value":[{"key":"virtual-kubelet.io/provider","operator":"Exists"}]}]
                """));
    }

    @Test
    void addsToWhatThePodHasAlready() {
        JsonNode patch = patchOf("""
                {"metadata":{"labels":{"eci":"true"}},"spec":{"affinity":{"nodeAffinity":
                  {"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[
                     {"matchFields":[{"key":"metadata.name","operator":"In","values":["a"]}]},
                     {"matchExpressions":[{"key":"zone","operator":"In","values":["a"]}]}]}}},
                 "tolerations":[{"key":"other","operator":"Exists"}]}}
                """);

        assertThat(patch)
                .extracting(operation -> operation.path("path").asString())
                .containsExactly(
                        "/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/0/matchExpressions",
                        "/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms/1/matchExpressions/-",
                        "/spec/tolerations/-");
    }

    @Test
    void keepsOtherAffinityWhenItAddsItsOwn() {
        JsonNode patch =
                patchOf("{\"metadata\":{\"labels\":{\"eci\":\"true\"}},\"spec\":{\"affinity\":{\"podAffinity\":{}},"
                        + "\"tolerations\":[{\"operator\":\"Exists\"}]}}");

        assertThat(patch)
                .extracting(operation -> operation.path("path").asString())
                .containsExactly("/spec/affinity/nodeAffinity");
    }

    @Test
    void changesNothingTheSecondTime() {
        JsonNode answer = review("admission.k8s.io/v1", "opted-in", """
                {"metadata":{},"spec":{"affinity":{"nodeAffinity":
                  {"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":
                     [{"key":"type","operator":"In","values":["virtual-kubelet"]}]}]}}},
                 "tolerations":[{"key":"virtual-kubelet.io/provider","operator":"Exists"}]}}
                """);

        assertThat(answer.path("response").has("patch")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}",
                "{\"apiVersion\":\"admission.k8s.io/v2\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"1\"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\"}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"1\","
                        + "\"kind\":{\"kind\":\"Pod\"},\"operation\":\"CREATE\",\"object\":{\"spec\":7}}}"
            })
    void refusesABodyThatIsNoReviewOfAPod(String body) {
        assertThat(status(body)).isEqualTo(400);
    }

    @Test
    void letsEverythingPassThatIsNoPod() {
        String body = "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"1\","
                + "\"kind\":{\"group\":\"apps\",\"kind\":\"Deployment\"},\"operation\":\"CREATE\",\"object\":{}}}";

        assertThat(answer(body).path("response").path("allowed").asBoolean()).isTrue();
    }

    private JsonNode patchOf(String pod) {
        JsonNode response = review("admission.k8s.io/v1", "plain", pod).path("response");
        assertThat(response.path("patchType").asString()).isEqualTo("JSONPatch");
        return JSON.readTree(Base64.getDecoder().decode(response.path("patch").asString()));
    }

    private JsonNode review(String version, String namespace, String pod) {
        return answer("""
                {"apiVersion":"%s","kind":"AdmissionReview","request":{"uid":"review-1","namespace":"%s",
                 "kind":{"group":"","version":"v1","kind":"Pod"},"operation":"CREATE","object":%s}}
                """.formatted(version, namespace, pod));
    }

    private JsonNode answer(String body) {
        assertThat(handler.handle(request(body)))
                .isInstanceOfSatisfying(HttpReply.Whole.class, reply -> assertThat(reply.status())
                        .isEqualTo(200));
        return JSON.readTree(((HttpReply.Whole) handler.handle(request(body))).body());
    }

    private int status(String body) {
        return ((HttpReply.Whole) handler.handle(request(body))).status();
    }

    private static HttpRequest request(String body) {
        return new HttpRequest(
                "POST",
                "/mutate",
                Map.of(),
                "application/json",
                body.getBytes(StandardCharsets.UTF_8),
                List.of(),
                null);
    }
}
