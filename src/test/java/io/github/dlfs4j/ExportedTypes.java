package io.github.dlfs4j;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a user of the module can name, found in the folder that the library was compiled to. */
public final class ExportedTypes {
    private static final String SUFFIX = ".class";

    private ExportedTypes() {}

    /** The names of the packages that the module exports. */
    public static Set<String> packages(Path classes) throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream in = Files.newInputStream(classes.resolve("module-info.class"))) {
            ModuleDescriptor.read(in).exports().forEach(exported -> names.add(exported.source()));
        }
        return names;
    }

    /** The types of these packages that are public, and so is what they stand in, sorted by name. */
    public static List<Class<?>> of(Path classes) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        for (String exported : packages(classes)) {
            try (Stream<Path> files = Files.list(classes.resolve(exported.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SUFFIX) && !name.endsWith("-info.class"))
                        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                        .map(name -> loaded(exported + "." + name))
                        .filter(ExportedTypes::isPublic)
                        .forEach(types::add);
            }
        }
        types.sort(Comparator.comparing(Class::getName));
        return types;
    }

    /** Whether a type is public, and what it stands in too. */
    public static boolean isPublic(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            if (!Modifier.isPublic(each.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, ExportedTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
