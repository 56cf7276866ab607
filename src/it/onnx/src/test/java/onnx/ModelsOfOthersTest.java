package onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that others have trained give what they give in ONNX Runtime. */
class ModelsOfOthersTest {
    private static final int INPUTS = 50;
    private static final RandomState RANDOM = new RandomState(1);

    @TempDir
    private Path folder;

    /** From the jar of langchain4j, which {@code pom.xml} names: vectors of texts, whose words are numbers here. */
    @Test
    void miniLmGivesTheVectorsOfTheRuntime() throws Exception {
        Path file = folder.resolve("all-minilm-l6-v2.onnx");
        try (InputStream in = ModelsOfOthersTest.class.getResourceAsStream("/all-minilm-l6-v2.onnx")) {
            Files.copy(in, file);
        }
        assertThat(sha256(file)).isEqualTo("759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e");
        compare(file, i -> {
            int rows = 1 + i % 4;
            int words = 1 + RANDOM.randint(0, 64).asInt();
            NDArray ones = NDArray.ones(DType.INT64, rows, words);
            return Map.of(
                    "input_ids", RANDOM.randint(0, 30_000, rows, words),
                    "attention_mask", ones,
                    "token_type_ids", NDArray.zerosLike(ones));
        });
    }

    /** From the registry of npm, where it is installed: is one of three words heard? */
    @Test
    void wakeWordsAreThoseOfTheRuntime() throws Exception {
        assumeTrue(isHere("npm"), "needs npm, from whose registry it fetches three models");
        run("npm", "pack", "--silent", "openwakeword-js@0.1.27");
        Path archive = folder.resolve("openwakeword-js-0.1.27.tgz");
        assertThat(sha256(archive)).isEqualTo("452a550fbaff4e1f8d13390205c3b5102c059220d3abf95d73083eb16f7e97d1");
        run("tar", "xzf", archive.getFileName().toString());
        for (String name : List.of("hello_deepa", "hello_deepa_old", "namaste_deepa")) {
            Path file = folder.resolve(Path.of("package", "models", name + ".onnx"));
            OnnxModel.Value input = OnnxModel.read(file).inputs().get(0);
            int[] shape = input.shape().stream().mapToInt(Integer::parseInt).toArray();
            compare(file, i -> Map.of(input.name(), RANDOM.randn(shape).astype(DType.FLOAT32)));
        }
    }

    private boolean isHere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor())
                .as(String.join(" ", command) + ": " + printed)
                .isZero();
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** Inputs by their number. */
    private interface Inputs {
        Map<String, NDArray> of(int i);
    }

    private static void compare(Path file, Inputs inputs) throws IOException, OrtException {
        OnnxModel model = OnnxModel.read(file);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(file.toString())) {
            for (int i = 0; i < INPUTS; i++) {
                Map<String, NDArray> given = inputs.of(i);
                NDArray output = model.run(given).values().iterator().next();
                NDArray expected = run(session, environment, given).reshape(output.shape());
                double largest = expected.abs().max().asDouble();
                assertThat(output.sub(expected).abs().max().asDouble())
                        .as("input " + i)
                        .isLessThan(1e-4 * largest);
            }
        }
    }

    private static NDArray run(OrtSession session, OrtEnvironment environment, Map<String, NDArray> given)
            throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        for (Map.Entry<String, NDArray> input : given.entrySet()) {
            NDArray x = input.getValue();
            long[] shape = Arrays.stream(x.shape().toArray()).asLongStream().toArray();
            tensors.put(
                    input.getKey(),
                    x.dtype() == DType.INT64
                            ? OnnxTensor.createTensor(environment, LongBuffer.wrap(x.toLongArray()), shape)
                            : OnnxTensor.createTensor(environment, FloatBuffer.wrap(x.toFloatArray()), shape));
        }
        try (OrtSession.Result result = session.run(tensors)) {
            FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] array = new float[numbers.remaining()];
            numbers.get(array);
            return NDArray.of(array);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }
}
