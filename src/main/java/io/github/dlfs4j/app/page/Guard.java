package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may ask. The server is bound to this machine alone, but a browser on this machine has pages of others open too:
 *
 * <ul>
 *   <li>A page whose name was made to lead to this machine (DNS rebinding) comes with its own name in {@code Host}.
 *   <li>A page that posts to this one (cross-site request forgery) has its own address in {@code Origin}, and cannot
 *       send JSON without asking first, to which there is no answer.
 *   <li>A page that shows parts of this one is told by {@code Sec-Fetch-Site}.
 * </ul>
 */
final class Guard {
    private static final int HTTP_PORT = 80;

    private final Set<String> hosts = new TreeSet<>();

    /** @param port on which the server listens */
    Guard(int port) {
        for (String name : List.of("127.0.0.1", "localhost", "[::1]")) {
            hosts.add(name + ":" + port);
            if (port == HTTP_PORT) {
                hosts.add(name);
            }
        }
    }

    /**
     * Refuses what does not come from the page, or from whoever opens it.
     *
     * @throws Refused with a status that says why
     */
    void check(HttpExchange exchange) throws Refused {
        Headers headers = exchange.getRequestHeaders();
        String host = only(headers, "Host");
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refused(Refused.MISDIRECTED, "this is not the server of that name");
        }
        URI address = exchange.getRequestURI();
        if (address.getScheme() != null || address.getRawAuthority() != null || address.getRawQuery() != null) {
            throw new Refused("an address here is a path without a query");
        }
        boolean isPost = exchange.getRequestMethod().equals("POST");
        checkOrigin(headers, isPost, "http://" + host);
        // Anybody may have a link to the page; what it is made of is for the page alone.
        if (isPost || !address.getRawPath().equals("/")) {
            checkSite(only(headers, "Sec-Fetch-Site"), isPost);
        }
        if (isPost
                && !only(headers, "Content-Type")
                        .toLowerCase(Locale.ROOT)
                        .matches("application/json(; ?charset=utf-8)?")) {
            throw new Refused(Refused.UNSUPPORTED_TYPE, "posts are application/json");
        }
    }

    private static void checkOrigin(Headers headers, boolean isPost, String own) throws Refused {
        String origin = only(headers, "Origin");
        boolean isLacking = origin.isEmpty() && isPost;
        if (isLacking || (!origin.isEmpty() && !origin.equalsIgnoreCase(own))) {
            throw new Refused(Refused.FORBIDDEN, "this is for the page itself, not for others");
        }
    }

    /** Browsers send it; "none" is the user's doing, such as an address that was typed. */
    private static void checkSite(String site, boolean isPost) throws Refused {
        boolean isOwn = site.isEmpty() || site.equals("same-origin") || (site.equals("none") && !isPost);
        if (!isOwn) {
            throw new Refused(Refused.FORBIDDEN, "this is for the page itself, not for others");
        }
    }

    /** A header that is there at most once; empty if it is not there. */
    private static String only(Headers headers, String name) throws Refused {
        List<String> values = headers.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Refused("the header %s is there twice".formatted(name));
        }
        return values.isEmpty() ? "" : values.get(0).strip();
    }
}
