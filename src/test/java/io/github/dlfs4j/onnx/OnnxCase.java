package io.github.dlfs4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.file.FileRegion;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.file.ProtocolBufferReader;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A model with inputs and the outputs that another library has computed.
 *
 * @param name its name
 * @param files the model, the inputs and the outputs, by name
 */
record OnnxCase(String name, Map<String, byte[]> files) {
    private static final Path FOLDER = Path.of("src", "test", "resources", "onnx");

    /** Returns the cases of an archive, in the order of their names. */
    static Stream<OnnxCase> in(String archive) throws IOException {
        Map<String, OnnxCase> cases = new TreeMap<>();
        try (InputStream file = Files.newInputStream(FOLDER.resolve(archive));
                ZipInputStream zip = new ZipInputStream(new GZIPInputStream(file))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                String[] path = entry.getName().split("/", -1);
                cases.computeIfAbsent(path[0], name -> new OnnxCase(name, new HashMap<>()))
                        .files
                        .put(path[1], zip.readAllBytes());
            }
        }
        return cases.values().stream();
    }

    /** Returns the case in a folder. */
    static OnnxCase of(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            OnnxCase made = new OnnxCase(folder.getFileName().toString(), new HashMap<>());
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                made.files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OnnxModel model() throws IOException {
        return OnnxModel.read(new ByteArrayInputStream(files.get("model.onnx")), name);
    }

    Map<String, NDArray> inputs(OnnxModel model) throws IOException {
        Map<String, NDArray> inputs = new LinkedHashMap<>();
        for (OnnxModel.Value input : model.inputs()) {
            inputs.put(input.name(), tensor("input_%s.pb".formatted(inputs.size())));
        }
        return inputs;
    }

    List<NDArray> outputs() throws IOException {
        List<NDArray> outputs = new ArrayList<>();
        while (files.containsKey("output_%s.pb".formatted(outputs.size()))) {
            outputs.add(tensor("output_%s.pb".formatted(outputs.size())));
        }
        return outputs;
    }

    private NDArray tensor(String file) throws IOException {
        byte[] content = files.get(file);
        MemoryBudget budget = new MemoryBudget(1 << 24);
        ProtocolBufferReader message = new ProtocolBufferReader(
                new FileRegion.OfMemory(content),
                0,
                content.length,
                (place, expected, found) -> new FileFormatException(Path.of(file), place, expected, found),
                budget);
        return new TensorReader(null, budget).read(message).array();
    }

    /** Runs the model and compares the outputs. */
    void check(double relative, double absolute) throws IOException {
        OnnxModel model = model();
        List<NDArray> computed = List.copyOf(model.run(inputs(model)).values());
        List<NDArray> expected = outputs();
        assertThat(computed).hasSameSizeAs(expected);
        for (int i = 0; i < computed.size(); i++) {
            NDArray output = computed.get(i);
            assertThat(output.shape()).as(name).isEqualTo(expected.get(i).shape());
            assertThat(output.dtype()).isEqualTo(expected.get(i).dtype());
            assertThat(output.allClose(expected.get(i), relative, absolute, true))
                    .as("%s: %s, not %s", name, output, expected.get(i))
                    .isTrue();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
