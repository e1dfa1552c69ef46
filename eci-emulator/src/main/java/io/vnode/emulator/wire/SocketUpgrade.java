package io.vnode.emulator.wire;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/** Makes a WebSocket of a connection on which HTTP was spoken. */
record SocketUpgrade(HttpRoutes routes) {

    /** The longest message, in one frame or many; one byte of it names the channel. */
    static final int MAX_MESSAGE_LENGTH = 64 * 1024 + 1;

    static boolean wanted(FullHttpRequest request) {
        return request.headers().containsValue(HttpHeaderNames.UPGRADE, "websocket", true);
    }

    void carryOut(ChannelHandlerContext context, FullHttpRequest request, HttpCall call) {
        SocketHandler socket = new SocketHandler(context);
        SocketListener listener = routes.socket(call, socket);
        if (listener == null) {
            context.writeAndFlush(HttpCallHandler.response(HttpRoutes.error(
                            403,
                            "there is nothing to open at this address, or it was opened before, or its time is over")))
                    .addListener(ChannelFutureListener.CLOSE);
            return;
        }
        socket.listener(listener);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove(HttpServerKeepAliveHandler.class);
        pipeline.addLast(new WebSocketServerProtocolHandler(WebSocketServerProtocolConfig.newBuilder()
                        .websocketPath(call.path())
                        .checkStartsWith(true) // the path is followed by a query
                        .maxFramePayloadLength(MAX_MESSAGE_LENGTH)
                        .build()))
                .addLast(new WebSocketFrameAggregator(MAX_MESSAGE_LENGTH))
                .addLast(socket);
        context.fireChannelRead(request.retain());
        pipeline.remove(HttpCallHandler.class);
    }
}
