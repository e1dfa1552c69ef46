package io.vnode.eci.credentials;

import io.vnode.eci.credentials.StsExchange.NotAcceptedException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A RAM role assumed with the access key of somebody else.
 *
 * @param sts where to ask
 * @param identity whose access key signs the request
 * @param roleArn the role
 * @param sessionName what the cloud's audit records call this process
 * @param externalId a word agreed with the owner of a role in another account
 */
record AssumedRole(
        StsExchange sts,
        CredentialsProvider identity,
        String roleArn,
        String sessionName,
        @Nullable String externalId) implements CredentialsSource {

    @Override
    public Credentials fetch() {
        Credentials signer = identity.credentials();
        try {
            return assume(signer);
        } catch (NotAcceptedException refused) {
            Credentials other = identity.refreshed(signer);
            if (other.sameKeyAs(signer)) {
                throw notAccepted(refused);
            }
            try {
                return assume(other);
            } catch (NotAcceptedException again) {
                throw notAccepted(again);
            }
        }
    }

    private Credentials assume(Credentials signer) {
        Map<String, String> parameters =
                new HashMap<>(Map.of("RoleArn", roleArn, "RoleSessionName", sessionName, "DurationSeconds", "3600"));
        if (externalId != null) {
            parameters.put("ExternalId", externalId);
        }
        return sts.call(toString(), "AssumeRole", parameters, signer);
    }

    private CredentialsException notAccepted(NotAcceptedException refused) {
        return CredentialsException.lasting(
                toString(),
                "STS says %s of the key from: %s".formatted(refused.getMessage(), identity),
                "give it a key that is in force");
    }

    @Override
    public String toString() {
        return "assumed role " + roleArn;
    }
}
