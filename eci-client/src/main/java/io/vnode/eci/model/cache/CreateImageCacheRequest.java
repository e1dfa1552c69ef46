package io.vnode.eci.model.cache;

import io.vnode.eci.model.AcrRegistry;
import io.vnode.eci.model.ElasticIp;
import io.vnode.eci.model.Limits;
import io.vnode.eci.model.OsType;
import io.vnode.eci.model.RegistryCredential;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Images to keep ready, so that container groups start without pulling them.
 *
 * @param name its name
 * @param clientToken makes repeating the request harmless; ASCII, 1 to 64 characters
 * @param images at least one
 * @param securityGroupId of the group that pulls the images
 * @param vSwitchIds of the group that pulls the images, at most 10; empty for the default
 * @param zoneId of the group that pulls the images
 * @param elasticIp its address on the internet; only one that exists
 * @param resourceGroupId null for the account's default
 * @param registryCredentials users of image registries
 * @param acrRegistries registries that need no password
 * @param plainHttpRegistries own registries to speak HTTP with
 * @param insecureRegistries own registries whose certificates are not checked
 * @param sizeGib 20 to 32768; null for 20
 * @param retentionDays for how long; null for ever
 * @param autoMatchImageCache whether pulling may itself start from an image cache
 * @param evictable whether it may give way to others when the quota is used up
 * @param flash whether it can be used sooner
 * @param flashCopyCount copies for starting many groups at once
 * @param standardCopyCount copies of the snapshot
 * @param osType null for Linux
 * @param annotations JSON object of annotations
 * @param tags at most 20
 */
