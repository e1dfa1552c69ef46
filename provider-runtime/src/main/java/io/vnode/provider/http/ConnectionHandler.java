package io.vnode.provider.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the requests of one connection, one after the other, each on a virtual thread. While a request is being answered
 * nothing more is read, so a caller cannot pile up work.
 */
final class ConnectionHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionHandler.class);

    private static final String BEARER = "Bearer ";

    private final HttpHandler handler;

    /** The thread that answers the current request. */
    private volatile @Nullable Thread worker;

    ConnectionHandler(HttpHandler handler) {
        this.handler = handler;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest message) {
        if (worker != null) {
            hangUp(context); // somebody talks into an answer that is still being streamed
            return;
        }
        if (!message.decoderResult().isSuccess()) {
            reply(context, HttpReply.text(400, "malformed request"), false);
            return;
        }
        context.channel().config().setAutoRead(false);
        HttpRequest request = requestOf(context, message);
        boolean keepAlive = HttpUtil.isKeepAlive(message);
        Thread thread = Thread.ofVirtual().name("http").unstarted(() -> answer(context, request, keepAlive));
        worker = thread;
        thread.start();
    }

    private static HttpRequest requestOf(ChannelHandlerContext context, FullHttpRequest message) {
        QueryStringDecoder uri = new QueryStringDecoder(message.uri());
        return new HttpRequest(
                message.method().name(),
                uri.path(),
                uri.parameters(),
                message.headers().get(HttpHeaderNames.CONTENT_TYPE),
                ByteBufUtil.getBytes(message.content()),
                clientCertificates(context),
                bearerToken(message.headers().get(HttpHeaderNames.AUTHORIZATION)));
    }

    private static List<X509Certificate> clientCertificates(ChannelHandlerContext context) {
        try {
            @Nullable SslHandler tls = context.pipeline().get(SslHandler.class);
            if (tls == null) {
                return List.of();
            }
            return Arrays.stream(tls.engine().getSession().getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (SSLPeerUnverifiedException _) {
            return List.of();
        }
    }

    private static @Nullable String bearerToken(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = authorization.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }

    private void answer(ChannelHandlerContext context, HttpRequest request, boolean keepAlive) {
        try {
            HttpReply reply = replyTo(request);
            LOGGER.atDebug().addKeyValue("request", request).log("request answered");
            switch (reply) {
                case HttpReply.Whole whole -> reply(context, whole, keepAlive);
                case HttpReply.Streamed streamed -> stream(context, streamed, keepAlive);
            }
        } catch (InterruptedException _) {
            hangUp(context);
        }
    }

    private HttpReply replyTo(HttpRequest request) throws InterruptedException {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            LOGGER.atError().setCause(e).addKeyValue("request", request).log("a request failed");
            return HttpReply.text(500, "internal error");
        }
    }

    private void reply(ChannelHandlerContext context, HttpReply reply, boolean keepAlive) {
        if (!(reply instanceof HttpReply.Whole(int status, String contentType, byte[] body))) {
            throw new IllegalArgumentException("not a whole reply");
        }
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpUtil.setContentLength(response, body.length);
        setConnection(response, keepAlive);
        worker = null;
        ChannelFuture written = context.writeAndFlush(response);
        finish(context, written, keepAlive);
    }

    private void stream(ChannelHandlerContext context, HttpReply.Streamed reply, boolean keepAlive)
            throws InterruptedException {
        var response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, reply.contentType());
        HttpUtil.setTransferEncodingChunked(response, true);
        setConnection(response, keepAlive);
        // Only a connection that is read from tells when its other end leaves.
        context.channel().config().setAutoRead(true);
        try {
            ChannelFuture begun = context.writeAndFlush(response).sync();
            LOGGER.atTrace().addKeyValue("done", begun.isDone()).log("a streamed answer begins");
            reply.writer().writeTo(piece -> write(context, piece));
            worker = null;
            finish(context, context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT), keepAlive);
        } catch (IOException | RuntimeException e) {
            LOGGER.atDebug().addKeyValue("error", e.toString()).log("a streamed answer broke off");
            hangUp(context);
        }
    }

    private static void write(ChannelHandlerContext context, byte[] piece) throws IOException {
        ChannelFuture written = context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(piece)))
                .awaitUninterruptibly();
        if (!written.isSuccess()) {
            throw new IOException("the caller is gone", written.cause());
        }
    }

    private static void setConnection(HttpResponse response, boolean keepAlive) {
        response.headers()
                .set(HttpHeaderNames.CONNECTION, keepAlive ? HttpHeaderValues.KEEP_ALIVE : HttpHeaderValues.CLOSE);
    }

    private static void finish(ChannelHandlerContext context, ChannelFuture written, boolean keepAlive) {
        if (keepAlive) {
            context.channel().config().setAutoRead(true);
        } else {
            ChannelFuture unused = written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    private static void hangUp(ChannelHandlerContext context) {
        ChannelFuture unused = context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Thread thread = worker;
        if (thread != null) {
            thread.interrupt();
        }
        context.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof IdleStateEvent && worker == null) {
            hangUp(context);
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        LOGGER.atDebug().addKeyValue("error", error.toString()).log("a connection failed");
        hangUp(context);
    }
}
