package io.github.dlfs4j.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that the page says is in a bundle, and nothing else is there. */
class SentencesInSourcesTest {
    private static final Path PAGE = Path.of("src", "main", "resources", "io", "github", "dlfs4j", "app", "page");
    private static final Path CODE = Path.of("src", "main", "java", "io", "github", "dlfs4j");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m:(?:^|\\s)//[^\\n]*$)");
    private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\".*?\"\"\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|`((?:[^`\\\\]|\\\\.)*)`");

    /** Two words beside each other, a word beside a value, or a word that begins with a capital letter. */
    private static final Pattern SENTENCE = Pattern.compile("(?<![\\w-])[A-Za-z]{2,}[,.:;?!]*[ ]+[A-Za-z§%]"
            + "|§[ ]+[a-z]{2,}|^[A-Z][a-z]{2,}|(?:^|[ ])[a-z]{2,}[ ]$");

    /** What is for programmers, for a terminal, or for another machine. */
    private static final Pattern NOT_ON_THE_PAGE = Pattern.compile(
            "Exception\\(|Error\\(|Refusal\\(|println\\(|@SuppressWarnings|[hH]eaders|only\\(|POLICY =");

    /**
     * Classes of styles, selectors and keys; names of layers and of truth values; a command; lines for the terminal;
     * the beginning of a novel; what messages of other packages are told by.
     */
    private static final Set<String> EXCEPTIONS = Set.of("""
            part §; § run-§§; at run-§; key run-§; § run-§; count right; count none; count wrong; canvas, button, #bars li
            input, select; #matrix td[tabindex]; header a; (pointer: coarse); (hover: none); Escape; Enter; ArrowLeft; ArrowRight
            ArrowUp; ArrowDown; Arrow; Backspace; Delete; Home; End; Content-Type; Dropout; Image; Sigmoid; Softmax; ConvNet; True
            False; mvn -q -Pbook compile exec:java -Dexec.args=--serve; Chapter\\\\d\\\\d; : still here\\n\\n; sin x; sin y; not saved:\s
            not saved, since it was not saved on the page before; It is a truth\s
            a PNG or JPEG image; the image of a digit
            """.split("; |\n"));

    /** They write other languages than those of readers: that of Graphviz, style sheets, and colours for Java. */
    private static final Set<String> OF_OTHER_LANGUAGES =
            Set.of("DotWriter.java", "Animation.java", "SvgWriter.java", "highlight.js");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> scripts() throws IOException {
        return files(PAGE, ".js");
    }

    static List<Path> html() throws IOException {
        return files(PAGE, ".html");
    }

    static List<Path> classes() throws IOException {
        List<Path> classes = new ArrayList<>();
        for (String folder : List.of("app/page", "app/playground", "app/serving", "graph/drawing")) {
            classes.addAll(files(CODE.resolve(folder), ".java"));
        }
        for (String name : List.of("Narration", "Caption", "GraphDiagram", "GraphSteps", "WayBack")) {
            classes.add(CODE.resolve("graph").resolve(name + ".java"));
        }
        return classes;
    }

    private static String code(Path file) throws IOException {
        return COMMENT.matcher(TEXT_BLOCK.matcher(Files.readString(file)).replaceAll("\"\""))
                .replaceAll("");
    }

    /** Returns what stands between quotes, with § for each value. */
    private static String literal(MatchResult found) {
        String text = found.group(1) == null ? found.group(2) : found.group(1);
        return text.replaceAll("\\$\\{[^}]*}", "§").replace("%s", "§");
    }

    private static List<String> sentences(Path file) throws IOException {
        String code = code(file);
        List<String> sentences = new ArrayList<>();
        Matcher matcher = LITERAL.matcher(code);
        while (!OF_OTHER_LANGUAGES.contains(file.getFileName().toString()) && matcher.find()) {
            String literal = literal(matcher);
            String before = code.substring(0, matcher.start()).replaceFirst("(?s).*[;{}]", "");
            if (SENTENCE.matcher(literal).find()
                    && !EXCEPTIONS.contains(literal)
                    && !NOT_ON_THE_PAGE.matcher(before).find()) {
                sentences.add(literal);
            }
        }
        return sentences;
    }

    @ParameterizedTest
    @MethodSource({"scripts", "classes"})
    void noScriptAndNoClassOfThePageHasASentence(Path file) throws IOException {
        assertThat(sentences(file)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("html")
    void noHtmlHasASentence(Path file) throws IOException {
        String html = Files.readString(file).replaceAll("(?s)<!.*?>", "").replaceAll("\\{[^{}]*}", "");
        List<String> found = new ArrayList<>();
        Pattern.compile("\\b(?:aria-label|aria-valuetext|title|alt|placeholder)=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .forEach(attribute -> found.add(attribute.group(1)));
        found.addAll(List.of(html.replaceAll("(?s)<[^>]*>", "\n").split("\n", -1)));
        found.removeIf(text ->
                !text.matches(".*[A-Za-z].*") || Set.of("dlfs4j", "English").contains(text.strip()));
        assertThat(found).isEmpty();
    }

    /** Returns the keys in the sources, those of values such as {@code {key: …}} in HTML too, with § for each value. */
    private static Set<String> keys() throws IOException {
        Set<String> keys = new TreeSet<>();
        List<Path> sources = new ArrayList<>(scripts());
        sources.addAll(files(CODE.resolve("app"), ".java"));
        for (Path file : sources) {
            LITERAL.matcher(code(file))
                    .results()
                    .map(SentencesInSourcesTest::literal)
                    .forEach(keys::add);
        }
        for (Path file : html()) {
            Pattern.compile("\\{([a-z.]+)[:}]")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(key -> keys.add(key.group(1)));
        }
        return keys;
    }

    /** Java puts keys together of a beginning that ends in a full stop and another text. */
    @Test
    void everySentenceOfThePageIsUsed() throws IOException {
        Set<String> keys = keys();
        String beginnings = keys.stream()
                .filter(key -> key.matches("[a-z.]+\\.") || key.matches("[a-z.]+\\.§[a-z.]*"))
                .map(key -> key.endsWith(".") ? key + "§" : key)
                .map(key -> Pattern.quote(key).replace("§", "\\E[A-Za-z0-9.-]+\\Q"))
                .collect(Collectors.joining("|"));
        assertThat(Words.PAGE.all().keySet())
                .filteredOn(key -> !keys.contains(key) && !key.matches(beginnings))
                .isEmpty();
    }
}
