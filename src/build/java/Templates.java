import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes classes from templates, in which nothing is written twice:
 *
 * <ul>
 *   <li>A template serves two types: {@code T} is {@code double} or {@code float}, {@code Type} is {@code Double} or
 *       {@code Float}. If it begins with {@code //also Long}, it serves {@code long}, too. {@code TYPE} is the name in
 *       capitals. Without {@code Type} in its name, it is a single class.
 *   <li>Lines between {@code //unless Byte} and {@code //end} are left out for {@code byte}.
 *   <li>A line with <code>{8}</code> stands for eight lines, with 0 to 7 in its place. So sums side by side, each in a
 *       local variable of its own, are one line.
 *   <li>Lines between {@code //each maximum max | minimum min} and {@code //end} are repeated with {@code minimum} in
 *       place of {@code maximum} and {@code min} in place of {@code max}. Between {@code //each other double toDouble |
 *       float toFloat} and {@code //end}, the type of the class itself is left out.
 *   <li>Lines between {@code //table} and {@code //row} are a table, such as {@code add = a[i] + b[i]}. The lines from
 *       there to {@code //end} are repeated for each of its rows, with {@code add} in place of {@code NAME} and
 *       {@code a[i] + b[i]} in place of {@code EXPRESSION}.
 * </ul>
 */
final class Templates {
    private static final Pattern NUMBERED_LINE = Pattern.compile("(?m)^.*?\\{(\\d+)}.*\\R");
    private static final Pattern UNLESS = Pattern.compile("(?ms)^ *//unless (\\w+)\\R(.*?)^ *//end\\R\\R?");
    private static final Pattern EACH = Pattern.compile("(?ms)^ *//each (other )?([^\\n]*)\\R(.*?)^ *//end\\R");
    private static final Pattern TABLE = Pattern.compile("(?ms)^ *//table\\R(.*?)^ *//row\\R(.*?)^ *//end\\R");
    private static final String EXTENSION = ".txt";
    private static final Pattern ALSO = Pattern.compile("\\A//also (.*)\\R");

    /** Adds the classes of all templates. */
    static void generate(Path templates, Map<Path, String> generated) throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(templates)) {
            files = tree.filter(file -> file.toString().endsWith(EXTENSION)).toList();
        }
        for (Path template : files) {
            String text = Files.readString(template).replace("\r\n", "\n");
            String name = templates.relativize(template).toString();
            String java = name.substring(0, name.length() - EXTENSION.length());
            Matcher also = ALSO.matcher(text);
            String others = also.find() ? " " + also.group(1) : "";
            for (String type : ("Double Float" + others).split(" ")) {
                generated.put(Path.of(java.replace("Type", type)), source(name, also.replaceFirst(""), type));
            }
        }
    }

    private static String source(String name, String template, String type) {
        String first = "// Generated from src/build/templates/%s: edit that file, not this one.\n".formatted(name);
        return first.replace('\\', '/')
                + replaced(NUMBERED_LINE, repeated(template, type), Templates::numbered)
                        .replaceAll("\\bT\\b", type.toLowerCase(Locale.ROOT))
                        .replace("TYPE", type.toUpperCase(Locale.ROOT))
                        .replace("Type", type);
    }

    private static String repeated(String template, String type) {
        String kept = replaced(UNLESS, template, block -> block.group(1).equals(type) ? "" : block.group(2) + "\n");
        return replaced(EACH, replaced(TABLE, kept, Templates::rows), block -> each(block, type));
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> replacement) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }

    /** Repeats a block for each row of its table. */
    private static String rows(MatchResult table) {
        return table.group(1)
                .lines()
                .map(row -> row.strip().split(" = ", 2))
                .map(row -> table.group(2).replace("NAME", row[0]).replace("EXPRESSION", row[1]))
                .collect(Collectors.joining("\n"));
    }

    /** Repeats a block, which is written with the first words, with each list of words. */
    private static String each(MatchResult block, String type) {
        String[] lists = block.group(2).split(" \\| ");
        String[] words = lists[0].split(" ");
        StringBuilder all = new StringBuilder();
        for (String list : lists) {
            String text = block.group(3);
            String[] others = list.split(" ");
            if (block.group(1) != null && others[0].equals(type.toLowerCase(Locale.ROOT))) {
                continue;
            }
            for (int i = 0; i < words.length; i++) {
                text = text.replaceAll("\\b" + words[i] + "(?=\\d|\\b)", others[i]);
            }
            all.append(all.isEmpty() ? "" : "\n").append(text);
        }
        return all.toString();
    }

    private static String numbered(MatchResult line) {
        String place = "{" + line.group(1) + "}";
        return IntStream.range(0, Integer.parseInt(line.group(1)))
                .mapToObj(i -> line.group().replace(place, Integer.toString(i)))
                .collect(Collectors.joining());
    }
}
