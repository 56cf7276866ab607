package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The view "Language": what a language model says next, and how it comes to that. The models answer. */
public final class LanguageView {
    private static final String PATH = "/api/language";
    private static final List<String> QUESTIONS = List.of("next", "step", "inside", "head", "map", "neuron", "java");
    private static final String BEGINNING = "It is a truth ";
    private static final int LONGEST_FILE = 16 << 20;
    private static final int MOST_FILES = 4;
    private static final Pattern ID = Pattern.compile("[a-z]{1,20}(-[A-Za-z0-9_-]{1,40})?");

    private final Optional<LanguageModels> models;

    /** The files that were chosen last. */
    private final Map<String, LanguageModels.Shown> chosen = new LinkedHashMap<>();

    private int files;

    /**
     * Shows the models of a book; none if it was not handed in, or has none.
     *
     * @param book the book
     */
    public LanguageView(Optional<Book> book) {
        models = book.flatMap(Book::languageModels);
    }

    /**
     * Returns what answers the view's requests.
     *
     * @return the routes by their paths
     */
    public Map<String, Route> routes() {
        Map<String, Route> routes = new LinkedHashMap<>();
        routes.put(PATH, Route.get(() -> Reply.json(toJson())));
        routes.put(PATH + "/file", Route.file(this::file, LONGEST_FILE));
        for (String question : QUESTIONS) {
            routes.put(
                    PATH + "/" + question,
                    Route.post(body -> model(body).answers().get(question).answer(body)));
        }
        return routes;
    }

    private Map<String, Object> toJson() {
        List<Object> shown = new ArrayList<>();
        models.ifPresent(all -> all.atHand().forEach((id, source) -> shown.add(entry(id, source))));
        return JsonWriter.object(
                "available", models.isPresent(),
                "command", Chapters.COMMAND,
                "models", shown,
                "text", BEGINNING,
                "file", LONGEST_FILE);
    }

    private static Map<String, Object> entry(String id, Book.Source<LanguageModels.Shown> source) {
        String[] kindAndName = id.split("-", 2);
        String title = Words.PAGE.of("language.model." + kindAndName[0], (Object[]) kindAndName);
        Map<String, Object> entry = JsonWriter.object("id", id, "title", title);
        try {
            entry.putAll(source.get().form().get());
        } catch (NoSuchFileException e) {
            entry.put("error", gone().getMessage());
        } catch (IOException e) {
            entry.put("error", e.getMessage());
        }
        return entry;
    }

    /** Reads one file after the other, since each may take much memory. */
    private synchronized Object file(Body body) throws Refused {
        try {
            LanguageModels.Shown model = all().read(body.file());
            String id = "file-" + ++files;
            chosen.put(id, model);
            if (chosen.size() > MOST_FILES) {
                chosen.remove(chosen.keySet().iterator().next());
            }
            return entry(id, () -> model);
        } catch (IOException e) {
            throw new Refused(e.getMessage());
        }
    }

    private LanguageModels all() throws Refused {
        return models.orElseThrow(LanguageView::gone);
    }

    private static Refused gone() {
        return Refused.because(Refused.NOT_FOUND, "language.gone");
    }

    private LanguageModels.Shown model(Body body) throws IOException, Refused {
        String id = body.text("model", ID);
        Book.Source<LanguageModels.Shown> source = all().atHand().get(id);
        try {
            return source == null ? chosen(id) : source.get();
        } catch (NoSuchFileException e) {
            throw gone();
        }
    }

    private synchronized LanguageModels.Shown chosen(String id) throws Refused {
        LanguageModels.Shown model = chosen.get(id);
        if (model == null) {
            throw gone();
        }
        return model;
    }
}
