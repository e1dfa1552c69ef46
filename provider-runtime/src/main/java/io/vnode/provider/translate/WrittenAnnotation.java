package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.Annotations;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.Event;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a pod is told of its container group by annotation once that has its instance. The id of the group is not among
 * them: it is recorded with the first status.
 */
public enum WrittenAnnotation {
    PROVIDER_CREATE(Annotations.PROVIDER_CREATE, "`done`: the container group has its instance", _ -> Annotations.DONE),
    SCHEDULE_RESULT(
            Annotations.SCHEDULE_RESULT,
            "`finished`; kept for old tools, newer ones read condition `ContainerInstanceCreated`",
            _ -> Annotations.FINISHED),
    CLIENT_TOKEN(
            Annotations.CLIENT_TOKEN,
            "the client token of the create call: the pod's UID",
            (pod, _) -> pod.getMetadata().getUid()),
    INSTANCE_SPEC(
            Annotations.INSTANCE_SPEC,
            "what ECI bills: an ECS instance type, or vCPUs and memory such as `2.0-4.0Gi`",
            group -> orElse(
                    group.instance().instanceType(),
                    group.cpu() > 0 ? group.cpu() + "-" + group.memory() + "Gi" : null)),
    INSTANCE_CPU(Annotations.INSTANCE_CPU, "its vCPUs", group -> positive(group.cpu())),
    INSTANCE_MEM(Annotations.INSTANCE_MEM, "its memory in GiB", group -> positive(group.memory())),
    INSTANCE_ZONE(Annotations.INSTANCE_ZONE, "its zone", ContainerGroup::zoneId),
    COMPUTE_CATEGORY(
            Annotations.INSTANCE_COMPUTE_CATEGORY,
            "the class of hardware, where ECI tells it",
            group -> group.instance().computeCategory()),
    EIP_ADDRESS(Annotations.EIP_ADDRESS, "its elastic address, if it has one", ContainerGroup::internetIp),
    IPV6_ADDRESS(Annotations.IPV6_ADDRESS, "its IPv6 address, if it has one", group -> group.network()
            .ipv6Address()),
    NETWORK_INTERFACE(Annotations.NETWORK_INTERFACE, "its elastic network interface", group -> group.network()
            .networkInterfaceId()),
    VPC(Annotations.VPC, "its VPC", group -> group.network().vpcId()),
    VSWITCH(Annotations.VSWITCH, "the vSwitch that its address is from", ContainerGroup::vSwitchId),
    SECURITY_GROUP(Annotations.SECURITY_GROUP, "its security group", ContainerGroup::securityGroupId),
    MATCHED_IMAGE_CACHE(
            Annotations.MATCHED_IMAGE_CACHE, "the image cache that ECI used, if any", WrittenAnnotation::imageCache),
    KUBE_PROXY_ENABLED(
            Annotations.KUBE_PROXY_ENABLED,
            "whether it reaches the addresses of services by a kube-proxy of its own",
            WrittenAnnotation::kubeProxy);

    private static final String IMAGE_CACHE_HIT = "SuccessfulHitImageCache";
    private static final Pattern IMAGE_CACHE_ID = Pattern.compile("\\bimc-[0-9A-Za-z]+");

    private final String key;
    private final String meaning;
    private final BiFunction<Pod, ContainerGroup, @Nullable String> reading;

    WrittenAnnotation(String key, String meaning, Function<ContainerGroup, @Nullable String> reading) {
        this(key, meaning, (_, group) -> reading.apply(group));
    }

    WrittenAnnotation(String key, String meaning, BiFunction<Pod, ContainerGroup, @Nullable String> reading) {
        this.key = key;
        this.meaning = meaning;
        this.reading = reading;
    }

    /** The key of the annotation. */
    public String key() {
        return key;
    }

    /** What its value says, for people. */
    public String meaning() {
        return meaning;
    }

    /** The annotations that a pod lacks or has with another value; none while its group has no instance. */
    public static Map<String, String> missing(Pod pod, ContainerGroup group) {
        if (!hasInstance(group)) {
            return Map.of();
        }
        Map<String, String> known = Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
        Map<String, String> missing = new LinkedHashMap<>();
        for (WrittenAnnotation annotation : values()) {
            String value = annotation.reading.apply(pod, group);
            if (value != null && !value.isEmpty() && !value.equals(known.get(annotation.key))) {
                missing.put(annotation.key, value);
            }
        }
        return missing;
    }

    /** An address is the last thing that an instance gets. */
    private static boolean hasInstance(ContainerGroup group) {
        return group.status() != ContainerGroupStatus.SCHEDULING
                && group.status() != ContainerGroupStatus.SCHEDULE_FAILED
                && group.intranetIp() != null
                && !group.intranetIp().isEmpty();
    }

    private static @Nullable String imageCache(ContainerGroup group) {
        for (Event event : group.events()) {
            if (event.reason().equals(IMAGE_CACHE_HIT)) {
                Matcher id = IMAGE_CACHE_ID.matcher(event.message());
                return id.find() ? id.group() : null;
            }
        }
        return null;
    }

    /** A container of that name that is not the pod's own was added by the provider. */
    private static String kubeProxy(Pod pod, ContainerGroup group) {
        boolean ownName = pod.getSpec().getContainers().stream()
                .anyMatch(container -> container.getName().equals(KubeProxyContainer.NAME));
        boolean runs = group.containers().stream()
                .anyMatch(container -> container.name().equals(KubeProxyContainer.NAME));
        return Boolean.toString(runs && !ownName);
    }

    private static @Nullable String positive(double number) {
        return number > 0 ? Double.toString(number) : null;
    }

    private static @Nullable String orElse(@Nullable String text, @Nullable String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
