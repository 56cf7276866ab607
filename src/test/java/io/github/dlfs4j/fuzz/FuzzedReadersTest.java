package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ConstantPool;
import io.github.dlfs4j.ExportedTypes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each public class that takes a file or a stream reads damaged files in {@link FuzzTest}, or here is why not. */
class FuzzedReadersTest {
    private static final List<Class<?>> SOURCES =
            List.of(Path.class, File.class, InputStream.class, Reader.class, Channel.class);

    private static final Map<String, String> NOT_FUZZED = new TreeMap<>(Map.ofEntries(
            Map.entry("digit.DigitImage", "the JDK reads pictures: HostilePictureTest and ImageFileTest"),
            Map.entry("mnist.Mnist", "reads with IdxFile"),
            Map.entry("mnist.FashionMnist", "reads with IdxFile"),
            Map.entry("mnist.MnistOptions", "reads with IdxFile"),
            Map.entry("mnist.SampleWeight", "reads with PickledArrays, and first compares a checksum"),
            Map.entry("ndarray.io.FileFormatException", "names a file and reads none"),
            Map.entry("network.DeepConvNet", "reads what SimpleConvNet reads"),
            Map.entry("network.Networks", "reads what SimpleConvNet reads"),
            Map.entry("onnx.Onnx", "only writes"),
            Map.entry("training.History", "only writes"),
            Map.entry("training.Trainer", "reads with Checkpoint")));

    @Test
    void everyClassThatReadsFilesHasDamagedFilesInTheFuzzers() throws IOException {
        Set<String> called = new HashSet<>();
        try (Stream<Path> files = Files.list(Path.of("target/test-classes/io/github/dlfs4j/fuzz"))) {
            files.filter(file -> file.getFileName().toString().matches("Format(\\$.*)?\\.class"))
                    .forEach(file -> called.addAll(ConstantPool.of(file).methods()));
        }
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : ExportedTypes.of(Path.of("target", "classes"))) {
            List<String> readers = Stream.of(type.getMethods(), type.getConstructors())
                    .flatMap(Stream::of)
                    .filter(call -> Stream.of(call.getParameterTypes()).anyMatch(FuzzedReadersTest::isSource))
                    .map(call -> call.getDeclaringClass().getName().replace('.', '/') + "." + call.getName())
                    .toList();
            if (!readers.isEmpty() && readers.stream().noneMatch(called::contains)) {
                missing.add(type.getName().replaceFirst("io.github.dlfs4j.", ""));
            }
        }
        assertThat(missing)
                .as("give a new class damaged files in Format")
                .containsExactlyElementsOf(NOT_FUZZED.keySet());
    }

    private static boolean isSource(Class<?> parameter) {
        return SOURCES.stream().anyMatch(source -> source.isAssignableFrom(parameter));
    }
}
