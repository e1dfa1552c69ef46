package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.function.Consumer;

/** Writes events to the API server. Whoever told one before left the object under the very name that it has now. */
final class EventsApi implements Consumer<EventNotice> {

    private final KubernetesClient kubernetes;
    private final String nodeName;

    EventsApi(KubernetesClient kubernetes, String nodeName) {
        this.kubernetes = kubernetes;
        this.nodeName = nodeName;
    }

    /** Writes one event; throws the client's exception when it could not. */
    @Override
    public void accept(EventNotice notice) {
        if (notice.count() == 1) {
            create(notice);
            return;
        }
        try {
            repeat(notice);
        } catch (KubernetesClientException e) {
            // Never told by this process or one before it, or so long ago that the API server has dropped it.
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
                throw e;
            }
            create(notice);
        }
    }

    private void create(EventNotice notice) {
        try {
            Event unused = event(notice, notice.toEvent(nodeName)).create();
        } catch (KubernetesClientException e) {
            if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw e;
            }
        }
    }

    private void repeat(EventNotice notice) {
        Event repetition = notice.toRepetition();
        Event unused = event(notice, repetition).patch(PatchContext.of(PatchType.STRATEGIC_MERGE), repetition);
    }

    private Resource<Event> event(EventNotice notice, Event event) {
        return kubernetes.v1().events().inNamespace(notice.pod().namespace()).resource(event);
    }
}
