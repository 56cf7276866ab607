package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.ExportedTypes;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The public constructors and methods of all classes that the module exports, also what they inherit from a superclass
 * that is not public, always in the same order.
 */
final class PublicCalls {
    private PublicCalls() {}

    /** Finds them in the folder that the library was compiled to. */
    static List<Executable> of(Path classes) throws IOException {
        List<Executable> calls = new ArrayList<>();
        for (Class<?> type : ExportedTypes.of(classes)) {
            add(type, calls);
        }
        calls.sort(Comparator.comparing(PublicCalls::name));
        return calls;
    }

    /** The call as {@code NDArray.zeros(DType, int[])}, without packages. */
    static String name(Executable call) {
        StringBuilder name =
                new StringBuilder(call.getDeclaringClass().getTypeName().replaceAll("^[a-z0-9.]+", ""));
        if (call instanceof Method) {
            name.append('.').append(call.getName());
        }
        List<String> parameters =
                Stream.of(call.getParameterTypes()).map(Class::getSimpleName).toList();
        return name.append('(')
                .append(String.join(", ", parameters))
                .append(')')
                .toString();
    }

    private static void add(Class<?> type, List<Executable> calls) {
        calls.addAll(List.of(type.getConstructors()));
        Set<Executable> methods = new LinkedHashSet<>();
        for (Class<?> each = type; each == type || isHidden(each); each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                // A bridge calls the method that stands beside it.
                if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                    methods.add(found(type, method));
                }
            }
        }
        methods.removeIf(method -> Factories.isOfObject(method) && method.getDeclaringClass() != type);
        calls.addAll(methods);
    }

    private static boolean isHidden(Class<?> type) {
        return type != null && !Modifier.isPublic(type.getModifiers());
    }

    /** What a program calls that calls the method of a superclass: of an object, mostly a bridge of the type. */
    private static Method found(Class<?> type, Method method) {
        try {
            Method found = type.getMethod(method.getName(), method.getParameterTypes());
            found.setAccessible(true);
            return found;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
