package io.vnode.provider.kubelet;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorResult;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who calls, as a client certificate says it: the common name is the user, the organisations are the groups.
 *
 * @param user the user
 * @param groups the user's groups
 */
record Caller(String user, Set<String> groups) {

    private static final Logger LOGGER = LoggerFactory.getLogger(Caller.class);
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

    /** Who presented this chain; null when nobody did, or when none of the authorities signed it for a client. */
    static @Nullable Caller authenticated(List<X509Certificate> chain, Set<TrustAnchor> authorities, Instant now) {
        if (chain.isEmpty() || authorities.isEmpty()) {
            return null;
        }
        try {
            X509Certificate own = chain.getFirst();
            List<String> usages = own.getExtendedKeyUsage();
            if (usages == null || !usages.contains(CLIENT_AUTHENTICATION)) {
                return null;
            }
            PKIXParameters parameters = new PKIXParameters(authorities);
            parameters.setRevocationEnabled(false); // Kubernetes has no revocation lists
            parameters.setDate(Date.from(now));
            CertPathValidatorResult unused = CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            return named(own);
        } catch (GeneralSecurityException | InvalidNameException e) {
            LOGGER.atDebug().addKeyValue("error", e.getMessage()).log("a client certificate was not accepted");
            return null;
        }
    }

    private static @Nullable Caller named(X509Certificate certificate) throws InvalidNameException {
        List<Rdn> names = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
        Set<String> groups = values(names, "O");
        return values(names, "CN").stream()
                .findFirst()
                .map(user -> new Caller(user, groups))
                .orElse(null);
    }

    private static Set<String> values(List<Rdn> names, String type) {
        return names.stream()
                .filter(name -> name.getType().equalsIgnoreCase(type))
                .map(name -> String.valueOf(name.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
