package io.vnode.emulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler.HandshakeComplete;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Joins one WebSocket to its listener. Reading stops while the other side does not take what was sent. */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> implements SocketPeer {

    private static final Logger LOGGER = System.getLogger(SocketHandler.class.getName());

    private final ChannelHandlerContext connection;
    private SocketListener listener = new Nobody();

    /** A handler that is about to join the pipeline of this connection. */
    SocketHandler(ChannelHandlerContext connection) {
        this.connection = connection;
    }

    void listener(SocketListener accepted) {
        this.listener = accepted;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event instanceof HandshakeComplete) {
            listener.opened();
        }
        super.userEventTriggered(context, event);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof BinaryWebSocketFrame) {
            listener.received(ByteBufUtil.getBytes(frame.content()));
        } else {
            close(WebSocketCloseStatus.INVALID_MESSAGE_TYPE.code(), "only binary messages are understood");
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(context.channel().isWritable());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        SocketListener last = listener;
        listener = new Nobody();
        last.closed();
    }

    @Override
    public void send(byte[] message) {
        ByteBuf content = Unpooled.wrappedBuffer(message);
        var _ = connection.channel().writeAndFlush(new BinaryWebSocketFrame(content));
    }

    @Override
    public void close(int status, String reason) {
        connection
                .channel()
                .writeAndFlush(new CloseWebSocketFrame(status, reason))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void later(Duration delay, Runnable work) {
        var _ = connection
                .executor()
                .schedule(
                        () -> {
                            if (connection.channel().isActive()) {
                                work.run();
                            }
                        },
                        delay.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        switch (cause) {
            case TooLongFrameException _ ->
                close(WebSocketCloseStatus.MESSAGE_TOO_BIG.code(), "the message is too long");
            case CorruptedFrameException _ -> end(context);
            case WebSocketHandshakeException _ -> end(context);
            case IOException _ -> end(context); // callers may go away at any time
            default -> {
                LOGGER.log(Level.ERROR, "a socket met a bug of the emulator", cause);
                close(WebSocketCloseStatus.INTERNAL_SERVER_ERROR.code(), "the emulator has a bug");
            }
        }
    }

    private static void end(ChannelHandlerContext context) {
        var _ = context.close();
    }

    /** Listens before and after the session's time. */
    private static final class Nobody implements SocketListener {

        @Override
        public void opened() {
            // nobody to tell
        }

        @Override
        public void received(byte[] message) {
            // comes after the end
        }

        @Override
        public void closed() {
            // nobody to tell
        }
    }
}
