package io.vnode.provider.profile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.profile.EciProfile;
import io.vnode.provider.telemetry.ProfileMetrics;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the ConfigMap {@code kube-system/eci-profile}. It watches that one object and needs no right to any other; while
 * it cannot be read, what was read last stays.
 */
public final class ProfileWatcher implements Supplier<EciProfile>, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ProfileWatcher.class);

    private final CurrentProfile current;
    private final SharedIndexInformer<ConfigMap> informer;

    private ProfileWatcher(CurrentProfile current, SharedIndexInformer<ConfigMap> informer) {
        this.current = current;
        this.informer = informer;
    }

    /**
     * Reads the ConfigMap, so that not even the first pod is made without it, and starts listening.
     *
     * @throws KubernetesClientException when the API server cannot be asked
     */
    public static ProfileWatcher start(KubernetesClient kubernetes, String nodeName, ProfileMetrics metrics) {
        CurrentProfile current =
                new CurrentProfile(new ProfileEvents(kubernetes, nodeName, Clock.systemUTC()), metrics);
        Resource<ConfigMap> configMap =
                kubernetes.configMaps().inNamespace(AddonObjects.NAMESPACE).withName(AddonObjects.PROFILE_CONFIG_MAP);
        readFirst(configMap, current);
        SharedIndexInformer<ConfigMap> informer = configMap.runnableInformer(0);
        informer.addEventHandler(new Hand(current));
        informer.exceptionHandler((_, error) -> {
            LOGGER.atWarn()
                    .addKeyValue("error", error.getClass().getSimpleName())
                    .log("watching eci-profile failed, starting again");
            return true;
        });
        var unused = informer.start();
        return new ProfileWatcher(current, informer);
    }

    private static void readFirst(Resource<ConfigMap> configMap, CurrentProfile current) {
        try {
            current.read(configMap.get());
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_FORBIDDEN) {
                throw e;
            }
            LOGGER.atWarn().log("eci-profile may not be read, pods are made by the environment alone");
        }
    }

    @Override
    public EciProfile get() {
        return current.get();
    }

    @Override
    public void close() {
        informer.close();
    }

    private record Hand(CurrentProfile current) implements ResourceEventHandler<ConfigMap> {

        @Override
        public void onAdd(ConfigMap configMap) {
            current.read(configMap);
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap after) {
            current.read(after);
        }

        @Override
        public void onDelete(ConfigMap configMap, boolean finalStateUnknown) {
            current.read(null);
        }
    }
}
