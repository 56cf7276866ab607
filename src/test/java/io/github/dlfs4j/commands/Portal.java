package io.github.dlfs4j.commands;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A web server on this machine in the place of the portal of Maven Central. It keeps what is uploaded. */
final class Portal implements AutoCloseable {
    /** A bundle that was uploaded, a character for each byte, and the account that did it, as HTTP writes it. */
    record Upload(String bundle, String account) {}

    private static final String DEPLOYMENT = new UUID(4, 2).toString();
    private static final String VALIDATED = "{\"deploymentId\":\"" + DEPLOYMENT
            + "\",\"deploymentName\":\"a release\",\"deploymentState\":\"VALIDATED\",\"purls\":[],\"errors\":{}}";

    private final HttpServer server;
    private final List<Upload> uploads = new ArrayList<>();

    private Portal(HttpServer server) {
        this.server = server;
    }

    static Portal open() throws IOException {
        Portal portal = new Portal(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        portal.server.createContext("/api/v1/publisher/upload", portal::upload);
        portal.server.createContext(
                "/api/v1/publisher/status", exchange -> reply(exchange, 200, "application/json", VALIDATED));
        portal.server.start();
        return portal;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was uploaded, in that order. */
    List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    /** The bundle is the only part of a form: it begins after an empty line, and the boundary ends it. */
    private void upload(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = exchange.getRequestHeaders();
        String boundary = headers.get("Content-Type").get(0).replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        String bundle = form.substring(form.indexOf("\r\n\r\n") + 4, form.lastIndexOf("\r\n--" + boundary));
        uploads.add(new Upload(bundle, headers.get("Authorization").get(0)));
        reply(exchange, 201, "text/plain", DEPLOYMENT);
    }

    private static void reply(HttpExchange exchange, int code, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
