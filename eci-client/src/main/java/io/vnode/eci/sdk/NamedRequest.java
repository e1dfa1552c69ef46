package io.vnode.eci.sdk;

import com.aliyuncs.AcsResponse;
import com.aliyuncs.RpcAcsRequest;
import io.vnode.eci.Product;
import java.util.Map;

/** A call for which the SDK has no class of its own: an action and its parameters, by name. */
final class NamedRequest extends RpcAcsRequest<AcsResponse> {

    NamedRequest(Product product, String action, Map<String, ?> parameters) {
        super(product.code(), product.version(), action);
        parameters.forEach(this::putQueryParameter);
    }

    @Override
    public Class<AcsResponse> getResponseClass() {
        return AcsResponse.class; // never asked for: the answer is read by us
    }
}
