import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deletes the compiled classes that a change of sources has made stale, so that Maven compiles their sources and no
 * others. It compares the sources with copies, which it makes for the next time.
 *
 * <p>If a file has changed, its classes are stale. If it is new or gone, or has changed in its {@link Declarations},
 * which other files see, so are the classes of each file in which its name occurs as a word, of each file in which the
 * name of such a file occurs, and so on: whatever a file takes from another one, a type or a constant that the compiler
 * copies, it takes by way of files each of which names the next. If a name is no word, as that of {@code module-info}
 * and of {@code pom.xml}, all classes are stale.
 *
 * <p>Maven runs {@code StaleClasses PROJECT TARGET} before it compiles. Because Maven says nothing while it compiles,
 * this program says so.
 */
public final class StaleClasses {
    private static final String JAVA = ".java";
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** A file, its copy, and the file without a suffix to which it is compiled. */
    private record Source(Path file, Path copy, Path compiled) {
        String name() {
            return compiled.getFileName().toString();
        }

        boolean isTouched() throws IOException {
            return !Files.exists(file)
                    || !Files.exists(copy)
                    || !Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(copy));
        }

        boolean isChanged() throws IOException {
            return !Files.exists(file) || !Files.exists(copy) || Files.mismatch(file, copy) >= 0;
        }

        boolean isSeenByOthers() throws IOException {
            return !Files.exists(file)
                    || !Files.exists(copy)
                    || !Declarations.of(file).equals(Declarations.of(copy));
        }

        void delete() throws IOException {
            if (Files.isDirectory(compiled.getParent())) {
                Pattern classes = Pattern.compile(Pattern.quote(name()) + "(\\$.*)?\\.class");
                for (Path old : files(compiled.getParent(), 1, classes)) {
                    Files.delete(old);
                }
            }
        }

        void remember() throws IOException {
            if (Files.exists(file)) {
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                Files.delete(copy);
            }
        }
    }

    /**
     * Deletes stale classes.
     *
     * @param args the folder of the project, and the one in which it is built
     * @throws IOException if a file cannot be read, written or deleted
     */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path copies = target.resolve("compiled");
        Path pom = copies.resolve("pom.xml");
        Set<Source> sources = new LinkedHashSet<>();
        sources.add(new Source(project.resolve("pom.xml"), pom, pom));
        add(project.resolve("src/main/java"), copies.resolve("main"), target.resolve("classes"), sources);
        add(
                target.resolve("generated-sources/dlfs4j"),
                copies.resolve("generated"),
                target.resolve("classes"),
                sources);
        add(project.resolve("src/test/java"), copies.resolve("test"), target.resolve("test-classes"), sources);
        add(project.resolve("src/book/java"), copies.resolve("book"), target.resolve("test-classes"), sources);
        List<Source> touched = new ArrayList<>();
        for (Source source : sources) {
            if (source.isTouched()) {
                touched.add(source);
            }
        }
        Set<Source> stale = stale(touched, sources);
        if (stale.size() > 0) {
            System.err.println("compiling dlfs4j ...");
        }
        for (Source source : stale) {
            source.delete();
        }
        for (Source source : touched) {
            source.remember();
        }
    }

    private static void add(Path folder, Path copies, Path classes, Set<Source> sources) throws IOException {
        for (Path root : List.of(folder, copies)) {
            for (Path file : files(root, Integer.MAX_VALUE, Pattern.compile(".*\\.java"))) {
                Path relative = root.relativize(file);
                String name = relative.toString();
                Path compiled = classes.resolve(name.substring(0, name.length() - JAVA.length()));
                sources.add(new Source(folder.resolve(relative), copies.resolve(relative), compiled));
            }
        }
    }

    private static Set<Source> stale(List<Source> touched, Set<Source> sources) throws IOException {
        Set<Source> stale = new LinkedHashSet<>();
        Set<Source> seen = new LinkedHashSet<>();
        for (Source source : touched) {
            if (source.isChanged()) {
                stale.add(source);
                if (source.isSeenByOthers()) {
                    seen.add(source);
                }
            }
        }
        if (seen.stream().anyMatch(source -> !WORD.matcher(source.name()).matches())) {
            return sources;
        }
        Map<String, List<Source>> users = seen.isEmpty() ? Map.of() : users(sources);
        Deque<Source> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (Source user : users.getOrDefault(next.remove().name(), List.of())) {
                if (seen.add(user)) {
                    next.add(user);
                }
            }
        }
        stale.addAll(seen);
        return stale;
    }

    /** Returns the files in which a word occurs, by word. */
    private static Map<String, List<Source>> users(Set<Source> sources) throws IOException {
        Map<String, List<Source>> users = new HashMap<>();
        for (Source source : sources) {
            if (Files.exists(source.file())) {
                Set<String> words = WORD.matcher(Files.readString(source.file()))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
                words.forEach(word ->
                        users.computeIfAbsent(word, none -> new ArrayList<>()).add(source));
            }
        }
        return users;
    }

    private static List<Path> files(Path folder, int depth, Pattern name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }
}
