package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * What answers the requests for a path.
 *
 * @param get answers GET; {@code null} if the path does not allow it
 * @param post answers POST; {@code null} if the path does not allow it
 * @param stream serves GET instead, for as long as the client is there; {@code null} if there is an answer
 * @param longest the largest length of a body in bytes
 */
public record Route(Get get, Post post, Stream stream, int longest) {
    /** Answers a request without a body. */
    public interface Get {
        /**
         * Makes the answer.
         *
         * @return the answer
         * @throws IOException if a file cannot be used; its message is for the user
         * @throws Refused if there is no answer
         */
        Reply answer() throws IOException, Refused;
    }

    /** Answers a request with a body. */
    public interface Post {
        /**
         * Makes the answer.
         *
         * @param body what was sent
         * @return the answer, which is written as JSON
         * @throws IOException if a file cannot be used; its message is for the user
         * @throws Refused if there is no answer
         */
        Object answer(Body body) throws IOException, Refused;
    }

    /** Sends events. */
    public interface Stream {
        /**
         * Serves a client in this thread until it is gone, as {@link EventStreams#serve} does.
         *
         * @param exchange the request
         * @throws IOException when the client is gone
         * @throws Refused if there are too many clients
         */
        void serve(HttpExchange exchange) throws IOException, Refused;
    }

    /**
     * Answers GET and, as JSON, POST.
     *
     * @param get answers GET
     * @param post answers POST
     * @return the route
     */
    public static Route of(Get get, Post post) {
        return new Route(get, post, null, Body.SHORT);
    }

    /**
     * Answers GET alone.
     *
     * @param get answers GET
     * @return the route
     */
    public static Route get(Get get) {
        return of(get, null);
    }

    /**
     * Answers POST alone.
     *
     * @param post answers POST
     * @return the route
     */
    public static Route post(Post post) {
        return of(null, post);
    }

    /**
     * Takes the content of a file. There are few such requests at once.
     *
     * @param post answers POST
     * @param longest the largest length of a file in bytes
     * @return the route
     */
    public static Route file(Post post, int longest) {
        return new Route(null, post, null, longest);
    }

    /**
     * Sends events to those who ask with GET.
     *
     * @param stream sends them
     * @return the route
     */
    public static Route events(Stream stream) {
        return new Route(null, null, stream, Body.SHORT);
    }

    /** Whether a body is the content of a file. */
    boolean takesFile() {
        return longest > Body.SHORT;
    }
}
