package io.github.dlfs4j.architecture;

import io.github.dlfs4j.ExportedTypes;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The public API as a text: a line for each type that the module exports and, below it, one for each constructor, field
 * and method that a user of the type can call or override, also those that come from a class that is not public. What
 * every object, record or enum has is left out. A program of its own as well, which writes the file anew:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.architecture.PublicApi
 * }</pre>
 */
public final class PublicApi {
    static final Path FILE = Path.of("src", "test", "resources", "public-api.txt");

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals(Object)", "hashCode()", "toString()");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values()", "valueOf(String)");

    private final PublicSupertypes supertypes;

    private PublicApi(Collection<Class<?>> types) {
        this.supertypes = new PublicSupertypes(types);
    }

    public static void main(String... arguments) throws IOException {
        Files.writeString(FILE, ofTheLibrary());
    }

    /** The API of the classes that Maven has compiled. */
    static String ofTheLibrary() throws IOException {
        return of(ExportedTypes.of(CLASSES));
    }

    static String of(List<Class<?>> types) {
        PublicApi api = new PublicApi(types);
        StringBuilder text = new StringBuilder();
        for (Class<?> type : types) {
            text.append(api.heading(type)).append('\n');
            api.members(type)
                    .values()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        return text.toString();
    }

    private String heading(Class<?> type) {
        String name = Signatures.qualified(type) + Signatures.parameters(type);
        List<String> inherited = supertypes.interfaces(type);
        if (type.isInterface()) {
            return sealed(type) + "interface " + name + list(" extends ", inherited) + permitted(type);
        } else if (type.isRecord()) {
            List<String> components = Stream.of(type.getRecordComponents())
                    .map(component -> Signatures.of(component.getGenericType()) + ' ' + component.getName())
                    .toList();
            return "record " + name + "(" + String.join(", ", components) + ")" + list(" implements ", inherited);
        } else if (type.isEnum()) {
            List<String> constants = Stream.of(type.getFields())
                    .filter(Field::isEnumConstant)
                    .map(Field::getName)
                    .toList();
            return "enum " + name + list(" implements ", inherited) + " { " + String.join(", ", constants) + " }";
        }
        return Signatures.words(type.getModifiers(), Modifier.ABSTRACT | Modifier.FINAL)
                + sealed(type)
                + "class "
                + name
                + list(" extends ", supertypes.superclass(type))
                + list(" implements ", inherited)
                + permitted(type);
    }

    private static String sealed(Class<?> type) {
        return type.isSealed() ? "sealed " : "";
    }

    private static String permitted(Class<?> type) {
        return type.isSealed()
                ? list(
                        " permits ",
                        Stream.of(type.getPermittedSubclasses())
                                .map(Signatures::of)
                                .sorted()
                                .toList())
                : "";
    }

    private static String list(String word, List<String> names) {
        return names.isEmpty() ? "" : word + String.join(", ", names);
    }

    /** The lines of the members, by what they are sorted by: constructors, fields, methods, each by name. */
    private SortedMap<String, String> members(Class<?> type) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (canBeUsed(type, constructor) && !isCanonical(type, constructor)) {
                lines.put("1 " + erasure(constructor), Signatures.of(constructor, type.getSimpleName()));
            }
        }
        for (Class<?> each : supertypes.withHidden(type)) {
            for (Field field : each.getDeclaredFields()) {
                if (canBeUsed(type, field) && !field.isEnumConstant()) {
                    lines.putIfAbsent("2 " + field.getName(), Signatures.of(field));
                }
            }
            for (Method method : each.getDeclaredMethods()) {
                if (canBeUsed(type, method) && !isOfEvery(type, method)) {
                    lines.putIfAbsent("3 " + erasure(method), Signatures.of(method, type));
                }
            }
        }
        return lines;
    }

    /** A bridge is synthetic too; it calls the method that stands beside it. */
    private static boolean canBeUsed(Class<?> type, Member member) {
        int modifiers = member.getModifiers();
        boolean isInherited = Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers());
        return (Modifier.isPublic(modifiers) || isInherited) && !member.isSynthetic();
    }

    private static boolean isCanonical(Class<?> type, Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private static boolean isOfEvery(Class<?> type, Method method) {
        String call = erasure(method);
        return OF_EVERY_OBJECT.contains(call)
                || (type.isEnum() && OF_EVERY_ENUM.contains(call))
                || (type.isRecord()
                        && Stream.of(type.getRecordComponents())
                                .anyMatch(component -> method.equals(component.getAccessor())));
    }

    private static String erasure(Executable call) {
        List<String> parameters = new ArrayList<>();
        for (Class<?> parameter : call.getParameterTypes()) {
            parameters.add(parameter.getSimpleName());
        }
        return (call instanceof Method ? call.getName() : "") + "(" + String.join(", ", parameters) + ")";
    }
}
