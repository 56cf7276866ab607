package io.github.dlfs4j.app.page;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server of the page, on an address that no other machine can reach. */
public final class Page implements AutoCloseable {
    /** The port if none is named and this one is free. */
    public static final int PORT = 8080;

    /**
     * Properties of the JDK's web server, which reads them once. The connections are so many that a thousand silent
     * ones, which the server closes after half a minute, do not keep others out. To wait for more to send takes longer
     * than a prediction. The rest of a body that is refused is taken, however long: a connection that is closed before
     * is reset, and the client may never see its answer.
     */
    private static final Map<String, String> OF_THE_SERVER = Map.of(
            "jdk.httpserver.maxConnections",
            String.valueOf(Workers.THREADS),
            "sun.net.httpserver.drainAmount",
            String.valueOf(Long.MAX_VALUE),
            "sun.net.httpserver.maxReqHeaderSize",
            "65536",
            "sun.net.httpserver.nodelay",
            "true");

    private static final int MOST_STREAMS = 128;

    private final HttpServer server;
    private final Workers workers;
    private final TrainingControl control;
    private final EventStreams streams;
    private final PlaySessions playing;
    private final Chapters chapters;
    private final Thread warmUp;

    private Page(HttpServer server, MainJob job, Path saves, Limits limits) throws IOException {
        this.server = server;
        workers = new Workers(limits);
        control = new TrainingControl(job, new SavedTrainings(saves));
        streams = new EventStreams(MOST_STREAMS, EventStreams.PERIOD, new TrainingEvents(control));
        playing = new PlaySessions(job.optimizers(), limits);
        chapters = new Chapters(job.book());
        Models models = new Models(job.networks(), control);
        Prediction prediction = new Prediction(models);
        Endpoints endpoints = new Endpoints(job, control, models, prediction, chapters, playing, limits);
        Guard guard = new Guard(server.getAddress().getPort());
        Map<String, Requests.Stream> followed =
                Map.of("/api/events", streams::serve, "/api/play/events", playing::serve);
        server.createContext("/", new Requests(guard, endpoints.routes(), followed, chapters, workers));
        server.setExecutor(workers);
        server.start();
        warmUp = Workers.daemons("page-warm-up").newThread(prediction::warmUp);
        warmUp.start();
    }

    /**
     * Starts a server.
     *
     * @param job the data, networks and trainings of the main job
     * @param port the port; 0 for a free one; empty for 8080, or a free one if 8080 is taken
     * @param saves the folder that trainings are saved to; created when the first one is saved
     * @param limits how long the server waits
     * @return the server, which is already running
     * @throws BindException if the port is taken
     * @throws IOException if no port is available, or the data cannot be read
     */
    public static Page open(MainJob job, Optional<Integer> port, Path saves, Limits limits) throws IOException {
        OF_THE_SERVER.forEach(System.getProperties()::putIfAbsent);
        HttpServer server = port.isPresent() ? bind(port.get()) : bindAny();
        try {
            return new Page(server, job, saves, limits);
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
        // By default 50 may wait to be accepted, and the system begins each further connection anew after a second.
        return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
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

    /**
     * Stops the training after its current step, and saves it if it was saved or resumed before.
     *
     * @return lines for the user that say so; empty if no training is running
     */
    public List<String> stopTraining() {
        return control.stopAndSave();
    }

    /** Stops the server, and the training without saving it. */
    @Override
    public void close() {
        warmUp.interrupt();
        control.stop();
        streams.close();
        playing.close();
        chapters.close();
        server.stop(0);
        workers.close();
    }
}
