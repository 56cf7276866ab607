package io.github.dlfs4j.fuzz.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources call the parameters of methods, constructors and records, and what Javadoc says of null. */
final class SourceParameters {
    private static final Path SOURCES = Path.of("src", "main", "java");
    /** Where the build writes superclasses with overloads. */
    private static final Path GENERATED = Path.of("target", "generated-sources", "dlfs4j");
    /** Annotations, words, and what has parameters in parentheses: its name is missing here. */
    private static final String DECLARATION =
            "(?m)^(?: *@\\w+.*\\R)* *[\\w<>\\[\\],.? &]*?\\b%s\\(([^()]*)\\)[\\w\\s.,<>]*+[{;]";

    private static final Pattern GENERIC = Pattern.compile("<[^<>]*>");
    private final Map<Class<?>, String> texts = new HashMap<>();
    private final Map<Executable, Declared> found = new HashMap<>();

    private record Declared(List<String> names, String javadoc) {}

    String name(Executable call, int place) {
        return of(call).names().get(place);
    }

    /** Whether Javadoc says what null means for a parameter; a record that keeps it says so once. */
    boolean saysWhatNullMeans(Executable call, int place) {
        String tag = "(?s).*@param\\s+" + name(call, place) + "\\s[^@]*\\bnull\\b.*";
        return of(call).javadoc().matches(tag) || of(call).javadoc().contains("keeps what it is given, null too");
    }

    private Declared of(Executable call) {
        return found.computeIfAbsent(call, this::find);
    }

    private Declared find(Executable call) {
        String text = texts.computeIfAbsent(call.getDeclaringClass().getNestHost(), SourceParameters::read);
        String name = call instanceof Method
                ? call.getName()
                : call.getDeclaringClass().getSimpleName();
        List<String> types = Stream.of(call.getGenericParameterTypes())
                .map(Type::getTypeName)
                .map(SourceParameters::simple)
                .toList();
        Pattern declaration = Pattern.compile(DECLARATION.formatted(name));
        for (MatchResult match : declaration.matcher(text).results().toList()) {
            List<String[]> words = Stream.of(simple(match.group(1)).strip().split("\\s*,\\s*"))
                    .map(each -> ("- - " + each).split(" "))
                    .toList();
            if (words.stream()
                    .map(each -> simple(each[each.length - 2]))
                    .toList()
                    .equals(types)) {
                String before = text.substring(0, match.start()).stripTrailing();
                return new Declared(
                        words.stream().map(each -> each[each.length - 1]).toList(),
                        before.endsWith("*/") ? before.substring(before.lastIndexOf("/**")) : "");
            }
        }
        throw new IllegalStateException("not in the sources: " + call);
    }

    private static String read(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".java";
        try {
            return Files.readString((Files.exists(SOURCES.resolve(file)) ? SOURCES : GENERATED).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types without packages, outer classes and what stands in angle brackets. */
    private static String simple(String types) {
        String raw = GENERIC.matcher(types).replaceAll("");
        return raw.equals(types) ? raw.replace("...", "[]").replaceAll("[\\w.]+[.$](?=\\w)", "") : simple(raw);
    }
}
