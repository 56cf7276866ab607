package io.github.dlfs4j.architecture;

import io.github.dlfs4j.ExportedTypes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * The packages of the library, named without {@code io.github.dlfs4j}, and which of them each one uses: what
 * {@code jdeps} reads from the compiled classes.
 */
final class Packages {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final String ROOT = "io.github.dlfs4j.";
    private static final Pattern USE =
            Pattern.compile("(?m)^ +" + Pattern.quote(ROOT) + "(\\S+) +-> +" + Pattern.quote(ROOT) + "(\\S+) ");

    private final SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
    private final Set<String> exported;

    private Packages(Set<String> exported) {
        this.exported = exported;
    }

    /** The packages of the classes that Maven has compiled. */
    static Packages ofTheLibrary() throws IOException {
        Packages packages = new Packages(exportedPackages());
        Matcher use = USE.matcher(jdeps("-verbose:package", "-filter:none", CLASSES.toString()));
        while (use.find()) {
            packages.add(use.group(1), use.group(2));
        }
        return packages;
    }

    private void add(String user, String used) {
        uses.computeIfAbsent(user, name -> new TreeSet<>());
        uses.computeIfAbsent(used, name -> new TreeSet<>());
        if (!user.equals(used)) {
            uses.get(user).add(used);
        }
    }

    private static String jdeps(String... arguments) {
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        int result = ToolProvider.findFirst("jdeps").orElseThrow().run(writer, writer, arguments);
        if (result != 0) {
            throw new IllegalStateException(output.toString());
        }
        return output.toString();
    }

    private static Set<String> exportedPackages() throws IOException {
        return ExportedTypes.packages(CLASSES).stream()
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toSet());
    }

    SortedSet<String> names() {
        return new TreeSet<>(uses.keySet());
    }

    boolean isExported(String name) {
        return exported.contains(name);
    }

    /** The other packages whose classes those of a package name. */
    SortedSet<String> usedBy(String name) {
        return Collections.unmodifiableSortedSet(uses.get(name));
    }

    /** The same, and what those use in turn. */
    SortedSet<String> reachableFrom(String name) {
        SortedSet<String> reachable = new TreeSet<>();
        addReachable(name, reachable);
        return reachable;
    }

    private void addReachable(String name, SortedSet<String> reachable) {
        for (String used : uses.get(name)) {
            if (reachable.add(used)) {
                addReachable(used, reachable);
            }
        }
    }
}
