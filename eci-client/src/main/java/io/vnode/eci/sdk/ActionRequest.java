package io.vnode.eci.sdk;

import com.aliyuncs.AcsResponse;
import com.aliyuncs.RpcAcsRequest;

/** A request of ECI by the name of its action, for actions that the SDK has no class for, or not the right one. */
final class ActionRequest extends RpcAcsRequest<AcsResponse> {

    ActionRequest(String action) {
        super("Eci", "2018-08-08", action);
    }

    ParameterWriter parameters() {
        return ParameterWriter.to(this);
    }

    @Override
    public Class<AcsResponse> getResponseClass() {
        return AcsResponse.class;
    }
}
