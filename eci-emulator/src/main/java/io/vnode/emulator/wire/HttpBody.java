package io.vnode.emulator.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Writes bodies piece by piece, until they end or the caller goes away. */
final class HttpBody {

    /** The content type of answers. */
    static final String JSON = "application/json;charset=utf-8";

    private static final int PIECE = 64 * 1024;

    private HttpBody() {}

    static void trickle(ChannelHandlerContext context, HttpReply.Trickle trickle) {
        HttpResponse response = ok();
        HttpUtil.setContentLength(response, trickle.body().length);
        var _ = context.writeAndFlush(response);
        trickle(context, trickle, 0);
    }

    private static void trickle(ChannelHandlerContext context, HttpReply.Trickle trickle, int sent) {
        if (!context.channel().isActive()) {
            return;
        }
        ByteBuf next = Unpooled.wrappedBuffer(trickle.body(), sent, 1);
        if (sent + 1 == trickle.body().length) {
            // In one with the last byte: whoever has that may send the next call on this connection.
            var _ = context.writeAndFlush(new DefaultLastHttpContent(next));
            return;
        }
        var _ = context.writeAndFlush(new DefaultHttpContent(next));
        var _ = context.executor()
                .schedule(
                        () -> trickle(context, trickle, sent + 1),
                        trickle.pause().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    static void endless(ChannelHandlerContext context, HttpReply.Endless endless) {
        HttpResponse response = ok();
        HttpUtil.setTransferEncodingChunked(response, true);
        var _ = context.write(response);
        var _ = context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(endless.start())));
        byte[] piece = new byte[PIECE];
        Arrays.fill(piece, endless.repeated());
        endless(context, piece, endless.length() - endless.start().length);
    }

    private static void endless(ChannelHandlerContext context, byte[] piece, long left) {
        if (left <= 0) {
            var _ = context.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            return;
        }
        // The next piece follows when this one is on its way, so that memory does not fill up here.
        int length = (int) Math.min(left, piece.length);
        context.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(piece, 0, length)))
                .addListener((ChannelFutureListener) sent -> {
                    if (sent.isSuccess()) {
                        // Not from within: a fast reader would grow the stack.
                        context.executor().execute(() -> endless(context, piece, left - length));
                    }
                });
    }

    private static HttpResponse ok() {
        HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, JSON);
        return response;
    }
}
