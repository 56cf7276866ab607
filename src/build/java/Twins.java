import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the twins of classes for other primitive types. If class {@code DoubleSums} is annotated with
 * {@code @AlsoFor(float.class)}, its twin is {@code FloatSums}: the same source with {@code double} replaced by
 * {@code float}, {@code Double} by {@code Float} and {@code DOUBLE} by {@code FLOAT}. Literals with a fraction or an
 * exponent get the suffix {@code f}.
 */
final class Twins {
    /** What the names of the originals contain. */
    static final String NAME = "Double";

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
            "LongVector", "IntVector",
            "VectorSpecies<Long>", "VectorSpecies<Integer>",
            "long.class", "int.class");

    /** Adds the twins of those originals that have the annotation. */
    static void generate(Path sources, List<Path> originals, Map<Path, String> generated) throws IOException {
        for (Path source : originals) {
            String name = source.getFileName().toString();
            String text = Files.readString(source);
            for (String type : types(text)) {
                Path twin = sources.relativize(source).resolveSibling(renamed(name, type));
                generated.put(twin, twin(name, text, type));
            }
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
        return text.replace("double", type).replace("Double", capital).replace("DOUBLE", type.toUpperCase(Locale.ROOT));
    }
}
