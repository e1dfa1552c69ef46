package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.vnode.eci.model.LifecycleHook;
import org.jspecify.annotations.Nullable;

/** What a container does when it has started, and before it stops. */
final class HookTranslator {

    private HookTranslator() {}

    static @Nullable LifecycleHook postStart(Container container) {
        Lifecycle lifecycle = container.getLifecycle();
        return lifecycle == null ? null : hook(container, lifecycle.getPostStart());
    }

    static @Nullable LifecycleHook preStop(Container container) {
        Lifecycle lifecycle = container.getLifecycle();
        return lifecycle == null ? null : hook(container, lifecycle.getPreStop());
    }

    private static @Nullable LifecycleHook hook(Container container, @Nullable LifecycleHandler handler) {
        if (handler == null) {
            return null;
        }
        if (handler.getExec() != null) {
            return new LifecycleHook.Exec(handler.getExec().getCommand());
        }
        HTTPGetAction get = handler.getHttpGet();
        if (get != null) {
            return new LifecycleHook.HttpGet(
                    unlessEmpty(get.getHost()),
                    get.getPath(),
                    NamedPorts.number(container, get.getPort()),
                    get.getScheme(),
                    get.getHttpHeaders().stream()
                            .map(header -> new LifecycleHook.Header(header.getName(), header.getValue()))
                            .toList());
        }
        TCPSocketAction socket = handler.getTcpSocket();
        return socket == null
                ? null
                : new LifecycleHook.TcpSocket(
                        unlessEmpty(socket.getHost()), NamedPorts.number(container, socket.getPort()));
    }

    private static @Nullable String unlessEmpty(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
