package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Gets a file over HTTPS. Plain HTTP is taken from this machine alone, which serves tests and mirrors of one's own.
 *
 * <p>The time-out is for all of it: connecting, redirects, and the last byte of the body. The time-out that a request
 * of {@link HttpClient} has ends with the head of the answer.
 */
final class HttpsDownload {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_REDIRECTS = 5;
    private static final int OK = 200;
    /** The length of an address from which on a message cuts it. */
    private static final int MAX_ADDRESS = 150;

    /** No name but this one: what others mean is for a name server to say. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

    private final Duration timeout;
    /** It is told to follow no redirect: each is looked at first. */
    private final HttpClient client;

    HttpsDownload(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The body of the answer.
     *
     * @param maxLength the number of bytes beyond which it is refused
     * @throws IOException if the address or one that it redirects to is refused, if the status is not 200, if the body
     *     is cut short or too long, or if the time is up
     */
    byte[] get(URI address, int maxLength) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        checkSecure(address);
        URI current = address;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpResponse<byte[]> answer = send(current, maxLength, deadline);
            if (answer.statusCode() == OK) {
                return answer.body();
            }
            current = redirected(current, answer);
        }
        throw new IOException("more than " + MAX_REDIRECTS + " redirects");
    }

    /** @throws IOException if data must not be fetched from the address */
    static void checkSecure(URI address) throws IOException {
        String host = address.getHost();
        boolean https = isHttps(address) && host != null;
        boolean local = "http".equalsIgnoreCase(address.getScheme())
                && host != null
                && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
        if (!https && !local) {
            throw new IOException(shown(address) + " is refused: it is neither https nor http on this machine");
        }
    }

    private static String shown(URI address) {
        return Excerpt.of(address.toString(), MAX_ADDRESS);
    }

    private static boolean isHttps(URI address) {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    private static URI redirected(URI from, HttpResponse<?> answer) throws IOException {
        boolean redirect = switch (answer.statusCode()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
        String location = answer.headers().firstValue("Location").orElse(null);
        if (!redirect || location == null) {
            throw new IOException("HTTP status " + answer.statusCode());
        }
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("redirect to what is no address: " + Excerpt.of(location, MAX_ADDRESS), e);
        }
        checkSecure(to);
        if (isHttps(from) && !isHttps(to)) {
            throw new IOException("redirect from https to " + shown(to) + " is refused");
        }
        return to;
    }

    private HttpResponse<byte[]> send(URI address, int maxLength, long deadline) throws IOException {
        // What comes with an error or a redirect may have no end: the status alone decides.
        BodyHandler<byte[]> handler = head -> head.statusCode() == OK ? new BoundedBody(maxLength) : new IgnoredBody();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(HttpRequest.newBuilder(address).build(), handler);
        try {
            return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no complete answer within %.1f s".formatted(timeout.toMillis() / 1e3));
        } catch (ExecutionException e) {
            throw new IOException(message(e.getCause(), address), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + address);
        } finally {
            // Of what has not ended, this closes the connection.
            answer.cancel(true);
        }
    }

    /** That a host does not exist or listen is told without a message. */
    private static String message(Throwable cause, URI address) {
        return cause.getMessage() == null ? "no connection to " + address.getAuthority() : cause.getMessage();
    }
}
