package io.github.dlfs4j.mnist.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server on this machine. Each of its folders is a mirror, which is good, or bad in its own way. */
public final class MirrorServer implements AutoCloseable {
    private final String scheme;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** Returns the body of the response for the name of a file. */
    public interface Content {
        byte[] of(String name) throws IOException;
    }

    public MirrorServer() throws IOException {
        this("http", HttpServer.create(address(), 0));
    }

    /** Creates a server that presents a certificate. */
    static MirrorServer https(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new MirrorServer("https", server);
    }

    private MirrorServer(String scheme, HttpServer server) {
        this.scheme = scheme;
        this.server = server;
        server.setExecutor(threads);
        server.start();
    }

    static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public static byte[] published(String name) throws IOException {
        return Files.readAllBytes(Path.of("data", name));
    }

    /** Returns the requested paths, in order. */
    public List<String> requests() {
        return requests;
    }

    private String mirror(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            try (exchange) {
                handler.handle(exchange);
            }
        });
        return scheme + "://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String name(HttpExchange exchange) {
        return Path.of(exchange.getRequestURI().getPath()).getFileName().toString();
    }

    public String good() {
        return giving("/good/", MirrorServer::published);
    }

    public String giving(String path, Content content) {
        return mirror(path, exchange -> {
            byte[] body = content.of(name(exchange));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    public String answering(int status) {
        return mirror("/status-" + status + "/", exchange -> {
            byte[] body = published(name(exchange));
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    /** Sends half of the body, then closes the connection. */
    String truncating() {
        return mirror("/truncated/", exchange -> {
            byte[] body = published(name(exchange));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
        });
    }

    /** Sends half of the body, then nothing. */
    String stalling() {
        return mirror("/stalled/", exchange -> {
            byte[] body = published(name(exchange));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body, 0, body.length / 2);
            exchange.getResponseBody().flush();
            waitForClosing();
        });
    }

    String silent() {
        return mirror("/silent/", exchange -> waitForClosing());
    }

    private void waitForClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a body that never ends, with or without an announced length. */
    String endless(long announced) {
        return endless(200, announced, null);
    }

    /** Sends a body that never ends with another status and, if given, a location to redirect to. */
    String endless(int status, long announced, String location) {
        return mirror("/endless-" + status + "-" + announced + "/", exchange -> {
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location.replace("NAME", name(exchange)));
            }
            exchange.sendResponseHeaders(status, announced);
            OutputStream body = exchange.getResponseBody();
            byte[] block = new byte[1 << 14];
            while (closing.getCount() > 0) {
                body.write(block);
            }
        });
    }

    /** Sends a redirect to another address, or to none. */
    String redirecting(String path, int status, String location) {
        return mirror(path, exchange -> {
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location.replace("NAME", name(exchange)));
            }
            exchange.sendResponseHeaders(status, -1);
        });
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
