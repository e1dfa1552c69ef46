package io.vnode.provider.kubelet;

import java.security.GeneralSecurityException;
import java.security.cert.TrustAnchor;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is who in the cluster, and who may do what with this node. */
interface ClusterAccess {

    /** The authorities that sign client certificates; none means that no certificate is good. */
    Set<TrustAnchor> authorities() throws GeneralSecurityException;

    /** Whose token this is; null when it is nobody's. */
    @Nullable
    Caller ownerOf(String token);

    /** Whether a caller may get a subresource of this node, such as {@code proxy}. */
    boolean mayGet(Caller caller, String subresource);
}
