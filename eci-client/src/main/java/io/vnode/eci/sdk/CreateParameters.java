package io.vnode.eci.sdk;

import com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest.Tag;
import io.vnode.eci.model.AcrRegistry;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.DataCache;
import io.vnode.eci.model.ImageOptions;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.Scheduling;
import io.vnode.eci.model.SystemOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the SDK's request for a container group.
 *
 * <p>What the SDK knows of the group, and spells as the service does, goes through its setters. The rest is written by
 * name: the SDK lacks half of the parameters, misspells some, and writes numbers as floats.
 */
final class CreateParameters {

    private CreateParameters() {}

    static com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest of(
            CreateContainerGroupRequest request, String clientToken) {
        var sdk = new com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest();
        group(sdk, request, clientToken);
        ParameterWriter to = ParameterWriter.to(sdk);
        to.put("Cpu", request.cpu())
                .put("Memory", request.memory())
                .put("ActiveDeadlineSeconds", request.activeDeadlineSeconds())
                .put("RamRoleName", request.ramRoleName()) // the SDK's setter sends ramRoleName
                .each("Container", request.containers(), ContainerParameters.atCreation()::write)
                .each("InitContainer", request.initContainers(), ContainerParameters.atCreation()::write)
                .each("Volume", request.volumes(), VolumeParameters::write)
                .each("ImageRegistryCredential", request.registryCredentials(), CreateParameters::credential);
        scheduling(to, request.scheduling());
        InstanceParameters.write(to, request.instance());
        NetworkParameters.write(to, request.networking());
        images(to, request.images());
        system(to, request.system());
        to.ifPresent(request.dataCache(), CreateParameters::dataCache);
        return sdk;
    }

    private static void group(
            com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest sdk,
            CreateContainerGroupRequest request,
            String clientToken) {
        sdk.setContainerGroupName(request.name());
        sdk.setClientToken(clientToken);
        sdk.setVSwitchId(String.join(",", request.vSwitchIds()));
        sdk.setSecurityGroupId(request.securityGroupId());
        sdk.setResourceGroupId(request.resourceGroupId());
        sdk.setRestartPolicy(request.restartPolicy().word());
        sdk.setTerminationGracePeriodSeconds(request.terminationGracePeriodSeconds());
        List<Tag> tags = new ArrayList<>();
        request.tags().forEach((key, value) -> {
            Tag tag = new Tag();
            tag.setKey(key);
            tag.setValue(value);
            tags.add(tag);
        });
        sdk.setTags(tags);
    }

    private static void scheduling(ParameterWriter to, Scheduling scheduling) {
        to.put("ZoneId", scheduling.zoneId())
                .ifPresent(scheduling.strategy(), (it, strategy) -> it.put("ScheduleStrategy", strategy.word()))
                .put("MaxPendingMinute", scheduling.maxPendingMinutes());
    }

    private static void images(ParameterWriter to, ImageOptions images) {
        to.put("ImageSnapshotId", images.imageCacheId())
                .put("AutoMatchImageCache", images.autoMatchImageCache())
                .ifPresent(images.accelerateMode(), (it, mode) -> it.put("ImageAccelerateMode", mode.word()))
                .each("AcrRegistryInfo", images.acrRegistries(), CreateParameters::acrRegistry)
                .joined("PlainHttpRegistry", images.plainHttpRegistries())
                .joined("InsecureRegistry", images.insecureRegistries());
    }

    static void credential(ParameterWriter to, RegistryCredential credential) {
        to.put("Server", credential.server())
                .put("UserName", credential.userName())
                .put("Password", credential.password());
    }

    static void acrRegistry(ParameterWriter to, AcrRegistry registry) {
        to.put("InstanceId", registry.instanceId())
                .put("RegionId", registry.regionId())
                .put("InstanceName", registry.instanceName())
                .texts("Domain", registry.domains())
                .put("ArnService", registry.serviceRoleArn())
                .put("ArnUser", registry.userRoleArn());
    }

    private static void system(ParameterWriter to, SystemOptions system) {
        to.each("SecurityContext.Sysctl", system.sysctls(), CreateParameters::named)
                .each("HostSecurityContext.Sysctl", system.hostSysctls(), CreateParameters::named)
                .put("CorePattern", system.corePattern())
                .put("ShareProcessNamespace", system.shareProcessNamespace())
                .put("ContainerResourceView", system.containerResourceView())
                .put("SlsEnable", system.slsEnable());
    }

    static void named(ParameterWriter to, NamedValue setting) {
        to.put("Name", setting.name()).put("Value", setting.value());
    }

    private static void dataCache(ParameterWriter to, DataCache cache) {
        to.put("DataCacheBucket", cache.bucket())
                .put("DataCachePL", cache.performanceLevel())
                .put("DataCacheProvisionedIops", cache.provisionedIops())
                .put("DataCacheBurstingEnabled", cache.burstingEnabled());
    }
}
