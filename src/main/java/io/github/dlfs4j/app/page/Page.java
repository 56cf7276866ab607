package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The server of the page, on an address of this machine that no other machine can reach. */
public final class Page implements AutoCloseable {
    /** Where it listens if that is free. */
    public static final int PORT = 8080;

    /** A property of the JDK's web server, which reads it once: it closes more connections than so many at once. */
    private static final String MOST_CONNECTIONS = "jdk.httpserver.maxConnections";

    /** Another one: whether it sends at once, and not when it has more. Waiting takes longer than a prediction. */
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private static final int MOST_STREAMS = 128;
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(1);

    private final HttpServer server;
    private final Workers workers = new Workers(LONGEST_EXCHANGE);
    private final TrainingControl control;
    private final EventStreams streams;
    private final Chapters chapters;
    private final Thread warmUp;

    private Page(HttpServer server, MainJob job, Path saves) throws IOException {
        this.server = server;
        control = new TrainingControl(job, new SavedTrainings(saves));
        streams = new EventStreams(MOST_STREAMS, LONGEST_WRITE, new TrainingEvents(control));
        chapters = new Chapters(Chapters.find());
        Models models = new Models(job.networks(), control);
        Prediction prediction = new Prediction(models);
        Endpoints endpoints = new Endpoints(job, control, models, prediction, chapters);
        Guard guard = new Guard(server.getAddress().getPort());
        server.createContext("/", new Requests(guard, endpoints.routes(), chapters, streams));
        server.setExecutor(workers);
        server.start();
        warmUp = Workers.daemons("page-warm-up").newThread(prediction::warmUp);
        warmUp.start();
    }

    /**
     * Begins to serve.
     *
     * @param job what it needs of the main job
     * @param port where to listen; 0 for a free port, empty for 8080 or a free one if that is taken
     * @param saves the folder that trainings are saved to, made when one is
     * @return the server, which serves already
     * @throws BindException if the port is taken
     * @throws IOException if no port can be had, or the data cannot be read
     */
    public static Page open(MainJob job, Optional<Integer> port, Path saves) throws IOException {
        System.getProperties().putIfAbsent(MOST_CONNECTIONS, "256");
        System.getProperties().putIfAbsent(NO_DELAY, "true");
        HttpServer server = port.isPresent() ? bind(port.get()) : bindAny();
        try {
            return new Page(server, job, saves);
        } catch (IOException | RuntimeException | Error e) {
            server.stop(0);
            throw e;
        }
    }

    private static HttpServer bindAny() throws IOException {
        try {
            return bind(PORT);
        } catch (BindException e) {
            return bind(0);
        }
    }

    private static HttpServer bind(int port) throws IOException {
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    }

    /**
     * What to type into a browser.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public String address() {
        InetAddress address = server.getAddress().getAddress();
        String name = address.getHostAddress().contains(":") ? "[::1]" : address.getHostAddress();
        return "http://" + name + ":" + server.getAddress().getPort() + "/";
    }

    /** Ends the training that goes on, and stops to serve. */
    @Override
    public void close() {
        warmUp.interrupt();
        control.close();
        streams.close();
        chapters.close();
        server.stop(0);
        workers.close();
    }
}
