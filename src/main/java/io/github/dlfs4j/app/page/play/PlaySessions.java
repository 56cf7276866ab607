package io.github.dlfs4j.app.page.play;

import com.sun.net.httpserver.HttpExchange;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.app.playground.Plane;
import io.github.dlfs4j.app.playground.PlayActivation;
import io.github.dlfs4j.app.playground.PlayData;
import io.github.dlfs4j.app.playground.Playground;
import io.github.dlfs4j.app.playground.Suggestion;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Optimizer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;

/** The view "Play": the tabs that play, each with a session of its own, and few at a time. */
public final class PlaySessions implements AutoCloseable {
    /** The name of a thread while it plays with a tab. */
    private static final String NAME = "dlfs4j-playground";

    private static final int MOST = 2;
    private static final int MOST_OF_LINES = 1 << 20;
    private static final Pattern ACTION = Pattern.compile("[a-z]{1,20}");
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    /** The points of each class in the small pictures of the data. */
    private static final int FEW_POINTS = 60;

    private final Map<String, DoubleFunction<Optimizer>> optimizers;
    private final PlayForm form;
    private final Limits limits;
    private final Map<String, PlaySession> sessions = new ConcurrentHashMap<>();

    /**
     * Creates the sessions, of which none is open yet.
     *
     * @param optimizers what makes an optimiser from a learning rate, by name
     * @param limits how long a tab may take to read, and when a session ends if its tab orders nothing
     */
    public PlaySessions(Map<String, DoubleFunction<Optimizer>> optimizers, Limits limits) {
        this.optimizers = optimizers;
        this.limits = limits;
        form = new PlayForm(optimizers.keySet());
    }

    /**
     * Returns what answers the view's requests.
     *
     * @return the routes by their paths
     */
    public Map<String, Route> routes() {
        return Map.of(
                "/api/play", Route.of(() -> Reply.json(choices()), this::act),
                "/api/play/lines", Route.file(body -> new PointLines(body.fileText()).toJson(), MOST_OF_LINES),
                "/api/play/events", Route.events(this::serve));
    }

    /**
     * Plays with a tab in this thread until the session is over.
     *
     * @throws IOException if the tab is gone or does not read
     * @throws Refused if enough tabs play already
     */
    void serve(HttpExchange exchange) throws IOException, Refused {
        PlaySession session = new PlaySession(
                exchange,
                limits,
                plan -> new Playground(plan, optimizers.get(plan.learning().optimizer())));
        enter(session);
        String name = Thread.currentThread().getName();
        try {
            Reply.beginEvents(exchange);
            Thread.currentThread().setName(NAME);
            session.run();
        } finally {
            Thread.currentThread().setName(name);
            sessions.remove(session.id());
            Thread.interrupted();
        }
    }

    private synchronized void enter(PlaySession session) throws Refused {
        if (sessions.size() >= MOST) {
            throw Refused.because(Refused.UNAVAILABLE, "no.room", MOST);
        }
        sessions.put(session.id(), session);
    }

    /** Returns how many tabs play. */
    int count() {
        return sessions.size();
    }

    /** Passes on what a tab orders. */
    synchronized Object act(Body body) throws Refused {
        String action = body.text("action", ACTION);
        PlaySession session = session(body.text("session", ID));
        switch (action) {
            case "set" -> session.orderPlan(body, form);
            case "weight" -> session.orderWeight(body);
            case "play" -> order(body, session, session::play);
            case "pause" -> order(body, session, () -> session.stop(""));
            case "step" -> order(body, session, session::step);
            case "reset" -> order(body, session, session::reset);
            case "end" -> {
                order(body, session, session::end);
                sessions.remove(session.id()); // another tab need not wait for its last turn
            }
            default -> throw Refused.because("action.play");
        }
        return JsonWriter.object();
    }

    private static void order(Body body, PlaySession session, Runnable order) throws Refused {
        body.end();
        session.order(order);
    }

    private PlaySession session(String id) throws Refused {
        PlaySession session = sessions.get(id);
        if (session == null) {
            throw Refused.because(Refused.NOT_FOUND, "gone");
        }
        return session;
    }

    /** Returns what there is to choose from, and what to try. */
    Object choices() {
        Map<String, Object> samples = new LinkedHashMap<>();
        for (PlayData data : PlayData.values()) {
            samples.put(data.toString(), PlayEvents.points(data.points(FEW_POINTS, 0, new RandomState(0))));
        }
        Map<String, String> activations = new LinkedHashMap<>();
        for (PlayActivation activation : PlayActivation.values()) {
            activations.put(activation.toString(), activation.title());
        }
        Map<String, String> titles = new LinkedHashMap<>();
        optimizers.forEach((name, maker) -> titles.put(name, maker.apply(1).name()));
        return JsonWriter.object(
                "reach", Plane.REACH,
                "samples", samples,
                "activations", activations,
                "optimizers", titles,
                "suggestions", Suggestion.ALL.stream().map(PlaySessions::toJson).toList());
    }

    private static Map<String, Object> toJson(Suggestion suggestion) {
        String title = "play.try." + suggestion.key();
        return JsonWriter.object(
                "title", Words.PAGE.of(title),
                "lesson", Words.PAGE.of(title + ".lesson"),
                "trials", suggestion.trials().stream().map(PlaySessions::toJson).toList());
    }

    private static Map<String, Object> toJson(Suggestion.Trial trial) {
        return JsonWriter.object(
                "name", trial.name(), "outcome", trial.outcome(), "plan", PlayForm.toJson(trial.plan()));
    }

    @Override
    public void close() {
        sessions.values().forEach(PlaySession::endNow);
    }
}
