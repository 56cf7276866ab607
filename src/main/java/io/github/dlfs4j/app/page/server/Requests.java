package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.dlfs4j.language.Words;
import java.io.IOException;
import java.util.function.Function;

/**
 * Handles the requests: checks each one, routes it, and sends the answer or the reason for a refusal.
 *
 * @param routes returns what answers the requests for a path; {@code null} if there is nothing
 * @param workers whose threads this runs in
 */
record Requests(Guard guard, Function<String, Route> routes, Workers workers) implements HttpHandler {
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        ReaderLanguage.of(exchange.getRequestHeaders()).speak(() -> {
            respond(exchange);
            return null;
        });
    }

    private void respond(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            Route route = routes.apply(String.valueOf(exchange.getRequestURI().getRawPath()));
            guard.check(exchange, route != null && route.takesFile());
            if (route != null && route.stream() != null) {
                check(exchange, "GET", true);
                workers.follow(route.stream(), exchange);
                return;
            }
            reply = answer(exchange, route);
        } catch (Refused e) {
            reply = Reply.error(e.status(), e.getMessage());
        } catch (RuntimeException | Error e) {
            reply = Reply.error(Refused.FAILED, Words.PAGE.of("refused.failed", e));
        }
        workers.send(reply, exchange);
    }

    private Reply answer(HttpExchange exchange, Route route) throws IOException, Refused {
        if (route == null) {
            check(exchange, "GET", true);
            throw Refused.because(Refused.NOT_FOUND, "nothing");
        }
        if (exchange.getRequestMethod().equals("POST")) {
            check(exchange, "POST", route.post() != null);
            return route.takesFile() ? workers.large(() -> posted(exchange, route)) : posted(exchange, route);
        }
        check(exchange, "GET", route.get() != null);
        return workers.work(route.get());
    }

    private Reply posted(HttpExchange exchange, Route route) throws IOException, Refused {
        Body body = Body.of(exchange, route.longest());
        return workers.work(() -> Reply.json(route.post().answer(body)));
    }

    private static void check(HttpExchange exchange, String method, boolean exists) throws Refused {
        if (!exists || !exchange.getRequestMethod().equals(method)) {
            throw exists
                    ? Refused.because(Refused.METHOD_NOT_ALLOWED, "this.method")
                    : Refused.because(Refused.METHOD_NOT_ALLOWED, "method", method);
        }
    }
}
