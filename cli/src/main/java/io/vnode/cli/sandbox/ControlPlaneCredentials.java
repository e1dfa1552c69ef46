package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.machine.PrivateFiles;
import io.vnode.cli.sandbox.pki.CertificateAuthority;
import io.vnode.cli.sandbox.pki.Identity;
import io.vnode.cli.sandbox.pki.Pem;
import java.io.IOException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.util.List;

/**
 * Writes all certificates, keys and kubeconfigs of a control plane. The names of users and groups are those that the
 * default roles of Kubernetes are bound to.
 */
final class ControlPlaneCredentials {

    /** The user as whom the API server calls kubelets; see {@link ControlPlane}, which gives it the right to. */
    static final String KUBELET_CLIENT = "kube-apiserver-kubelet-client";

    private static final String LOOPBACK = "127.0.0.1";

    private final ControlPlaneSettings settings;
    private final ControlPlaneFiles files;
    private final CertificateAuthority cluster;
    private final CertificateAuthority etcd;
    private final CertificateAuthority frontProxy;

    private ControlPlaneCredentials(ControlPlaneSettings settings, Clock clock) {
        this.settings = settings;
        this.files = settings.files();
        this.cluster = CertificateAuthority.create("vnode-sandbox-ca", clock);
        this.etcd = CertificateAuthority.create("vnode-sandbox-etcd-ca", clock);
        this.frontProxy = CertificateAuthority.create("vnode-sandbox-front-proxy-ca", clock);
    }

    static void write(ControlPlaneSettings settings, Clock clock) throws IOException {
        new ControlPlaneCredentials(settings, clock).writeAll();
    }

    private void writeAll() throws IOException {
        PrivateFiles.createFolder(files.pki());
        authority("ca", cluster);
        authority("etcd-ca", etcd);
        authority("front-proxy-ca", frontProxy);
        identity("etcd", etcd.issuePeer("etcd", List.of("localhost", LOOPBACK)));
        identity("apiserver-etcd-client", etcd.issueClient("kube-apiserver-etcd-client", List.of()));
        identity("apiserver", cluster.issueServer("kube-apiserver", serverNames()));
        identity("apiserver-kubelet-client", cluster.issueClient(KUBELET_CLIENT, List.of()));
        identity("front-proxy-client", frontProxy.issueClient("front-proxy-client", List.of()));
        identity(
                "host-node",
                cluster.issueServer(
                        "system:node:" + settings.hostNode(),
                        List.of(settings.hostNode(), settings.advertisedAddress(), LOOPBACK)));
        serviceAccountKeys();

        PrivateFiles.write(
                files.kubeconfig(), kubeconfig(cluster.issueClient("vnode-sandbox-admin", List.of("system:masters"))));
        user("controller-manager", "system:kube-controller-manager", List.of());
        user("scheduler", "system:kube-scheduler", List.of());
        user("host-node", "system:node:" + settings.hostNode(), List.of("system:nodes"));
    }

    /** What clients call it; the last ones are those of the Service {@code kubernetes}. */
    private List<String> serverNames() {
        return List.of(
                "localhost",
                LOOPBACK,
                settings.advertisedAddress(),
                ControlPlaneCommands.FIRST_SERVICE_ADDRESS,
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local");
    }

    private void authority(String name, CertificateAuthority authority) throws IOException {
        identity(name, authority.identity());
    }

    private void identity(String name, Identity identity) throws IOException {
        PrivateFiles.write(files.pki(name + ".crt"), identity.certificatePem());
        PrivateFiles.write(files.pki(name + ".key"), identity.keyPem());
    }

    private void serviceAccountKeys() throws IOException {
        KeyPair keys = CertificateAuthority.newKeys();
        PrivateFiles.write(files.pki("service-account.key"), Pem.of((ECPrivateKey) keys.getPrivate()));
        PrivateFiles.write(files.pki("service-account.pub"), Pem.of(keys.getPublic()));
    }

    private void user(String file, String name, List<String> groups) throws IOException {
        PrivateFiles.write(files.kubeconfig(file), kubeconfig(cluster.issueClient(name, groups)));
    }

    private String kubeconfig(Identity identity) {
        return Kubeconfig.of(
                settings.context(), settings.url(), cluster.identity().certificatePem(), identity);
    }
}