public record CreateImageCacheRequest(
        String name,
        String clientToken,
        List<String> images,
        @Nullable String securityGroupId,
        List<String> vSwitchIds,
        @Nullable String zoneId,
        @Nullable ElasticIp elasticIp,
        @Nullable String resourceGroupId,
        List<RegistryCredential> registryCredentials,
        List<AcrRegistry> acrRegistries,
        List<String> plainHttpRegistries,
        List<String> insecureRegistries,
        @Nullable Integer sizeGib,
        @Nullable Integer retentionDays,
        @Nullable Boolean autoMatchImageCache,
        @Nullable Boolean evictable,
        @Nullable Boolean flash,
        @Nullable Integer flashCopyCount,
        @Nullable Integer standardCopyCount,
        @Nullable OsType osType,
        @Nullable String annotations,
        Map<String, String> tags) {
    public CreateImageCacheRequest {
        images = List.copyOf(images);
        vSwitchIds = List.copyOf(vSwitchIds);
        registryCredentials = List.copyOf(registryCredentials);
        acrRegistries = List.copyOf(acrRegistries);
        plainHttpRegistries = List.copyOf(plainHttpRegistries);
        insecureRegistries = List.copyOf(insecureRegistries);
        tags = Map.copyOf(tags);
        Limits.require(!name.isBlank(), "an image cache needs a name");
        Limits.clientToken(clientToken);
        Limits.require(!images.isEmpty(), "an image cache needs an image");
        Limits.atMost("vSwitches", vSwitchIds, 10);
        Limits.require(
                !(elasticIp instanceof ElasticIp.Created), "an image cache takes an elastic IP that exists only");
        Limits.atMost("registry credentials", registryCredentials, 10);
        Limits.within("sizeGib", sizeGib, 20, 32_768);
        Limits.within("retentionDays", retentionDays, 1, Integer.MAX_VALUE);
        Limits.within("flashCopyCount", flashCopyCount, 1, Integer.MAX_VALUE);
        Limits.within("standardCopyCount", standardCopyCount, 1, Integer.MAX_VALUE);
        Limits.tags(tags);
    }
    /** Starts from a cache of these images. */
    public static Builder builder(String name, String clientToken, List<String> images) {
        return new Builder(name, clientToken, images);
    }
    /** Shows which cache is meant. */
    @Override
    public String toString() {
        return "CreateImageCacheRequest[%s, %s]".formatted(name, clientToken);
    }

    /** Puts a {@link CreateImageCacheRequest} together. */
    public static final class Builder {
        private final String name;
        private final String clientToken;
        private final List<String> images;
        private @Nullable String securityGroupId;
        private List<String> vSwitchIds = List.of();
        private @Nullable String zoneId;
        private @Nullable ElasticIp elasticIp;
        private @Nullable String resourceGroupId;
        private List<RegistryCredential> registryCredentials = List.of();
        private List<AcrRegistry> acrRegistries = List.of();
        private List<String> plainHttpRegistries = List.of();
        private List<String> insecureRegistries = List.of();
        private @Nullable Integer sizeGib;
        private @Nullable Integer retentionDays;
        private @Nullable Boolean autoMatchImageCache;
        private @Nullable Boolean evictable;
        private @Nullable Boolean flash;
        private @Nullable Integer flashCopyCount;
        private @Nullable Integer standardCopyCount;
        private @Nullable OsType osType;
        private @Nullable String annotations;
        private Map<String, String> tags = Map.of();

        private Builder(String name, String clientToken, List<String> images) {
            this.name = name;
            this.clientToken = clientToken;
            this.images = images;
        }

        public Builder securityGroupId(@Nullable String securityGroupId) {
            this.securityGroupId = securityGroupId;
            return this;
        }

        public Builder vSwitchIds(List<String> vSwitchIds) {
            this.vSwitchIds = vSwitchIds;
            return this;
        }

        public Builder zoneId(@Nullable String zoneId) {
            this.zoneId = zoneId;
            return this;
        }

        public Builder elasticIp(@Nullable ElasticIp elasticIp) {
            this.elasticIp = elasticIp;
            return this;
        }

        public Builder resourceGroupId(@Nullable String resourceGroupId) {
            this.resourceGroupId = resourceGroupId;
            return this;
        }

        public Builder registryCredentials(List<RegistryCredential> registryCredentials) {
            this.registryCredentials = registryCredentials;
            return this;
        }

        public Builder acrRegistries(List<AcrRegistry> acrRegistries) {
            this.acrRegistries = acrRegistries;
            return this;
        }

        public Builder plainHttpRegistries(List<String> plainHttpRegistries) {
            this.plainHttpRegistries = plainHttpRegistries;
            return this;
        }

        public Builder insecureRegistries(List<String> insecureRegistries) {
            this.insecureRegistries = insecureRegistries;
            return this;
        }

        public Builder sizeGib(@Nullable Integer sizeGib) {
            this.sizeGib = sizeGib;
            return this;
        }

        public Builder retentionDays(@Nullable Integer retentionDays) {
            this.retentionDays = retentionDays;
            return this;
        }

        public Builder autoMatchImageCache(@Nullable Boolean autoMatchImageCache) {
            this.autoMatchImageCache = autoMatchImageCache;
            return this;
        }

        public Builder evictable(@Nullable Boolean evictable) {
            this.evictable = evictable;
            return this;
        }

        public Builder flash(@Nullable Boolean flash) {
            this.flash = flash;
            return this;
        }

        public Builder flashCopyCount(@Nullable Integer flashCopyCount) {
            this.flashCopyCount = flashCopyCount;
            return this;
        }

        public Builder standardCopyCount(@Nullable Integer standardCopyCount) {
            this.standardCopyCount = standardCopyCount;
            return this;
        }

        public Builder osType(@Nullable OsType osType) {
            this.osType = osType;
            return this;
        }

        public Builder annotations(@Nullable String annotations) {
            this.annotations = annotations;
            return this;
        }

        public Builder tags(Map<String, String> tags) {
            this.tags = tags;
            return this;
        }

        public CreateImageCacheRequest build() {
            return new CreateImageCacheRequest(
                    name,
                    clientToken,
                    images,
                    securityGroupId,
                    vSwitchIds,
                    zoneId,
                    elasticIp,
                    resourceGroupId,
                    registryCredentials,
                    acrRegistries,
                    plainHttpRegistries,
                    insecureRegistries,
                    sizeGib,
                    retentionDays,
                    autoMatchImageCache,
                    evictable,
                    flash,
                    flashCopyCount,
                    standardCopyCount,
                    osType,
                    annotations,
                    tags);
        }
    }
}
