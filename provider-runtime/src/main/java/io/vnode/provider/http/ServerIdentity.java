package io.vnode.provider.http;

import io.netty.handler.ssl.SslContext;

/** The certificate that the server shows, ready for use. It may be another one for each connection. */
public interface ServerIdentity extends AutoCloseable {

    /** What new connections use. */
    SslContext current();

    @Override
    default void close() {}
}
