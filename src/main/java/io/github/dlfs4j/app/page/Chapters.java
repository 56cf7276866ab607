package io.github.dlfs4j.app.page;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chapters of the book: their code, and their figures, which are drawn on request, one at a time. */
final class Chapters implements AutoCloseable {
    /** The class of {@code src/book/java} that implements {@link Book}. */
    private static final String BOOK = "io.github.dlfs4j.book.BookForPage";

    private static final String COMMAND = "mvn -q -Pbook compile exec:java -Dexec.args=--serve";
    private static final Pattern ID = Pattern.compile("Chapter\\d\\d");
    private static final Pattern FIGURE = Pattern.compile("/api/figures/(Chapter\\d\\d)/(\\d{1,2})");
    private static final int MOST_FIGURES = 99;
    private static final int WAITING = 99;

    private final Optional<Book> book;
    private final Map<String, Future<Book.Image>> drawings = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor painter = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), Workers.daemons("page-painter"));

    Chapters(Optional<Book> book) {
        this.book = book;
    }

    /** Finds the book; empty if its classes are missing. */
    static Optional<Book> find() {
        try {
            Class<? extends Book> book = Class.forName(BOOK).asSubclass(Book.class);
            return Optional.of(book.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            return Optional.empty();
        }
    }

    Map<String, Object> toJson() {
        return Json.object(
                "available", book.isPresent(),
                "command", COMMAND,
                "chapters", chapters().stream().map(Chapters::toJson).toList());
    }

    private static Map<String, Object> toJson(Book.ShownChapter chapter) {
        return Json.object(
                "id", chapter.id(),
                "title", chapter.title(),
                "figures",
                        chapter.figures().stream()
                                .map(figure -> Json.object("name", figure.name(), "look", figure.look()))
                                .toList());
    }

    private List<Book.ShownChapter> chapters() {
        return book.map(Book::chapters).orElse(List.of());
    }

    private Book.ShownChapter chapter(String id) throws Refused {
        return chapters().stream()
                .filter(chapter -> chapter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused(Refused.NOT_FOUND, "there is no such chapter"));
    }

    /** Returns the source code of a chapter. */
    Map<String, Object> code(Body body) throws IOException, Refused {
        Book.ShownChapter chapter = chapter(body.text("chapter", ID));
        body.end();
        return Json.object("code", chapter.code());
    }

    /** Starts to draw a figure unless that has been done, and returns its status. */
    Map<String, Object> draw(Body body) throws Refused {
        Book.ShownChapter chapter = chapter(body.text("chapter", ID));
        int number = body.integer("figure", 0, MOST_FIGURES);
        body.end();
        if (number >= chapter.figures().size()) {
            throw new Refused(Refused.NOT_FOUND, "there is no such figure");
        }
        String url = "/api/figures/%s/%d".formatted(chapter.id(), number);
        Future<Book.Image> drawing = drawing(url, chapter.figures().get(number));
        if (!drawing.isDone()) {
            return Json.object("status", "drawing");
        }
        try {
            drawing.get();
            return Json.object("status", "drawn", "url", url);
        } catch (ExecutionException e) {
            drawings.remove(url);
            String line = e.getCause().getMessage();
            return Json.object(
                    "status", "failed", "error", line == null ? e.getCause().toString() : line);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // it is done, so this does not wait
        }
    }

    private synchronized Future<Book.Image> drawing(String url, Book.ShownFigure figure) throws Refused {
        Future<Book.Image> drawing = drawings.get(url);
        if (drawing == null) {
            try {
                drawing = painter.submit(figure::draw);
            } catch (RejectedExecutionException e) {
                throw new Refused(Refused.UNAVAILABLE, "too many figures are being drawn");
            }
            drawings.put(url, drawing);
        }
        return drawing;
    }

    /**
     * Returns a figure that was drawn.
     *
     * @param path the path of a request
     * @return empty if the path is not that of a figure
     */
    Optional<Reply> figure(String path) throws Refused {
        Matcher matcher = FIGURE.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Future<Book.Image> drawing = drawings.get(path);
        if (drawing == null || !drawing.isDone()) {
            throw new Refused(Refused.NOT_FOUND, "the figure is not drawn yet");
        }
        try {
            return Optional.of(drawing.get().reply());
        } catch (ExecutionException | InterruptedException e) {
            throw new Refused(Refused.NOT_FOUND, "the figure could not be drawn");
        }
    }

    @Override
    public void close() {
        painter.shutdownNow();
    }
}
