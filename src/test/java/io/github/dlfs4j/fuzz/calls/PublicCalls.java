package io.github.dlfs4j.fuzz.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The public constructors and methods of all classes that the module exports, always in the same order. */
final class PublicCalls {
    private static final String SUFFIX = ".class";

    private PublicCalls() {}

    /** Finds them in the folder that the library was compiled to. */
    static List<Executable> of(Path classes) throws IOException {
        ModuleDescriptor module;
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            module = ModuleDescriptor.read(in);
        }
        List<Executable> calls = new ArrayList<>();
        for (ModuleDescriptor.Exports exported : module.exports()) {
            try (Stream<Path> files =
                    Files.list(classes.resolve(exported.source().replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("-info.class"))
                        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                        .map(name -> loaded(exported.source() + "." + name))
                        .filter(PublicCalls::isPublic)
                        .forEach(type -> add(type, calls));
            }
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

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static boolean isPublic(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static void add(Class<?> type, List<Executable> calls) {
        calls.addAll(List.of(type.getConstructors()));
        for (Method method : type.getDeclaredMethods()) {
            // A bridge calls the method that stands beside it.
            if (Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()) {
                calls.add(method);
            }
        }
    }
}
