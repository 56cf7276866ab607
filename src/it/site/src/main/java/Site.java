import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Makes the pages of the documentation a site, beside the Javadoc that is in its folder already.
 *
 * <p>The README is its {@code index.html}; each other page has its name, behind that of its language if it is not in
 * English, and all are in one folder.
 */
public final class Site {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(CodeRenderer::new)
            .build();
    private static final List<String> OTHER_LANGUAGES = List.of("zh", "ja");
    private static final Pattern TITLE = Pattern.compile("(?m)^# (?<title>.+)$");

    private final Path project;
    private final Path site;
    private final Path docs;
    private final String repository;

    private Site(Path project, Path site, String repository) {
        this.project = project;
        this.site = site;
        this.docs = project.resolve("src/docs");
        this.repository = repository;
    }

    /**
     * Writes the site.
     *
     * @param args the folder of the project, that of the site, and the address of the repository in the web
     */
    public static void main(String[] args) throws IOException {
        new Site(Path.of(args[0]), Path.of(args[1]), args[2]).write();
    }

    private void write() throws IOException {
        Map<Path, String> places = places();
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path page : places.keySet()) {
            if (page.toString().endsWith(".md")) {
                texts.put(page, Files.readString(page));
            } else {
                copy(page, places.get(page));
            }
        }
        copy(project.resolve("src/it/site/site.css"), "site.css");
        copy(project.resolve("src/it/site/site.js"), "site.js");
        Javadoc javadoc = Javadoc.in(site.resolve("apidocs"));
        Links links = new Links(project, places, repository + "/blob/HEAD/");
        SearchIndex index = new SearchIndex();
        for (Map.Entry<Path, String> page : texts.entrySet()) {
            Path file = page.getKey();
            Node document = PARSER.parse(page.getValue());
            document.accept(links.of(file));
            document.accept(javadoc);
            String title = SearchIndex.plain(inline(title(page.getValue())));
            String content = RENDERER.render(document);
            index.add(language(file), places.get(file), title, content);
            Files.writeString(
                    site.resolve(places.get(file)),
                    html(language(file), title, navigation(file, texts, places), content));
        }
        Files.writeString(site.resolve("search-index.js"), index.script());
    }

    /** Returns the name in the site for each file of the documentation. */
    private Map<Path, String> places() throws IOException {
        Map<Path, String> places = new LinkedHashMap<>();
        Path readme = project.resolve("README.md");
        places.put(readme, "index.html");
        for (String name : inReadingOrder(Files.readString(readme))) {
            places.put(docs.resolve(name), name.replace(".md", ".html"));
        }
        places.put(project.resolve("data/README.md"), "files-of-mnist.html");
        for (String language : OTHER_LANGUAGES) {
            for (Path file : files(docs.resolve(language))) {
                String name = file.getFileName().toString();
                if (name.endsWith(".md")) {
                    places.put(file, language + "-" + name.replace(".md", ".html"));
                }
            }
        }
        for (Path file : files(docs.resolve("figures"))) {
            places.put(file, "figures/" + file.getFileName());
        }
        return places;
    }

    /** Returns the names of the pages, first those that the end of the README lists, as it lists them. */
    private List<String> inReadingOrder(String readme) throws IOException {
        String list = readme.substring(readme.indexOf("## Read on"));
        // -1, for a page that is not listed, becomes the largest number.
        return files(docs).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".md"))
                .sorted(Comparator.comparingInt(name -> list.indexOf("/" + name) & Integer.MAX_VALUE))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void copy(Path file, String place) throws IOException {
        Path target = site.resolve(place);
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private String language(Path page) {
        return OTHER_LANGUAGES.stream()
                .filter(language -> page.getParent().equals(docs.resolve(language)))
                .findFirst()
                .orElse("en");
    }

    private static String title(String page) {
        return TITLE.matcher(page).results().findFirst().orElseThrow().group(1);
    }

    /**
     * Lists the pages in English and those in the language of a page, which is marked. A line on each page that is in
     * other languages leads to these.
     */
    private String navigation(Path here, Map<Path, String> texts, Map<Path, String> places) {
        StringBuilder items = new StringBuilder();
        texts.forEach((page, text) -> {
            if (language(page).equals("en") || language(page).equals(language(here))) {
                items.append(item(places.get(page), title(text), page.equals(here)));
            }
        });
        return items.append(item("apidocs/index.html", "Javadoc", false)).toString();
    }

    private static String item(String place, String title, boolean isHere) {
        String mark = isHere ? " aria-current=\"page\"" : "";
        return "<li><a href=\"%s\"%s>%s</a></li>%n".formatted(place, mark, inline(title));
    }

    /** Renders a title, without the paragraph around it. */
    private static String inline(String title) {
        return RENDERER.render(PARSER.parse(title)).replaceAll("</?p>|\n", "");
    }

    private static String html(String language, String title, String navigation, String content) {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="%s">
                <meta name="viewport" content="width=device-width">
                <title>%s</title>
                <link rel="stylesheet" href="site.css">
                <script defer src="site.js"></script>
                </head>
                <body>
                <nav aria-label="Pages">
                <input id="search" type="search" placeholder="Search" aria-label="Search these pages">
                <p id="count" role="status"></p>
                <ol id="found"></ol>
                <details open>
                <summary>Pages: %s</summary>
                <ul>
                %s</ul>
                </details>
                </nav>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(language, StandardCharsets.UTF_8, escaped(title), escaped(title), navigation, content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
