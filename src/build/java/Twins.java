import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the twins of classes for other primitive types. If class {@code DoubleSums} is annotated with
 * {@code @AlsoFor(float.class)}, its twin is {@code FloatSums}: the same source with {@code double} replaced by
 * {@code float}, {@code Double} by {@code Float} and {@code DOUBLE} by {@code FLOAT}. Literals with a fraction or an
 * exponent get the suffix {@code f}.
 *
 * <p>Maven runs {@code java Twins.java SOURCES TARGET} before it compiles. A twin that has not changed is not written
 * again, so that it is not compiled again. A twin whose original is gone is deleted.
 */
public final class Twins {
    private static final Pattern ALSO_FOR = Pattern.compile("(?m)^@AlsoFor\\((.*)\\)\\R");
    private static final Pattern TYPE = Pattern.compile("(\\w+)\\.class");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import .*\\.AlsoFor;\\R");
    private static final Pattern COMMENT = Pattern.compile("\\s*(\\*|//|/\\*).*");

    /** A literal with a fraction or an exponent, decimal or hexadecimal. */
    private static final Pattern FRACTION =
            Pattern.compile("\\b(\\d+\\.\\d+(e-?\\d+)?|\\d+e-?\\d+|0x[0-9a-f]+(\\.[0-9a-f]+)?p-?\\d+)\\b");

    /** The names of methods and classes for the bits of numbers, which do not contain the name of the type. */
    private static final Map<String, String> OF_BITS = Map.of(
            "doubleToRawLongBits", "floatToRawIntBits",
            "longBitsToDouble", "intBitsToFloat",
            "reinterpretAsLongs", "reinterpretAsInts",
            "LongVector", "IntVector");

    private Twins() {}

    /**
     * Writes all twins.
     *
     * @param args the folder of the sources and the folder of the twins
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path target = Path.of(args[1]);
        List<Path> twins = new ArrayList<>();
        for (Path source : javaFiles(sources)) {
            if (source.getFileName().toString().contains("Double")) {
                String text = Files.readString(source);
                for (String type : types(text)) {
                    Path twin = target.resolve(sources.relativize(source))
                            .resolveSibling(renamed(source.getFileName().toString(), type));
                    write(twin, twin(source.getFileName().toString(), text, type));
                    twins.add(twin);
                }
            }
        }
        for (Path old : javaFiles(target)) {
            if (!twins.contains(old)) {
                Files.delete(old);
            }
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the types in the annotation, none if there is no annotation. */
    private static List<String> types(String text) {
        Matcher annotation = ALSO_FOR.matcher(text);
        return annotation.find()
                ? TYPE.matcher(annotation.group(1))
                        .results()
                        .map(type -> type.group(1))
                        .toList()
                : List.of();
    }

    private static String twin(String source, String text, String type) {
        String plain = IMPORT.matcher(ALSO_FOR.matcher(text).replaceFirst("")).replaceFirst("");
        String twin = plain.lines().map(line -> translated(line, type)).collect(Collectors.joining("\n", "", "\n"));
        return "// Generated from %s by src/build/java/Twins.java: edit the original, not this file.\n%s"
                .formatted(source, twin);
    }

    private static String translated(String line, String type) {
        String code = line;
        if (type.equals("float") && !COMMENT.matcher(line).matches()) {
            for (Map.Entry<String, String> name : OF_BITS.entrySet()) {
                code = code.replace(name.getKey(), name.getValue());
            }
            code = FRACTION.matcher(code).replaceAll("$1f");
        }
        return renamed(code, type);
    }

    private static String renamed(String text, String type) {
        String capital = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        return text.replace("double", type)
                .replace("Double", capital)
                .replace("DOUBLE", type.toUpperCase(java.util.Locale.ROOT));
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }
}
