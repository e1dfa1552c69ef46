package io.vnode.eci.sdk;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.AlibabaCloudCredentialsProvider;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;

/** Hands the SDK the access key of the moment, each time it signs. */
record SdkCredentials(CredentialsProvider provider) implements AlibabaCloudCredentialsProvider {

    @Override
    public AlibabaCloudCredentials getCredentials() {
        return toSdk(provider.credentials());
    }

    static AlibabaCloudCredentials toSdk(Credentials credentials) {
        String token = credentials.securityToken();
        return token == null
                ? new BasicCredentials(credentials.accessKeyId(), credentials.accessKeySecret())
                : new BasicSessionCredentials(credentials.accessKeyId(), credentials.accessKeySecret(), token);
    }
}
