package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Handles the requests: checks each one, routes it, and sends the answer or the reason for a refusal. */
record Requests(
        Guard guard, Map<String, Endpoints.Route> routes, Chapters chapters, EventStreams streams, PlaySessions playing)
        implements HttpHandler {
    private static final String EVENTS = "/api/events";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            guard.check(exchange);
            if (exchange.getRequestURI().getRawPath().equals(EVENTS)) {
                check(exchange, "GET", true);
                streams.add(exchange);
                return;
            }
            if (exchange.getRequestURI().getRawPath().equals(PlaySessions.EVENTS)) {
                check(exchange, "GET", true);
                playing.open(exchange);
                return;
            }
            reply = answer(exchange);
        } catch (Refused e) {
            reply = Reply.error(e.status(), e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            reply = Reply.error(Refused.FAILED, "the server failed: " + e);
        }
        try {
            reply.send(exchange);
        } finally {
            exchange.close();
        }
    }

    private Reply answer(HttpExchange exchange) throws IOException, Refused {
        String path = exchange.getRequestURI().getRawPath();
        Endpoints.Route route = routes.get(path);
        if (route == null) {
            Optional<Reply> figure = chapters.figure(path);
            check(exchange, "GET", true);
            return figure.orElseThrow(() -> new Refused(Refused.NOT_FOUND, "there is nothing at this address"));
        }
        if (exchange.getRequestMethod().equals("POST")) {
            check(exchange, "POST", route.post() != null);
            try {
                return Reply.json(route.post().answer(Body.of(exchange)));
            } catch (IOException e) {
                throw new Refused(Refused.FAILED, e.getMessage());
            }
        }
        check(exchange, "GET", route.get() != null);
        return route.get().answer();
    }

    private static void check(HttpExchange exchange, String method, boolean exists) throws Refused {
        if (!exists || !exchange.getRequestMethod().equals(method)) {
            throw new Refused(
                    Refused.METHOD_NOT_ALLOWED, "this address does not allow " + (exists ? "this method" : method));
        }
    }
}
