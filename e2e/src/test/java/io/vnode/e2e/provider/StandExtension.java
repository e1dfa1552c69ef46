package io.vnode.e2e.provider;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a {@link ProviderStand} of its own in a cluster that all tests of a run share, closes it after the test,
 * and shows the last words of the providers when the test failed.
 */
public final class StandExtension implements ParameterResolver, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(StandExtension.class);
    private static final int LAST_WORDS = 60;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ProviderStand.class;
    }

    @Override
    public ProviderStand resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .computeIfAbsent(ProviderStand.class, _ -> ProviderStand.in(cluster(context)), ProviderStand.class);
    }

    /** What is kept in the root is closed when all tests have ended. */
    private static Cluster cluster(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Cluster.class, _ -> started(), Cluster.class);
    }

    private static Cluster started() {
        try {
            return Cluster.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the control plane started", e);
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        ProviderStand stand = context.getStore(NAMESPACE).get(ProviderStand.class, ProviderStand.class);
        if (stand != null && context.getExecutionException().isPresent()) {
            System.err.printf("last words of the providers in %s:%n", context.getDisplayName());
            stand.providerLog().lines().toList().reversed().stream()
                    .limit(LAST_WORDS)
                    .toList()
                    .reversed()
                    .forEach(System.err::println);
        }
    }
}
