package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.process.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How the programs of a control plane are called. */
record ControlPlaneCommands(ControlPlaneSettings settings) {

    static final String ETCD = "etcd";
    static final String API_SERVER = "kube-apiserver";
    static final String CONTROLLER_MANAGER = "kube-controller-manager";
    static final String SCHEDULER = "kube-scheduler";

    /** The address of the Service {@code kubernetes}. */
    static final String FIRST_SERVICE_ADDRESS = "10.96.0.1";

    private static final String SERVICE_ADDRESSES = "10.96.0.0/16";

    Program etcd() {
        String client = "https://127.0.0.1:" + settings.ports().etcdClient();
        String peer = "https://127.0.0.1:" + settings.ports().etcdPeer();
        return program(
                ETCD,
                "--name=sandbox",
                "--data-dir=" + settings.files().data().resolve("etcd"),
                // A sandbox is thrown away, and slow disks would make it slow.
                "--unsafe-no-fsync",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=sandbox=" + peer,
                "--client-cert-auth",
                "--trusted-ca-file=" + pki("etcd-ca.crt"),
                "--cert-file=" + pki("etcd.crt"),
                "--key-file=" + pki("etcd.key"),
                "--peer-client-cert-auth",
                "--peer-trusted-ca-file=" + pki("etcd-ca.crt"),
                "--peer-cert-file=" + pki("etcd.crt"),
                "--peer-key-file=" + pki("etcd.key"),
                "--log-level=warn");
    }

    Program apiServer() {
        return program(
                API_SERVER,
                "--bind-address=127.0.0.1",
                "--secure-port=" + settings.ports().api(),
                "--advertise-address=" + settings.advertisedAddress(),
                "--etcd-servers=https://127.0.0.1:" + settings.ports().etcdClient(),
                "--etcd-cafile=" + pki("etcd-ca.crt"),
                "--etcd-certfile=" + pki("apiserver-etcd-client.crt"),
                "--etcd-keyfile=" + pki("apiserver-etcd-client.key"),
                "--tls-cert-file=" + pki("apiserver.crt"),
                "--tls-private-key-file=" + pki("apiserver.key"),
                "--client-ca-file=" + pki("ca.crt"),
                // The virtual nodes make their own serving certificates, so kubelets are called without a CA, as in
                // most clusters.
                "--kubelet-client-certificate=" + pki("apiserver-kubelet-client.crt"),
                "--kubelet-client-key=" + pki("apiserver-kubelet-client.key"),
                "--kubelet-preferred-address-types=InternalIP",
                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                "--service-account-signing-key-file=" + pki("service-account.key"),
                "--service-account-key-file=" + pki("service-account.pub"),
                "--service-cluster-ip-range=" + SERVICE_ADDRESSES,
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                // Without a kube-proxy nobody answers on the addresses of Services; so webhooks are called at their
                // endpoints.
                "--enable-aggregator-routing=true",
                "--requestheader-client-ca-file=" + pki("front-proxy-ca.crt"),
                "--requestheader-allowed-names=front-proxy-client",
                "--requestheader-extra-headers-prefix=X-Remote-Extra-",
                "--requestheader-group-headers=X-Remote-Group",
                "--requestheader-username-headers=X-Remote-User",
                "--proxy-client-cert-file=" + pki("front-proxy-client.crt"),
                "--proxy-client-key-file=" + pki("front-proxy-client.key"),
                "--allow-privileged=true",
                "--profiling=false");
    }

    Program controllerManager() {
        Path kubeconfig = settings.files().kubeconfig("controller-manager");
        return program(
                CONTROLLER_MANAGER,
                "--kubeconfig=" + kubeconfig,
                "--secure-port=0",
                "--leader-elect=false",
                "--use-service-account-credentials=true",
                "--root-ca-file=" + pki("ca.crt"),
                "--service-account-private-key-file=" + pki("service-account.key"),
                "--cluster-signing-cert-file=" + pki("ca.crt"),
                "--cluster-signing-key-file=" + pki("ca.key"),
                "--profiling=false");
    }

    Program scheduler() {
        Path kubeconfig = settings.files().kubeconfig("scheduler");
        return program(
                SCHEDULER,
                "--kubeconfig=" + kubeconfig,
                "--secure-port=0",
                "--leader-elect=false",
                "--profiling=false");
    }

    private Program program(String name, String... options) {
        List<String> commandLine = new ArrayList<>();
        commandLine.add(settings.binaries().resolve(name).toString());
        commandLine.addAll(Arrays.asList(options));
        return new Program(name, commandLine, settings.files().log(name));
    }

    private Path pki(String file) {
        return settings.files().pki(file);
    }
}
