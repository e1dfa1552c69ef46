package io.vnode.cli.cloud;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.eci.EciException;
import java.util.List;

/** Turns what ECI says into what people are told. */
public final class CloudProblems {

    private CloudProblems() {}

    /** Translates a failed call. */
    public static ProblemException of(EciException e) {
        return new ProblemException(problem(e), e);
    }

    private static Problem problem(EciException e) {
        String evidence = String.valueOf(e.getMessage()).lines().findFirst().orElse(e.code());
        return switch (e.kind()) {
            case BAD_CREDENTIALS ->
                new Problem(
                        ProblemCode.CLOUD_CREDENTIALS_REFUSED,
                        "ECI does not accept the access key",
                        "%s: %s".formatted(e.action(), credentialsSentence(e)),
                        List.of("check the id and the secret, and give them again (vnode install --help says how)"));
            case NOT_PERMITTED ->
                new Problem(
                        ProblemCode.CLOUD_FORBIDDEN,
                        "the RAM user of the access key may not do this",
                        evidence,
                        List.of("attach the policy of templates/ram-policy.json to the RAM user, then run this again"));
            case NOT_FOUND ->
                new Problem(
                        ProblemCode.CLOUD_RESOURCE_UNKNOWN,
                        "ECI does not know something that the settings name",
                        evidence,
                        List.of("correct the vSwitches, the security group or the resource group"));
            case INVALID, CONFLICT -> rejected(evidence);
            case UNREACHABLE, RETRY_LATER, UNREADABLE, UNKNOWN ->
                new Problem(
                        ProblemCode.CLOUD_UNREACHABLE,
                        "ECI gives no usable answer",
                        evidence,
                        List.of("check region, endpoint and network, then run this again"));
        };
    }

    /** What ECI says when it will never take a request as it stands. */
    public static Problem rejected(String evidence) {
        return new Problem(
                ProblemCode.CLOUD_REJECTED,
                "ECI would refuse the pods of this installation",
                evidence,
                List.of("correct the settings that it names, then run this again"));
    }

    /** SignatureDoesNotMatch comes with the whole string to sign, which is for nobody at a terminal. */
    private static String credentialsSentence(EciException e) {
        return "%s%s".formatted(e.code(), e.requestId().isEmpty() ? "" : " (request " + e.requestId() + ")");
    }
}
