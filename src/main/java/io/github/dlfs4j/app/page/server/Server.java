package io.github.dlfs4j.app.page.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** The web server of the JDK, on an address that no other machine can reach. */
public final class Server implements AutoCloseable {
    /** The port if none is named and this one is free. */
    public static final int PORT = 8080;

    /**
     * Properties of the JDK's web server, which reads them once. The connections are so many that a thousand silent
     * ones, which the server closes after half a minute, do not keep others out. To wait for more to send takes longer
     * than a prediction. The rest of a body that is refused is taken, however long: a connection that is closed before
     * is reset, and the client may never see its answer.
     */
    private static final Map<String, String> PROPERTIES = Map.of(
            "jdk.httpserver.maxConnections",
            String.valueOf(Workers.THREADS),
            "sun.net.httpserver.drainAmount",
            String.valueOf(Long.MAX_VALUE),
            "sun.net.httpserver.maxReqHeaderSize",
            "65536",
            "sun.net.httpserver.nodelay",
            "true");

    private final HttpServer server;
    private final Workers workers;

    /**
     * Takes a port.
     *
     * @param port the port; 0 for a free one; empty for 8080, or a free one if 8080 is taken
     * @param limits how long the server waits
     * @throws BindException if the port is taken
     * @throws IOException if no port is available
     */
    public Server(Optional<Integer> port, Limits limits) throws IOException {
        PROPERTIES.forEach(System.getProperties()::putIfAbsent);
        server = port.isPresent() ? bind(port.get()) : bindAny();
        workers = new Workers(limits);
    }

    private static HttpServer bindAny() throws IOException {
        try {
            return bind(PORT);
        } catch (BindException e) {
            return bind(0);
        }
    }

    private static HttpServer bind(int port) throws IOException {
        // By default 50 may wait to be accepted, and the system begins each further connection anew after a second.
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
    }

    /**
     * Begins to answer.
     *
     * @param routes returns what answers the requests for a path; {@code null} if there is nothing
     */
    public void start(Function<String, Route> routes) {
        Guard guard = new Guard(server.getAddress().getPort());
        server.createContext("/", new Requests(guard, routes, workers));
        server.setExecutor(workers);
        server.start();
    }

    /**
     * Returns the address to type into a browser.
     *
     * @return the address, for example {@code http://127.0.0.1:8080/}
     */
    public String address() {
        InetAddress address = server.getAddress().getAddress();
        String name = address.getHostAddress().contains(":") ? "[::1]" : address.getHostAddress();
        return "http://" + name + ":" + server.getAddress().getPort() + "/";
    }

    /** Takes no more requests. Work goes on. */
    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }

    /**
     * Creates daemon threads, which do not keep Java from exiting.
     *
     * @param name what they do
     * @return what creates them
     */
    public static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, "dlfs4j-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
