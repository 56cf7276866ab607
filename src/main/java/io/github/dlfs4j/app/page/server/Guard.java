package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decides which requests are allowed. Only this machine can reach the server, but a browser on this machine may show
 * pages of other sites too. The guard recognises them:
 *
 * <ul>
 *   <li>A site may make its name resolve to this machine (DNS rebinding). Its requests have that name in {@code Host}.
 *   <li>A site may post to this server (cross-site request forgery). Its requests have its own address in
 *       {@code Origin}. Browsers also ask for permission before they send JSON or a file's bytes for another site, and
 *       get none.
 *   <li>A site may include parts of this page. Its requests are marked by {@code Sec-Fetch-Site}.
 * </ul>
 */
final class Guard {
    private static final int HTTP_PORT = 80;

    private final Set<String> hosts = new TreeSet<>();

    /** @param port the port of the server */
    Guard(int port) {
        for (String name : List.of("127.0.0.1", "localhost", "[::1]")) {
            hosts.add(name + ":" + port);
            if (port == HTTP_PORT) {
                hosts.add(name);
            }
        }
    }

    /**
     * Checks that a request comes from the page, or from the user who opens it.
     *
     * @param takesFile whether its address takes the content of a file
     * @throws Refused with a status that says why
     */
    void check(HttpExchange exchange, boolean takesFile) throws Refused {
        Headers headers = exchange.getRequestHeaders();
        String host = only(headers, "Host");
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw Refused.because(Refused.MISDIRECTED, "name");
        }
        URI address = exchange.getRequestURI();
        if (address.getScheme() != null || address.getRawAuthority() != null || address.getRawQuery() != null) {
            throw Refused.because("path");
        }
        boolean isPost = exchange.getRequestMethod().equals("POST");
        checkOrigin(headers, isPost, "http://" + host);
        // Any site may link to the page, but only the page itself may load its parts.
        if (isPost || !address.getRawPath().equals("/")) {
            checkSite(only(headers, "Sec-Fetch-Site"), isPost);
        }
        if (isPost) {
            checkType(only(headers, "Content-Type"), takesFile);
        }
    }

    private static void checkType(String type, boolean isFile) throws Refused {
        boolean fits = isFile
                ? type.equals(Body.FILE)
                : type.toLowerCase(Locale.ROOT).matches("application/json(; ?charset=utf-8)?");
        if (!fits) {
            throw Refused.because(Refused.UNSUPPORTED_TYPE, "type", isFile ? Body.FILE : "application/json");
        }
    }

    private static void checkOrigin(Headers headers, boolean isPost, String own) throws Refused {
        String origin = only(headers, "Origin");
        if (origin.isEmpty() ? isPost : !origin.equalsIgnoreCase(own)) {
            throw Refused.because(Refused.FORBIDDEN, "elsewhere");
        }
    }

    /** Checks a header that browsers send. Its value is "none" when the user types the address. */
    private static void checkSite(String site, boolean isPost) throws Refused {
        boolean isOwn = site.isEmpty() || site.equals("same-origin") || (site.equals("none") && !isPost);
        if (!isOwn) {
            throw Refused.because(Refused.FORBIDDEN, "elsewhere");
        }
    }

    /** Returns a header that may occur only once; empty if it is missing. */
    private static String only(Headers headers, String name) throws Refused {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Refused.because("twice", name);
        }
        return values.isEmpty() ? "" : values.get(0).strip();
    }
}
