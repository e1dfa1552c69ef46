package io.vnode.provider.profile;

import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointSubset;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.settings.KubeProxy;
import io.vnode.addon.settings.ServiceSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Asks the API server for what a kube-proxy needs: a token of its own service account, which may do nothing but look at
 * services, the address under which container groups see the API server, and who signed its certificate.
 */
final class KubeProxySource implements KubeProxyIdentity.Source {

    /** A kube-proxy cannot be given a new token, so it is given the longest that the API server grants. */
    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

    private final KubernetesClient kubernetes;
    private final String image;
    private final String versionSetting;
    private final String serverSetting;

    KubeProxySource(KubernetesClient kubernetes, Map<String, String> environment) {
        this.kubernetes = kubernetes;
        this.image = ServiceSettings.KUBE_PROXY_IMAGE.read(environment);
        this.versionSetting = ServiceSettings.KUBE_PROXY_VERSION.read(environment);
        this.serverSetting = ServiceSettings.KUBE_PROXY_API_SERVER.read(environment);
    }

    @Override
    public KubeProxyIdentity.Grant ask() {
        try {
            String server = serverSetting.isEmpty() ? endpoint() : serverSetting;
            TokenRequest token = token();
            return new KubeProxyIdentity.Grant(
                    new KubeProxy.Access.Ready(
                            image,
                            versionSetting.isEmpty() ? version() : versionSetting,
                            server,
                            caCertificate(),
                            token.getStatus().getToken()),
                    Instant.parse(token.getStatus().getExpirationTimestamp()));
        } catch (KubernetesClientException e) {
            return unavailable(
                    e.getCode() == HttpURLConnection.HTTP_NOT_FOUND
                            ? "ServiceAccount %s/%s does not exist"
                                    .formatted(AddonObjects.NAMESPACE, AddonObjects.KUBE_PROXY_SERVICE_ACCOUNT)
                            : "the API server answered %d".formatted(e.getCode()));
        } catch (IOException | IllegalStateException e) {
            return unavailable(
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
        }
    }

    private static KubeProxyIdentity.Grant unavailable(String why) {
        return new KubeProxyIdentity.Grant(new KubeProxy.Access.Unavailable(why), null);
    }

    private TokenRequest token() {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(LONGEST_LIFE)
                .endSpec()
                .build();
        return kubernetes
                .serviceAccounts()
                .inNamespace(AddonObjects.NAMESPACE)
                .withName(AddonObjects.KUBE_PROXY_SERVICE_ACCOUNT)
                .tokenRequest(request);
    }

    /** The cluster IP of the API server is no use to who is to make cluster IPs work. */
    private String endpoint() {
        Endpoints endpoints = kubernetes
                .endpoints()
                .inNamespace("default")
                .withName("kubernetes")
                .get();
        Stream<EndpointSubset> subsets = endpoints == null ? Stream.empty() : endpoints.getSubsets().stream();
        return subsets.flatMap(KubeProxySource::urls)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Service default/kubernetes has no endpoint; set "
                        + ServiceSettings.KUBE_PROXY_API_SERVER.variable()));
    }

    private static Stream<String> urls(EndpointSubset subset) {
        int port = subset.getPorts().stream()
                .filter(one -> one.getName() == null || one.getName().equals("https"))
                .map(EndpointPort::getPort)
                .findFirst()
                .orElse(443);
        return subset.getAddresses().stream()
                .map(EndpointAddress::getIp)
                .map(ip -> ip.contains(":") ? "[" + ip + "]" : ip)
                .map(ip -> "https://%s:%d".formatted(ip, port));
    }

    private String version() {
        return kubernetes.getKubernetesVersion().getGitVersion().replaceFirst("[-+].*$", "");
    }

    private String caCertificate() throws IOException {
        Config config = kubernetes.getConfiguration();
        @Nullable String data = config.getCaCertData();
        if (data != null && !data.isBlank()) {
            return data.contains("BEGIN CERTIFICATE")
                    ? data
                    : new String(Base64.getMimeDecoder().decode(data), StandardCharsets.US_ASCII);
        }
        @Nullable String file = config.getCaCertFile();
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("nobody says who signed the certificate of the API server");
        }
        return Files.readString(Path.of(file));
    }
}
