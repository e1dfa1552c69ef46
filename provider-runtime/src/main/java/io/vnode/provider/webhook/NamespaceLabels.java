package io.vnode.provider.webhook;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The labels of all namespaces, kept at hand; one that is too new to be known is asked for. */
public final class NamespaceLabels implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(NamespaceLabels.class);
    private static final long PAGE = 250;

    private final KubernetesClient kubernetes;
    private final SharedIndexInformer<Namespace> informer;

    private NamespaceLabels(KubernetesClient kubernetes, SharedIndexInformer<Namespace> informer) {
        this.kubernetes = kubernetes;
        this.informer = informer;
    }

    /** Starts listening; {@link #synced} tells when all namespaces are known. */
    public static NamespaceLabels start(KubernetesClient kubernetes) {
        SharedIndexInformer<Namespace> informer =
                kubernetes.namespaces().withLimit(PAGE).runnableInformer(0);
        informer.exceptionHandler((_, error) -> {
            LOGGER.atWarn()
                    .addKeyValue("error", error.getClass().getSimpleName())
                    .log("watching namespaces failed, starting again");
            return true;
        });
        var unused = informer.start();
        return new NamespaceLabels(kubernetes, informer);
    }

    /** Whether all namespaces are known. */
    public boolean synced() {
        return informer.hasSynced();
    }

    /** The labels of a namespace; none for one that does not exist. */
    Map<String, String> of(String namespace) {
        Namespace found = informer.getStore().getByKey(namespace);
        if (found == null) {
            found = kubernetes.namespaces().withName(namespace).get();
        }
        return found == null
                ? Map.of()
                : Objects.requireNonNullElse(found.getMetadata().getLabels(), Map.of());
    }

    @Override
    public void close() {
        informer.close();
    }
}
