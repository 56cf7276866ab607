package io.github.dlfs4j.app.page;

import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Language;
import io.github.dlfs4j.language.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of the page: index.html, the styles and scripts that it names, and the scripts that these import. */
final class StaticFiles {
    private static final String FIRST = "index.html";
    private static final Pattern NAMED = Pattern.compile("\"\\.?/([a-z-]+\\.(?:css|js))\"");
    /** A comment in the place of a part of the page. */
    private static final Pattern PART = Pattern.compile("<!-- ([a-z]+\\.html) -->\n");

    /** A sentence, with pieces of HTML for its values. */
    private static final Pattern SENTENCE = Pattern.compile("\\{([a-z][a-z.]*)(?:: ([^{}]*))?}");

    private static final String WORDS = "language.js";

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");

    /** Returns what answers the requests for them, by their paths. */
    static Map<String, Route> routes() throws IOException {
        Map<String, Route> routes = new HashMap<>();
        add(routes, FIRST);
        return routes;
    }

    private static void add(Map<String, Route> routes, String name) throws IOException {
        String path = name.equals(FIRST) ? "/" : "/" + name;
        if (routes.containsKey(path)) {
            return;
        }
        String text = text(name);
        String type = TYPES.get(name.substring(name.indexOf('.') + 1));
        routes.put(path, Route.get(() -> Reply.of(type, inWords(name, text).getBytes(StandardCharsets.UTF_8))));
        Matcher named = NAMED.matcher(text);
        while (named.find()) {
            add(routes, named.group(1));
        }
    }

    /** Puts sentences into the HTML, and all of them into the script that has them for the others. */
    private static String inWords(String name, String text) {
        return switch (name) {
            case FIRST -> SENTENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(sentence(found)));
            case WORDS -> text.replace("{/* words */}", JsonWriter.write(Words.PAGE.all()));
            default -> text;
        };
    }

    private static String sentence(MatchResult found) {
        String values = found.group(2);
        return found.group(1).equals("lang")
                ? Language.current().tag()
                : Words.PAGE.of(found.group(1), values == null ? new Object[0] : values.split(" \\| ", -1));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher part = PART.matcher(text);
            while (part.find()) {
                text = text.replace(part.group(), text(part.group(1)));
            }
            return text;
        }
    }
}
