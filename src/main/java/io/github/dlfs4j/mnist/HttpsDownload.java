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
 * Downloads a file over HTTPS. Plain HTTP is allowed only from this machine, for tests and for your own mirrors.
 *
 * <p>The time-out covers everything from connecting and redirects to the last byte of the body. The time-out of an
 * {@link HttpClient} request would cover only the head of the response.
 */
final class HttpsDownload {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_REDIRECTS = 5;
    private static final int OK = 200;
    /** A message truncates an address that is longer than this. */
    private static final int MAX_ADDRESS = 150;

    /** The addresses of this machine. No other name is accepted, because a name server decides what it means. */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|\\[::1]|127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

    private final Duration timeout;
    /** Follows no redirects by itself, because each must be checked first. */
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
     * Returns the body of the response.
     *
     * @param maxLength the most bytes that the body may have
     * @throws IOException if the address or one that it redirects to is refused, if the status is not 200, if the body
     *     is truncated or too long, or if the time is up
     */
    byte[] get(URI address, int maxLength) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        checkSecure(address);
        URI current = address;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = send(current, maxLength, deadline);
            if (response.statusCode() == OK) {
                return response.body();
            }
            current = redirected(current, response);
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

    private static URI redirected(URI from, HttpResponse<?> response) throws IOException {
        boolean redirect = switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
        String location = response.headers().firstValue("Location").orElse(null);
        if (!redirect || location == null) {
            throw new IOException("HTTP status " + response.statusCode());
        }
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new IOException("redirect to an invalid address: " + Excerpt.of(location, MAX_ADDRESS), e);
        }
        checkSecure(to);
        if (isHttps(from) && !isHttps(to)) {
            throw new IOException("redirect from https to " + shown(to) + " is refused");
        }
        return to;
    }

    private HttpResponse<byte[]> send(URI address, int maxLength, long deadline) throws IOException {
        // The body of an error or a redirect is ignored, because it may never end.
        BodyHandler<byte[]> handler =
                head -> head.statusCode() == OK ? new BoundedBody(maxLength) : BoundedBody.ignored();
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(HttpRequest.newBuilder(address).build(), handler);
        try {
            return response.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(
                    String.format(Locale.ROOT, "no complete response within %.1f s", timeout.toMillis() / 1e3));
        } catch (ExecutionException e) {
            throw new IOException(message(e.getCause(), address), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + address);
        } finally {
            // Closes the connection if the response has not ended.
            response.cancel(true);
        }
    }

    /** Returns the reason of a failure. An exception for an unknown host or a refused connection has no message. */
    private static String message(Throwable cause, URI address) {
        if (cause.getMessage() == null) {
            return "no connection to " + address.getAuthority();
        }
        // Java's client throws what its parsers of numbers and addresses throw.
        boolean isWrong = cause instanceof RuntimeException;
        return isWrong ? "a wrong address or response: " + cause.getMessage() : cause.getMessage();
    }
}
