import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the sources that the build makes: {@link Twins}, {@link Templates}, {@link Tiles}, {@link Tables},
 * {@link OperationEnums} and {@link Overloads}. It does so only if one of the files from which they are made has
 * changed. A source that stays the same is not written again, so that it is not compiled again. A source that is no
 * longer made is deleted.
 *
 * <p>Maven runs {@code GeneratedSources SOURCES BUILD TARGET} before it compiles.
 */
public final class GeneratedSources {
    private static final String JAVA = ".java";

    /**
     * Writes all sources.
     *
     * @param args the folder of the sources, the folder of the programs and templates of the build, and the folder of
     *     the generated sources
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        Path sources = Path.of(args[0]);
        Path build = Path.of(args[1]);
        Path target = Path.of(args[2]);
        List<Path> originals = files(sources, Twins.NAME);
        String inputs = Stream.of(files(build, ""), originals, Overloads.originals(sources))
                .flatMap(List::stream)
                .map(file -> file + " " + file.toFile().lastModified() + "\n")
                .collect(Collectors.joining());
        Path lastInputs = target.resolveSibling(target.getFileName() + ".inputs");
        if (!Files.exists(lastInputs) || !Files.readString(lastInputs).equals(inputs)) {
            Map<Path, String> generated = new TreeMap<>();
            Twins.generate(sources, originals, generated);
            Templates.generate(build.resolve("templates"), generated);
            Tiles.generate(generated);
            Tables.generate(generated);
            OperationEnums.generate(sources, generated);
            Overloads.generate(sources, generated);
            write(target, generated);
            Files.writeString(lastInputs, inputs);
        }
    }

    private static List<Path> files(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().contains(name))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path target, Map<Path, String> generated) throws IOException {
        for (Map.Entry<Path, String> source : generated.entrySet()) {
            Path file = target.resolve(source.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(source.getValue())) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
            }
        }
        for (Path old : files(target, JAVA)) {
            if (!generated.containsKey(target.relativize(old))) {
                Files.delete(old);
            }
        }
    }
}
