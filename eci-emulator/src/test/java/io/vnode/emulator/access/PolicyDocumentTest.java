package io.vnode.emulator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.emulator.access.PolicyDocument.Opinion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyDocumentTest {

    private static final String GROUP = "acs:eci:cn-hangzhou:1:containergroup/eci-1";
    private static final Circumstances NONE = new Circumstances(Map.of());

    @ParameterizedTest
    @CsvSource({
        "eci:*, eci:CreateContainerGroup, ALLOWS",
        "eci:Describe*, eci:DescribeRegions, ALLOWS",
        "eci:describeregions, eci:DescribeRegions, ALLOWS",
        "eci:Describe*, eci:CreateContainerGroup, SAYS_NOTHING",
        "*, ram:GetUser, ALLOWS",
        "ram:*, eci:DescribeRegions, SAYS_NOTHING",
    })
    void allowsActionsByWildcard(String allowed, String action, Opinion opinion) {
        PolicyDocument policy = PolicyDocument.parse(statement("Allow", allowed, "*"));

        assertThat(policy.about(action, GROUP, NONE)).isEqualTo(opinion);
    }

    @Test
    void deniesWhateverElseAllows() {
        PolicyDocument policy = PolicyDocument.parse("""
                {"Version": "1", "Statement": [
                  {"Effect": "Deny", "Action": "eci:DeleteContainerGroup", "Resource": "*"},
                  {"Effect": "Allow", "Action": ["eci:*"], "Resource": ["*"]}]}
                """);

        assertThat(policy.about("eci:DeleteContainerGroup", GROUP, NONE)).isEqualTo(Opinion.DENIES);
        assertThat(policy.about("eci:CreateContainerGroup", GROUP, NONE)).isEqualTo(Opinion.ALLOWS);
    }

    @ParameterizedTest
    @CsvSource({
        "acs:eci:*:*:containergroup/*, ALLOWS",
        "acs:eci:cn-hangzhou:1:containergroup/eci-1, ALLOWS",
        "acs:eci:cn-hangzhou:1:containergroup/eci-2, SAYS_NOTHING",
        "acs:eci:cn-beijing:*:containergroup/*, SAYS_NOTHING",
        "acs:eci:*:*:imagecache/*, SAYS_NOTHING",
    })
    void isAboutResourcesByWildcard(String resource, Opinion opinion) {
        PolicyDocument policy = PolicyDocument.parse(statement("Allow", "eci:*", resource));

        assertThat(policy.about("eci:DeleteContainerGroup", GROUP, NONE)).isEqualTo(opinion);
    }

    @Test
    void allowsTheOtherActionsWithNotAction() {
        PolicyDocument policy = PolicyDocument.parse("""
                {"Version": "1", "Statement": {"Effect": "Allow", "NotAction": "ram:*", "Resource": "*"}}""");

        assertThat(policy.about("eci:DescribeRegions", GROUP, NONE)).isEqualTo(Opinion.ALLOWS);
        assertThat(policy.about("ram:GetUser", GROUP, NONE)).isEqualTo(Opinion.SAYS_NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"StringEquals\": {\"eci:tag/env\": \"test\"}} | ALLOWS",
                "{\"StringEquals\": {\"eci:tag/env\": [\"prod\", \"test\"]}} | ALLOWS",
                "{\"StringEquals\": {\"eci:tag/env\": \"prod\"}} | SAYS_NOTHING",
                "{\"StringEquals\": {\"eci:tag/team\": \"a\"}} | SAYS_NOTHING",
                "{\"StringNotEquals\": {\"eci:tag/env\": \"prod\"}} | ALLOWS",
                "{\"StringLike\": {\"eci:tag/env\": \"t*\"}} | ALLOWS",
                "{\"StringEqualsIgnoreCase\": {\"eci:tag/env\": \"TEST\"}} | ALLOWS",
                "{\"IpAddress\": {\"acs:SourceIp\": \"10.0.0.0/8\"}} | ALLOWS",
                "{\"IpAddress\": {\"acs:SourceIp\": \"10.2.0.0/16\"}} | SAYS_NOTHING",
                "{\"NotIpAddress\": {\"acs:SourceIp\": \"10.2.0.0/16\"}} | ALLOWS",
                "{\"Bool\": {\"acs:SecureTransport\": \"true\"}} | SAYS_NOTHING",
                "{\"Bool\": {\"acs:SecureTransport\": false}} | ALLOWS",
                "{\"DateLessThan\": {\"acs:CurrentTime\": \"2030-01-01T00:00:00Z\"}} | ALLOWS",
                "{\"DateGreaterThan\": {\"acs:CurrentTime\": \"2030-01-01T00:00:00Z\"}} | SAYS_NOTHING",
                "{\"StringEquals\": {\"eci:tag/env\": \"test\"}, \"Bool\": {\"acs:SecureTransport\": \"true\"}} | SAYS_NOTHING",
            })
    void looksAtConditions(String condition, Opinion opinion) {
        PolicyDocument policy = PolicyDocument.parse("""
                {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": %s}]}""".formatted(condition));
        Circumstances circumstances = new Circumstances(Map.of(
                "eci:tag/env", List.of("test"),
                "acs:SourceIp", List.of("10.1.2.3"),
                "acs:SecureTransport", List.of("false"),
                "acs:CurrentTime", List.of("2026-01-02T03:04:05Z")));

        assertThat(policy.about("eci:DescribeRegions", GROUP, circumstances)).isEqualTo(opinion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | is not JSON",
                "[] | the policy must be an object",
                "{\"Version\": \"2\", \"Statement\": []} | Version must be \"1\"",
                "{\"Version\": \"1\"} | Statement is missing",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"}]} | Effect must be",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Resource\": \"*\"}]} | either Action or NotAction",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\"}]} | either Resource or NotResource",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"Describe\", \"Resource\": \"*\"}]} | the action 'Describe'",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Principal\": 1}]} | [Principal]",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"NumericEquals\": {\"acs:SourceIp\": \"1\"}}}]} | NumericEquals",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"StringEquals\": {\"acs:MFAPresent\": \"1\"}}}]} | acs:MFAPresent",
                "{\"Version\": \"1\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"IpAddress\": {\"acs:SourceIp\": \"10.0.0.0/33\"}}}]} | '10.0.0.0/33'",
            })
    void saysWhatItDoesNotUnderstand(String document, String message) {
        assertThatThrownBy(() -> PolicyDocument.parse(document))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(message);
    }

    private static String statement(String effect, String action, String resource) {
        return "{\"Version\":\"1\",\"Statement\":[{\"Effect\":\"%s\",\"Action\":\"%s\",\"Resource\":\"%s\"}]}"
                .formatted(effect, action, resource);
    }
}
