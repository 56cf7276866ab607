package io.github.dlfs4j.app.page;

import io.github.dlfs4j.app.page.book.Chapters;
import io.github.dlfs4j.app.page.book.Graphs;
import io.github.dlfs4j.app.page.book.LanguageView;
import io.github.dlfs4j.app.page.drawing.Drawing;
import io.github.dlfs4j.app.page.play.PlaySessions;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.app.page.server.Server;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.app.page.training.Models;
import io.github.dlfs4j.app.page.training.TrainingControl;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page with its views, on a server of its own. */
public final class Page implements AutoCloseable {
    private final Server server;
    private final TrainingControl training;
    private final PlaySessions playing;
    private final Chapters chapters;
    private final Thread warmUp;

    private Page(Server server, MainJob job, Path saves, Limits limits) throws IOException {
        this.server = server;
        List<Model> networks = job.networks();
        Map<String, Route> routes = StaticFiles.routes();
        training = new TrainingControl(job, saves);
        playing = new PlaySessions(job.optimizers(), limits);
        chapters = new Chapters(job.book());
        Drawing drawing = new Drawing(new Models(networks, training), limits);
        List.of(
                        drawing.routes(),
                        training.routes(),
                        playing.routes(),
                        Graphs.routes(job::testImages),
                        chapters.routes(),
                        new LanguageView(job.book()).routes())
                .forEach(routes::putAll);
        server.start(path -> routes.containsKey(path) ? routes.get(path) : chapters.figure(path));
        warmUp = Server.daemons("page-warm-up").newThread(drawing::warmUp);
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
        Server server = new Server(port, limits);
        try {
            return new Page(server, job, saves, limits);
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /**
     * Returns the address to type into a browser.
     *
     * @return the address, for example {@code http://127.0.0.1:8080/}
     */
    public String address() {
        return server.address();
    }

    /**
     * Stops the training after its current step, and saves it if it was saved or resumed before.
     *
     * @return lines for the user that say so; empty if no training is running
     */
    public List<String> stopTraining() {
        return training.stopAndSave();
    }

    /** Stops the server, and the training without saving it. */
    @Override
    public void close() {
        warmUp.interrupt();
        training.close();
        playing.close();
        chapters.close();
        server.close();
    }
}
