package io.vnode.provider.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An HTTP server, with TLS or without. */
public final class HttpServer implements AutoCloseable {

    private static final Duration IDLE = Duration.ofMinutes(2);
    private static final Duration QUIET_AT_CLOSE = Duration.ofMillis(50);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);
    private static final int EVENT_LOOPS = 2;
    private static final int EVENT_LOOPS_FOR_PEOPLE = 1;

    private final MultiThreadIoEventLoopGroup loops;
    private final Channel channel;

    private HttpServer(MultiThreadIoEventLoopGroup loops, Channel channel) {
        this.loops = loops;
        this.channel = channel;
    }

    /**
     * Starts listening for TLS on all addresses of the machine.
     *
     * @param port port; 0 for any that is free
     * @param identity the certificate to show
     * @param maxBodyBytes requests with a larger body are refused with 413
     * @param handler answers the requests
     * @throws IOException when the port cannot be had
     */
    public static HttpServer startTls(int port, ServerIdentity identity, int maxBodyBytes, HttpHandler handler)
            throws IOException {
        return start(new InetSocketAddress(port), EVENT_LOOPS, identity, maxBodyBytes, handler);
    }

    /**
     * Starts listening for whoever can reach an address, without TLS. For a loopback address, and for people.
     *
     * @param address address; its port may be 0 for any that is free
     * @param maxBodyBytes requests with a larger body are refused with 413
     * @param handler answers the requests
     * @throws IOException when the address cannot be had
     */
    public static HttpServer startPlain(InetSocketAddress address, int maxBodyBytes, HttpHandler handler)
            throws IOException {
        return start(address, EVENT_LOOPS_FOR_PEOPLE, null, maxBodyBytes, handler);
    }

    private static HttpServer start(
            InetSocketAddress address,
            int eventLoops,
            @Nullable ServerIdentity identity,
            int maxBodyBytes,
            HttpHandler handler)
            throws IOException {
        var loops = new MultiThreadIoEventLoopGroup(eventLoops, NioIoHandler.newFactory());
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        if (identity != null) {
                            connection.pipeline().addLast(identity.current().newHandler(connection.alloc()));
                        }
                        connection
                                .pipeline()
                                .addLast(new IdleStateHandler(0, 0, IDLE.toSeconds(), TimeUnit.SECONDS))
                                .addLast(new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(maxBodyBytes))
                                .addLast(new FlowControlHandler())
                                .addLast(new ConnectionHandler(handler));
                    }
                });
        var bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            Object unused = loops.shutdownGracefully();
            throw new IOException(
                    "cannot listen on %s port %d".formatted(address.getHostString(), address.getPort()), bound.cause());
        }
        return new HttpServer(loops, bound.channel());
    }

    /** The port that it listens on. */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly(PATIENCE_AT_CLOSE.toMillis());
        loops.shutdownGracefully(QUIET_AT_CLOSE.toMillis(), PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(PATIENCE_AT_CLOSE.toMillis());
    }
}
