package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.app.page.server.Server;
import io.github.dlfs4j.file.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The view "The chapters" of the book: their code, what their sections print, and their figures. Sections run and
 * figures are drawn on request, one at a time, since some share a network; what is quick does not wait for what takes
 * long. The view asks by itself for what is quick.
 */
public final class Chapters implements AutoCloseable {
    static final String COMMAND = "mvn -q -Pbook compile exec:java -Dexec.args=--serve";
    private static final Pattern ID = Pattern.compile("Chapter\\d\\d");
    private static final Pattern FIGURE = Pattern.compile("/api/figures/(Chapter\\d\\d)/(\\d{1,2})");
    private static final int MOST_PARTS = 99;
    private static final int WAITING = 99;
    /** As many may take long, each for a tab, until what is quick waits. */
    private static final int THREADS = 4;
    /** What takes less than so many seconds is quick. */
    private static final double SHORT = 0.5;

    private final Optional<Book> book;
    private final Map<String, Future<String>> outputs = new ConcurrentHashMap<>();
    private final Map<String, Future<Book.Image>> drawings = new ConcurrentHashMap<>();
    private final Object quick = new Object();
    private final Object slow = new Object();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            THREADS, THREADS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Server.daemons("page-chapters"));

    /**
     * Shows a book; none if it was not handed in.
     *
     * @param book the book
     */
    public Chapters(Optional<Book> book) {
        this.book = book;
    }

    /**
     * Returns what answers the view's requests, but for those of {@link #figure}.
     *
     * @return the routes by their paths
     */
    public Map<String, Route> routes() {
        return Map.of(
                "/api/chapters", Route.of(() -> Reply.json(toJson()), this::code),
                "/api/sections", Route.post(this::print),
                "/api/figures", Route.post(this::draw));
    }

    Map<String, Object> toJson() {
        return JsonWriter.object(
                "available", book.isPresent(),
                "command", COMMAND,
                "chapters", chapters().stream().map(Chapters::toJson).toList());
    }

    private static Map<String, Object> toJson(Book.ShownChapter chapter) {
        return JsonWriter.object(
                "id", chapter.id(),
                "title", chapter.title(),
                "sections",
                        chapter.sections().stream()
                                .map(section -> JsonWriter.object("title", section.title()))
                                .toList(),
                "figures",
                        chapter.figures().stream()
                                .map(figure -> JsonWriter.object("title", figure.title(), "look", figure.look()))
                                .toList());
    }

    private List<Book.ShownChapter> chapters() {
        return book.map(Book::chapters).orElse(List.of());
    }

    private Book.ShownChapter chapter(String id) throws Refused {
        return chapters().stream()
                .filter(chapter -> chapter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.because(Refused.NOT_FOUND, "no.chapter"));
    }

    /** Returns the source code of a chapter, and about how many seconds its sections and figures still take. */
    Map<String, Object> code(Body body) throws IOException, Refused {
        Book.ShownChapter chapter = chapter(body.text("chapter", ID));
        body.end();
        Book.Code code = chapter.code().get();
        return JsonWriter.object(
                "files",
                        code.files().entrySet().stream()
                                .map(file -> JsonWriter.object("name", file.getKey(), "code", file.getValue()))
                                .toList(),
                "sections", places(code.sections()),
                "figures", places(code.figures()),
                "seconds",
                        JsonWriter.object(
                                "sections", seconds(chapter.sections().stream().map(Book.ShownSection::work)),
                                "figures", seconds(chapter.figures().stream().map(Book.ShownFigure::work))));
    }

    private List<Double> seconds(Stream<Book.Source<Map<String, Double>>> works) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (Book.Source<Map<String, Double>> work : works.toList()) {
            seconds.add(seconds(work));
        }
        return seconds;
    }

    private double seconds(Book.Source<Map<String, Double>> work) throws IOException {
        return work.get().entrySet().stream()
                .filter(piece -> !done.contains(piece.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /**
     * Makes one thing at a time, and remembers the work that has been done for it, so that it takes no time any more.
     */
    private <T> Book.Source<T> remembering(Book.Source<Map<String, Double>> work, Book.Source<T> source) {
        return () -> {
            synchronized (seconds(work) < SHORT ? quick : slow) {
                T made = source.get();
                done.addAll(work.get().keySet());
                return made;
            }
        };
    }

    private static List<Map<String, Object>> places(List<Optional<Book.Place>> places) {
        return places.stream()
                .map(place -> place.map(Chapters::toJson).orElse(null))
                .toList();
    }

    private static Map<String, Object> toJson(Book.Place place) {
        return JsonWriter.object("file", place.file(), "from", place.from(), "to", place.to());
    }

    /** Starts to run a section unless that has been done, and returns its status. */
    Map<String, Object> print(Body body) throws IOException, Refused {
        Book.ShownChapter chapter = chapter(body.text("chapter", ID));
        int number = number(body, "section", chapter.sections().size());
        Book.ShownSection section = chapter.sections().get(number);
        Book.Source<String> text = remembering(section.work(), section.text());
        return status(outputs, chapter.id() + "/" + number, text, printed -> JsonWriter.object("output", printed));
    }

    /** Starts to draw a figure unless that has been done, and returns its status. */
    Map<String, Object> draw(Body body) throws IOException, Refused {
        Book.ShownChapter chapter = chapter(body.text("chapter", ID));
        int number = number(body, "figure", chapter.figures().size());
        String url = "/api/figures/%s/%s".formatted(chapter.id(), number);
        Book.ShownFigure figure = chapter.figures().get(number);
        return status(drawings, url, remembering(figure.work(), figure.image()), image -> shown(url, image));
    }

    /** Names the address of a figure, and shows the steps of a graph, which can be played. */
    private static Map<String, Object> shown(String url, Book.Image image) throws IOException {
        Map<String, Object> shown = JsonWriter.object("url", url);
        if (image.steps().isPresent()) {
            shown.putAll(Graphs.toJson(image.steps().get().get()));
        }
        return shown;
    }

    private static int number(Body body, String name, int count) throws Refused {
        int number = body.integer(name, 0, MOST_PARTS);
        body.end();
        if (number >= count) {
            throw Refused.because(Refused.NOT_FOUND, "no." + name);
        }
        return number;
    }

    /** Shows what has been made. */
    private interface Shown<T> {
        Map<String, Object> of(T made) throws IOException;
    }

    /** Starts work unless that has been done, and returns its status and, when it is done, its result. */
    private <T> Map<String, Object> status(
            Map<String, Future<T>> all, String name, Book.Source<T> work, Shown<T> result) throws IOException, Refused {
        Future<T> future = future(all, name, work);
        if (!future.isDone()) {
            return JsonWriter.object("status", "working");
        }
        Map<String, Object> status = JsonWriter.object("status", "done");
        try {
            status.putAll(result.of(future.get()));
        } catch (ExecutionException e) {
            all.remove(name);
            String line = e.getCause().getMessage();
            status.put("status", "failed");
            status.put("error", line == null ? e.getCause().toString() : line);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // it is done, so this does not wait
        }
        return status;
    }

    private synchronized <T> Future<T> future(Map<String, Future<T>> all, String name, Book.Source<T> work)
            throws Refused {
        Future<T> future = all.get(name);
        if (future == null) {
            try {
                future = worker.submit(work::get);
            } catch (RejectedExecutionException e) {
                throw Refused.because(Refused.UNAVAILABLE, "chapters");
            }
            all.put(name, future);
        }
        return future;
    }

    /**
     * Returns what answers the requests for a figure.
     *
     * @param path the path of a request
     * @return the route; {@code null} if the path is not that of a figure
     */
    public Route figure(String path) {
        return FIGURE.matcher(path).matches() ? Route.get(() -> drawn(path)) : null;
    }

    private Reply drawn(String path) throws Refused {
        Future<Book.Image> drawing = drawings.get(path);
        if (drawing == null || !drawing.isDone()) {
            throw Refused.because(Refused.NOT_FOUND, "not.drawn");
        }
        try {
            return Reply.of(drawing.get().type(), drawing.get().content());
        } catch (ExecutionException | InterruptedException e) {
            throw Refused.because(Refused.NOT_FOUND, "no.drawing");
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
