package io.vnode.eci.sts;

import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciException;
import io.vnode.eci.Product;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.ProductCalls;
import java.util.Map;

/**
 * What vnode asks of STS. Every method throws {@link EciException} when there is no good answer. Assuming roles is a matter of
 * {@code io.vnode.eci.credentials}.
 */
public final class StsClient implements AutoCloseable {

    private final ProductCalls calls;

    private StsClient(ProductCalls calls) {
        this.calls = calls;
    }

    /** A client; nothing is sent yet. */
    public static StsClient create(EciEndpoint endpoint, CredentialsProvider credentials, EciClientOptions options) {
        return new StsClient(ProductCalls.open(Product.STS, endpoint, credentials, options));
    }

    /** Who the access key belongs to. Every valid key may ask, so it is a check of the key. */
    public CallerIdentity getCallerIdentity() {
        return calls.read("GetCallerIdentity", Map.of(), CallerIdentity::read);
    }

    @Override
    public void close() {
        calls.close();
    }
}
