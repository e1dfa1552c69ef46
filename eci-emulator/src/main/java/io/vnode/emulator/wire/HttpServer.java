package io.vnode.emulator.wire;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The one HTTP port. Calls are answered on the event loops: an answer is computed in memory and never waits. */
public final class HttpServer implements AutoCloseable {

    /** Long enough for a typical pod in a query; bigger requests belong into a form body. */
    private static final int MAX_URL_LENGTH = 64 * 1024;

    private static final int MAX_HEADER_LENGTH = 32 * 1024;
    private static final int MAX_BODY_LENGTH = 16 * 1024 * 1024;
    private static final int EVENT_LOOPS = 2;

    private final EventLoopGroup loops;
    private final Channel channel;

    private HttpServer(EventLoopGroup loops, Channel channel) {
        this.loops = loops;
        this.channel = channel;
    }

    /**
     * Starts to serve; port 0 takes a free one.
     *
     * @throws IOException when the address cannot be used, for example because another process has the port
     */
    public static HttpServer start(InetAddress host, int port, HttpRoutes routes) throws IOException {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(EVENT_LOOPS, NioIoHandler.newFactory());
        var binding = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection
                                .pipeline()
                                .addLast(new HttpServerCodec(new HttpDecoderConfig()
                                        .setMaxInitialLineLength(MAX_URL_LENGTH)
                                        .setMaxHeaderSize(MAX_HEADER_LENGTH)))
                                .addLast(new HttpServerKeepAliveHandler())
                                .addLast(new HttpObjectAggregator(MAX_BODY_LENGTH))
                                .addLast(new HttpCallHandler(routes));
                    }
                })
                .bind(new InetSocketAddress(host, port))
                .awaitUninterruptibly();
        if (!binding.isSuccess()) {
            stop(loops);
            throw new IOException("cannot listen on %s:%d (is another process there?): %s"
                    .formatted(host.getHostAddress(), port, binding.cause().getMessage()));
        }
        return new HttpServer(loops, binding.channel());
    }

    /** The port, also where a free one was taken. */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
        stop(loops);
    }

    private static void stop(EventLoopGroup loops) {
        loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
