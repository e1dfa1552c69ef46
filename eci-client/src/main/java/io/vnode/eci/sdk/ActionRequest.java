package io.vnode.eci.sdk;

import com.aliyuncs.AcsResponse;
import com.aliyuncs.RpcAcsRequest;
import io.vnode.eci.Product;

/** A request by the name of its action, for actions that the SDK has no class for, or not the right one. */
final class ActionRequest extends RpcAcsRequest<AcsResponse> {

    ActionRequest(String action) {
        this(Product.ECI, action);
    }

    ActionRequest(Product product, String action) {
        super(product.code(), product.version(), action);
    }

    ParameterWriter parameters() {
        return ParameterWriter.to(this);
    }

    @Override
    public Class<AcsResponse> getResponseClass() {
        return AcsResponse.class;
    }
}
