package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.file.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The answer to a request.
 *
 * @param status the status code of HTTP
 * @param type the media type
 * @param policy the content security policy: what a browser may load for it
 * @param content the body
 */
@SuppressWarnings("ArrayRecordComponent") // nothing changes or compares the content
public record Reply(int status, String type, String policy, byte[] content) {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String SVG = "image/svg+xml";
    /** The server keeps a buffer of twice this length for each connection. */
    private static final int PIECE = 1 << 14;

    /**
     * Answers with the content of a file.
     *
     * @param type the media type
     * @param content the content
     * @return the answer
     */
    public static Reply of(String type, byte[] content) {
        return type.equals(SVG)
                ? svg(new String(content, StandardCharsets.UTF_8))
                : new Reply(200, type, POLICY, content);
    }

    /**
     * Answers with JSON.
     *
     * @param value what {@link JsonWriter} writes
     * @return the answer
     */
    public static Reply json(Object value) {
        return json(200, value);
    }

    static Reply json(int status, Object value) {
        return new Reply(
                status, "application/json", POLICY, JsonWriter.write(value).getBytes(StandardCharsets.UTF_8));
    }

    static Reply error(int status, String line) {
        return json(status, JsonWriter.object("error", line));
    }

    /** Answers with a drawing, which may use its own style sheet, but no other and no script. */
    static Reply svg(String text) {
        String begin = "<style>";
        int start = text.indexOf(begin);
        int end = text.indexOf("</style>");
        String style = start < 0 || end < start ? "" : text.substring(start + begin.length(), end);
        String policy = "default-src 'none'; style-src 'sha256-%s'; frame-ancestors 'none'".formatted(sha256(style));
        return new Reply(200, SVG, policy, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
        byte[] digest = Digests.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Sends the answer. Who ends the exchange takes the rest of the request first. */
    void send(HttpExchange exchange) throws IOException {
        setHeaders(exchange, type, policy);
        boolean isEmpty = content.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, isEmpty ? -1 : content.length);
        if (isEmpty) {
            return;
        }
        OutputStream out = exchange.getResponseBody();
        for (int from = 0; from < content.length; from += PIECE) {
            out.write(content, from, Math.min(PIECE, content.length - from));
        }
        out.flush();
    }

    /**
     * Sends the headers of a stream of events, which has no end.
     *
     * @param exchange the request
     * @throws IOException if the tab is gone
     */
    public static void beginEvents(HttpExchange exchange) throws IOException {
        setHeaders(exchange, "text/event-stream", POLICY);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush(); // JDK 25 would send the head with the first event
    }

    private static void setHeaders(HttpExchange exchange, String type, String policy) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type.startsWith("text/") ? type + "; charset=utf-8" : type);
        headers.set("Content-Security-Policy", policy);
        headers.set("Cache-Control", "no-store");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
    }
}
