package io.github.dlfs4j.fuzz.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sources call the parameters of methods, constructors and records, and what Javadoc says of them. */
final class SourceParameters {
    private static final Path SOURCES = Path.of("src", "main", "java");
    /** Annotations and a declaration with its parameters; some calls match too, which does no harm. */
    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^(?: *@\\w+.*\\R)* *[\\w<>\\[\\],.? &]*?\\b(\\w+)\\(([^()]*)\\)[\\w\\s.,<>]*+[{;]");

    private static final Pattern GENERIC = Pattern.compile("<[^<>]*>");

    private final Map<Class<?>, Map<String, Declared>> declared = new HashMap<>();

    private record Declared(List<String> names, String javadoc) {}

    String name(Executable call, int place) {
        return of(call).names().get(place);
    }

    /** Whether Javadoc, there or where a supertype declares the method, says what null means for a parameter. */
    boolean saysWhatNullMeans(Executable call, int place) {
        Declared here = of(call);
        if (call.getDeclaringClass().isRecord() && here.javadoc().contains("keeps what it is given, null too")) {
            return true;
        }
        Matcher tag = Pattern.compile("@param\\s+" + here.names().get(place) + "\\s([^@]*)")
                .matcher(here.javadoc());
        return tag.find() && Pattern.compile("\\bnull\\b").matcher(tag.group(1)).find();
    }

    private Declared of(Executable call) {
        Class<?> type = call.getDeclaringClass();
        Declared found =
                declaredIn(type, call).orElseThrow(() -> new IllegalStateException("not in the sources: " + key(call)));
        return found.javadoc().isEmpty() ? inherited(type, call).orElse(found) : found;
    }

    private Optional<Declared> inherited(Class<?> type, Executable call) {
        return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(Factories::isOurs)
                .flatMap(above -> Stream.concat(declaredIn(above, call).stream(), inherited(above, call).stream()))
                .filter(found -> !found.javadoc().isEmpty())
                .findFirst();
    }

    private Optional<Declared> declaredIn(Class<?> type, Executable call) {
        Class<?> file = type;
        while (file.getEnclosingClass() != null) {
            file = file.getEnclosingClass();
        }
        return Optional.ofNullable(
                declared.computeIfAbsent(file, SourceParameters::read).get(key(call)));
    }

    private static Map<String, Declared> read(Class<?> type) {
        Map<String, Declared> found = new HashMap<>();
        try {
            String text = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
            for (MatchResult match : DECLARATION.matcher(text).results().toList()) {
                List<String[]> words = Stream.of(withoutGenerics(match.group(2)).split(","))
                        .map(each -> each.strip().split(" "))
                        .toList();
                String types = words.stream()
                        .map(each -> simple(each.length < 2 ? "" : each[each.length - 2]))
                        .collect(Collectors.joining(","));
                List<String> names =
                        words.stream().map(each -> each[each.length - 1]).toList();
                String before = text.substring(0, match.start()).stripTrailing();
                String javadoc = before.endsWith("*/") ? before.substring(before.lastIndexOf("/**")) : "";
                found.putIfAbsent(match.group(1) + '(' + types + ')', new Declared(names, javadoc));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String withoutGenerics(String type) {
        String raw = GENERIC.matcher(type).replaceAll("");
        return raw.equals(type) ? raw : withoutGenerics(raw);
    }

    private static String simple(String type) {
        String array = type.replace("...", "[]");
        return array.substring(array.lastIndexOf('.') + 1);
    }

    private static String key(Executable call) {
        String name = call instanceof Method
                ? call.getName()
                : call.getDeclaringClass().getSimpleName();
        return name
                + Stream.of(call.getGenericParameterTypes())
                        .map(SourceParameters::text)
                        .collect(Collectors.joining(",", "(", ")"));
    }

    private static String text(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return text(parameterized.getRawType());
        } else if (type instanceof GenericArrayType array) {
            return text(array.getGenericComponentType()) + "[]";
        }
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }
}
