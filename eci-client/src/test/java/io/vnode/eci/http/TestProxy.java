package io.vnode.eci.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A proxy that leads every request to one server, whatever its target is called, and remembers what it was told. */
public final class TestProxy implements AutoCloseable {

    private final ServerSocket server;
    private final InetSocketAddress target;
    private final @Nullable String wanted;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private TestProxy(ServerSocket server, InetSocketAddress target, @Nullable String wanted) {
        this.server = server;
        this.target = target;
        this.wanted = wanted;
    }

    /** @param authorization the line that each request must have; null when anybody may come */
    public static TestProxy to(InetSocketAddress target, @Nullable String authorization) throws IOException {
        TestProxy proxy =
                new TestProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target, authorization);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests, from the first line to the last header. */
    public List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(target.getAddress(), target.getPort())) {
            String head = head(client.getInputStream());
            heads.add(head);
            if (wanted != null && !head.contains("Proxy-Authorization: " + wanted + "\r\n")) {
                say(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
                return;
            }
            if (head.startsWith("CONNECT ")) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            } else {
                upstream.getOutputStream()
                        .write(head.replaceFirst(" http://[^/ ]+", " ").getBytes(ISO_8859_1));
            }
            Thread back = Thread.ofVirtual().start(() -> copy(upstream, client));
            copy(client, upstream);
            back.join();
        } catch (IOException | InterruptedException _) {
            // the client sees the end of the connection
        }
    }

    private static void say(Socket client, String status) throws IOException {
        client.getOutputStream()
                .write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(ISO_8859_1));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no head");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            OutputStream out = to.getOutputStream();
            from.getInputStream().transferTo(out);
        } catch (IOException _) {
            // one side has gone
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
