package io.vnode.addon.settings;

/**
 * How container groups reach services by their cluster IP: by a kube-proxy beside the pod's own containers.
 *
 * @param wanted whether pods that do not say so themselves get it
 * @param access how it reaches the API server
 */
public record KubeProxy(boolean wanted, Access access) {

    /** For pods that neither get it nor ask for it. */
    public static final KubeProxy OFF = new KubeProxy(false, new Access.Unavailable("kube-proxy is not set up"));

    /** How a kube-proxy reaches the API server. */
    public sealed interface Access {

        /**
         * It is known.
         *
         * @param image the image of kube-proxy
         * @param version the version of that image, for example {@code v1.33.4}
         * @param server URL of the API server as container groups see it
         * @param caCertificate who signed the API server's certificate, as PEM
         * @param token what it identifies itself with; the text form does not show it
         */
        record Ready(String image, String version, String server, String caCertificate, String token)
                implements Access {

            @Override
            public String toString() {
                return "Ready[%s:%s, %s]".formatted(image, version, server);
            }
        }

        /** It could not be found out; pods that want it wait. */
        record Unavailable(String why) implements Access {}
    }
}
