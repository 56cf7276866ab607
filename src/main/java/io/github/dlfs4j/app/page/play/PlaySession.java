package io.github.dlfs4j.app.page.play;

import com.sun.net.httpserver.HttpExchange;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Deadline;
import io.github.dlfs4j.app.page.server.EventStreams;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.playground.PlayPlan;
import io.github.dlfs4j.app.playground.Playground;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A tab that plays: a playground, and the stream of events on which the tab follows it. One thread does all the work,
 * in turn: it carries out what the tab orders, lets the network learn, and writes a picture of it. After each turn it
 * rests as long as it has worked, so a session takes at most half a processor. The session ends with its stream.
 */
final class PlaySession {
    private static final int MOST_ORDERS = 32;

    /** How many weights and learning rates may be set: each is a line of the program. */
    private static final int MOST_CHANGES = 1000;

    private static final double MOST_WEIGHT = 1000;

    /** From one picture to the next, in nanoseconds. */
    private static final long PERIOD = 100_000_000;

    /** How long the network may learn for a picture. */
    private static final Duration LEARNING = Duration.ofMillis(40);

    /** While nothing happens, a comment is sent this often, which shows whether the tab is gone. In nanoseconds. */
    private static final long HEARTBEAT = 250_000_000;

    private final String id = UUID.randomUUID().toString();
    private final BlockingQueue<Runnable> orders = new ArrayBlockingQueue<>(MOST_ORDERS);
    private final HttpExchange stream;
    private final Limits limits;
    private final Function<PlayPlan, Playground> maker;

    private final Thread thread = Thread.currentThread();
    private volatile boolean over;

    /** The plan that was ordered last; null at first. */
    private PlayPlan ordered;

    /** How many weights and learning rates were set. */
    private final AtomicInteger changes = new AtomicInteger();

    private IOException trouble;
    private Playground playground;
    private PlayForm.Speed speed = PlayForm.Speed.EPOCH;
    private boolean playing;
    private long timeOfOrder = System.nanoTime();
    private long timeOfPicture;

    /**
     * Prepares a session of this thread.
     *
     * @param stream the stream, to which headers have been sent
     * @param limits how long the tab may take to read, and how long it may order nothing
     * @param maker makes a playground from a plan
     */
    PlaySession(HttpExchange stream, Limits limits, Function<PlayPlan, Playground> maker) {
        this.stream = stream;
        this.limits = limits;
        this.maker = maker;
    }

    /** Returns the name of the session in requests. */
    String id() {
        return id;
    }

    /**
     * Has the thread of the session carry out an order.
     *
     * @throws Refused if too many orders wait
     */
    void order(Runnable order) throws Refused {
        if (!orders.offer(order)) {
            throw Refused.because(Refused.UNAVAILABLE, "orders");
        }
    }

    /** Has the thread begin with a plan, or continue with a new learning rate. */
    void orderPlan(Body body, PlayForm form) throws Refused {
        PlayPlan plan = form.plan(body);
        PlayForm.Speed wanted = body.choice("speed", List.of(PlayForm.Speed.values()));
        body.end();
        boolean isOfRate = continues(plan, ordered) && !plan.equals(ordered);
        if (isOfRate) {
            countChange();
        }
        order(() -> set(plan, wanted));
        ordered = plan;
    }

    /** Returns whether a plan differs from another one in its learning rate at most. */
    private static boolean continues(PlayPlan plan, PlayPlan other) {
        return other != null && plan.withLearningRate(1).equals(other.withLearningRate(1));
    }

    private void countChange() throws Refused {
        if (changes.incrementAndGet() > MOST_CHANGES) {
            throw Refused.because("changes", MOST_CHANGES);
        }
    }

    /** Has the thread set a weight of the network that was ordered last. */
    void orderWeight(Body body) throws Refused {
        List<Integer> sizes = ordered == null ? List.of(0) : ordered.sizes();
        int layer = body.integer("layer", 1, sizes.size() - 1);
        int neuron = body.integer("neuron", 1, sizes.get(layer));
        int input = body.integer("input", 0, sizes.get(layer - 1));
        double value = body.number("value", -MOST_WEIGHT, MOST_WEIGHT);
        body.end();
        countChange();
        order(() -> {
            playground.set(layer, neuron, input, value);
            show();
        });
    }

    /** Ends the session after its current turn. */
    void end() {
        over = true;
    }

    /** Ends the session, even while it waits for its tab. */
    void endNow() {
        end();
        thread.interrupt();
    }

    /**
     * Plays until the session is over, and then ends the stream.
     *
     * @throws IOException if the tab is gone or does not read
     */
    void run() throws IOException {
        send(EventStreams.event("session", JsonWriter.object("id", id)));
        try {
            while (!over) {
                turn();
            }
        } catch (InterruptedException e) {
            // The page is closed.
        }
        if (trouble != null) {
            throw trouble;
        }
        stream.getResponseBody().close();
    }

    private void turn() throws InterruptedException {
        long pause = playing ? timeOfPicture + PERIOD - System.nanoTime() : HEARTBEAT;
        Runnable order = orders.poll(pause, TimeUnit.NANOSECONDS);
        long start = System.nanoTime();
        try {
            work(order, start);
        } catch (RuntimeException | Error e) {
            stop(Words.PAGE.of("play.stopped", e));
        }
        TimeUnit.NANOSECONDS.sleep(System.nanoTime() - start);
    }

    private void work(Runnable order, long now) {
        if (order != null) {
            timeOfOrder = now;
            order.run();
        } else if (now - timeOfOrder > limits.play().toNanos()) {
            send(PlayEvents.end(Words.PAGE.of("play.untouched", limits.play().toMinutes())));
            end();
        } else if (playing) {
            timeOfPicture = now;
            playground.learn(speed.steps(playground.stepsPerEpoch()), LEARNING);
            show();
        } else {
            send(": still here\n\n");
        }
    }

    /** Takes over a plan. If only its learning rate is new, the network continues with it. */
    private void set(PlayPlan plan, PlayForm.Speed wanted) {
        speed = wanted;
        if (playground != null && continues(plan, playground.plan())) {
            playground.learningRate(plan.learning().rate());
            send(PlayEvents.program(playground));
        } else {
            begin(plan);
        }
    }

    private void begin(PlayPlan plan) {
        playground = maker.apply(plan);
        changes.set(0);
        send(PlayEvents.begin(playground));
        show();
        send(PlayEvents.state(playing, ""));
    }

    /** Lets the network learn by itself. */
    void play() {
        timeOfPicture = 0;
        playing = playground != null;
        send(PlayEvents.state(playing, ""));
    }

    /** Stops the network for a time, and says why. */
    void stop(String why) {
        playing = false;
        send(PlayEvents.state(false, why));
    }

    /** Makes a single step, after which the network waits. */
    void step() {
        if (playground != null) {
            playground.learn(1, LEARNING);
            stop("");
            show();
        }
    }

    /** Begins anew with the same plan, and waits. */
    void reset() {
        playing = false;
        if (playground != null) {
            begin(playground.plan());
        }
    }

    private void show() {
        Playground.Score train = playground.score(playground.train());
        send(PlayEvents.picture(playground, train, playground.score(playground.test())));
        send(PlayEvents.program(playground));
        if (!Double.isFinite(train.loss())) {
            stop(Words.PAGE.of("play.not.finite"));
        }
    }

    private void send(String events) {
        Deadline writing = new Deadline(limits.transfer());
        try {
            OutputStream out = stream.getResponseBody();
            out.write(events.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            trouble = e;
            end();
        } finally {
            writing.meet();
        }
    }
}
