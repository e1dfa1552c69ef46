package io.vnode.provider.translate;

import static io.vnode.provider.translate.Unsupported.Effect.IGNORED;
import static io.vnode.provider.translate.Unsupported.Effect.REFUSED;
import static io.vnode.provider.translate.Unsupported.Effect.TRANSLATED;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.List;

/** What a pod can ask for as a whole. */
public enum WholePodFeature implements PodFeature {
    RESTART_POLICY(TRANSLATED, "as written", "spec.restartPolicy"),
    GRACE_PERIOD(
            TRANSLATED,
            "as written; a deleted pod is gone as soon as its containers have ended",
            "spec.terminationGracePeriodSeconds"),
    ACTIVE_DEADLINE(TRANSLATED, "ECI stops the container group after that time", "spec.activeDeadlineSeconds"),
    HOSTNAME(
            TRANSLATED,
            "the host name is the one asked for, else the pod's name, at most 63 characters; the record for the subdomain is made by the cluster's DNS",
            "spec.hostname",
            "spec.subdomain",
            "spec.hostnameOverride",
            "spec.setHostnameAsFQDN"),
    HOST_ALIASES(TRANSLATED, "as written, at most 100 addresses with 50 names each", "spec.hostAliases"),
    DNS(
            TRANSLATED,
            "`None` and `Default` as written; `ClusterFirst` by the cluster's name server if the settings name one, else the name servers of the VPC",
            "spec.dnsPolicy",
            "spec.dnsConfig"),
    SHARED_PROCESSES(TRANSLATED, "as written", "spec.shareProcessNamespace"),
    PULL_SECRETS(
            TRANSLATED,
            "user and password of each registry, at most 10; of several users of one registry the one whose path fits an image best",
            "spec.imagePullSecrets"),
    IDENTITY_TOKEN(
            REFUSED,
            "ECI takes user and password only; log in with a password, a robot account or a registry of ACR by annotation",
            "spec.imagePullSecrets[].identitytoken"),
    SERVICE_LINKS(
            TRANSLATED,
            "variables of the `kubernetes` Service always, of the others in the namespace unless switched off",
            "spec.enableServiceLinks"),
    SERVICE_LINKS_LEFT_OUT(
            IGNORED,
            "with them the container has more than the 240 variables that ECI takes; set `enableServiceLinks: false` and use names in DNS",
            "spec.enableServiceLinks (many Services)"),
    SERVICE_ACCOUNT(
            TRANSLATED,
            "its token is a file, see `serviceAccountToken`",
            "spec.serviceAccountName",
            "spec.serviceAccount",
            "spec.automountServiceAccountToken"),
    SCHEDULING(
            TRANSLATED,
            "by the cluster's scheduler, before the pod comes to the virtual node",
            "spec.nodeName",
            "spec.nodeSelector",
            "spec.affinity",
            "spec.tolerations",
            "spec.topologySpreadConstraints",
            "spec.schedulerName",
            "spec.schedulingGates",
            "spec.schedulingGroup",
            "spec.priority",
            "spec.priorityClassName",
            "spec.preemptionPolicy"),
    CONTROL_PLANE(
            TRANSLATED,
            "by the cluster's control plane; conditions of others are left alone",
            "spec.readinessGates",
            "spec.evictionResponders"),
    POD_RESOURCES(
            TRANSLATED,
            "the size of the container group; containers without resources of their own share it",
            "spec.resources"),
    HOST_NETWORK(
            REFUSED,
            "every pod has a network interface of its own in the VPC; leave it out and use the pod's address or a LoadBalancer Service",
            "spec.hostNetwork"),
    HOST_PID(
            REFUSED,
            "there is no host to look at; use `shareProcessNamespace` to see the pod's own processes",
            "spec.hostPID"),
    HOST_IPC(
            REFUSED,
            "there is no host to share with; containers of one pod share memory by an emptyDir of medium `Memory`",
            "spec.hostIPC"),
    HOST_USERS(
            IGNORED,
            "the pod has a virtual machine of its own, so its users are never those of another",
            "spec.hostUsers"),
    RUNTIME_CLASS(REFUSED, "ECI has one runtime; leave it out", "spec.runtimeClassName", "spec.overhead"),
    RESOURCE_CLAIMS(REFUSED, "ask for GPUs by `nvidia.com/gpu` in place of claims", "spec.resourceClaims"),
    OPERATING_SYSTEM(REFUSED, "virtual nodes run Linux pods; use another node for others", "spec.os"),
    EPHEMERAL_CONTAINERS(
            IGNORED,
            "a running container group takes no more containers; use `kubectl exec`",
            "spec.ephemeralContainers"),
    TOO_MANY_CONTAINERS(REFUSED, "ECI takes 20 at most; split the pod", "spec.containers (more than 20)"),
    TOO_MANY_INIT_CONTAINERS(REFUSED, "ECI takes 20 at most; do more in each", "spec.initContainers (more than 20)"),
    TOO_MANY_VOLUMES(
            REFUSED,
            "ECI takes 20 at most; join ConfigMaps and Secrets in projected volumes",
            "spec.volumes (more than 20)"),
    UNKNOWN_FIELD(
            IGNORED,
            "this version does not know the field; take it out or ask for a newer version",
            "spec.(any other field)");

    private final Handling handling;

    WholePodFeature(Effect effect, String text, String... fields) {
        this.handling = new Handling(effect, text, List.of(fields));
    }

    @Override
    public Handling handling() {
        return handling;
    }
}
