package io.vnode.emulator.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Joins one connection to the routes. */
final class HttpCallHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOGGER = System.getLogger(HttpCallHandler.class.getName());

    private final HttpRoutes routes;

    HttpCallHandler(HttpRoutes routes) {
        this.routes = routes;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuseUnreadable(context, request.decoderResult().cause());
            return;
        }
        HttpCall call = read(context, request);
        if (SocketUpgrade.wanted(request)) {
            new SocketUpgrade(routes).carryOut(context, request, call);
            return;
        }
        reply(context, routes.answer(call));
    }

    private static void reply(ChannelHandlerContext context, HttpReply reply) {
        switch (reply) {
            case HttpReply.Json json -> write(context, response(json));
            case HttpReply.Page(var document) -> write(context, response(document));
            case HttpReply.Content content ->
                write(context, response(content.status(), content.contentType(), content.body()));
            case HttpReply.Trickle trickle -> HttpBody.trickle(context, trickle);
            case HttpReply.Endless endless -> HttpBody.endless(context, endless);
            case HttpReply.Later later -> {
                var _ = context.executor()
                        .schedule(
                                () -> reply(context, later.reply().get()),
                                later.delay().toMillis(),
                                TimeUnit.MILLISECONDS);
            }
            case HttpReply.Hangup() -> {
                var _ = context.close();
            }
        }
    }

    private static HttpCall read(ChannelHandlerContext context, FullHttpRequest request) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        return new HttpCall(
                request.method().name(),
                query < 0 ? uri : uri.substring(0, query),
                query < 0 ? "" : uri.substring(query + 1),
                request.content().toString(StandardCharsets.UTF_8),
                name -> request.headers().get(name, ""),
                sender(context));
    }

    private static String sender(ChannelHandlerContext context) {
        return context.channel().remoteAddress() instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress()
                : "";
    }

    private static void refuseUnreadable(ChannelHandlerContext context, Throwable cause) {
        int status = cause instanceof TooLongFrameException ? 414 : 400;
        context.writeAndFlush(response(HttpRoutes.error(status, cause.getMessage())))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private static void write(ChannelHandlerContext context, FullHttpResponse response) {
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    static FullHttpResponse response(HttpReply.Json json) {
        return response(json.status(), HttpBody.JSON, json.body());
    }

    private static FullHttpResponse response(WebPage.Document document) {
        FullHttpResponse response = response(
                document.status(), "text/html;charset=utf-8", document.html().getBytes(StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, document.contentSecurityPolicy())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("referrer-policy", "no-referrer")
                .set("x-content-type-options", "nosniff");
        return response;
    }

    private static FullHttpResponse response(int status, String contentType, byte[] body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        HttpUtil.setContentLength(response, body.length);
        if (!contentType.isEmpty()) {
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        }
        return response;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) { // callers may go away at any time
            LOGGER.log(Level.ERROR, "a connection met a bug of the emulator", cause);
        }
        var _ = context.close();
    }
}
