package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Handles the requests: checks each one, routes it, and sends the answer or the reason for a refusal.
 *
 * @param routes what answers the requests for a path
 * @param streams the streams of events that the requests for a path follow
 * @param workers whose threads this runs in
 */
record Requests(
        Guard guard,
        Map<String, Endpoints.Route> routes,
        Map<String, Stream> streams,
        Chapters chapters,
        Workers workers)
        implements HttpHandler {
    /** Serves a tab in this thread until the tab is gone, as {@link EventStreams#serve} does. */
    interface Stream {
        void serve(HttpExchange exchange) throws IOException, Refused;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Reply reply;
        try {
            guard.check(exchange);
            Stream events = streams.get(exchange.getRequestURI().getRawPath());
            if (events != null) {
                check(exchange, "GET", true);
                workers.follow(events, exchange);
                return;
            }
            reply = answer(exchange);
        } catch (Refused e) {
            reply = Reply.error(e.status(), e.getMessage());
        } catch (RuntimeException | Error e) {
            reply = Reply.error(Refused.FAILED, "the server failed: " + e);
        }
        workers.send(reply, exchange);
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
            return route.longest() > Body.SHORT
                    ? workers.large(() -> posted(exchange, route))
                    : posted(exchange, route);
        }
        check(exchange, "GET", route.get() != null);
        return worked(route.get()::answer);
    }

    private Reply posted(HttpExchange exchange, Endpoints.Route route) throws IOException, Refused {
        Body body = Body.of(exchange, route.longest());
        return worked(() -> Reply.json(route.post().answer(body)));
    }

    private Reply worked(Workers.Work work) throws Refused {
        try {
            return workers.work(work);
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, e.getMessage());
        }
    }

    private static void check(HttpExchange exchange, String method, boolean exists) throws Refused {
        if (!exists || !exchange.getRequestMethod().equals(method)) {
            throw new Refused(
                    Refused.METHOD_NOT_ALLOWED, "this address does not allow " + (exists ? "this method" : method));
        }
    }
}
