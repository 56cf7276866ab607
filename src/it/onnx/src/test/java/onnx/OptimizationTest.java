package onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.onnx.Onnx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * ONNX Runtime makes one operator of several, and leaves out those that change nothing: the outputs stay the same. The
 * numbers are below 0, so that a margin of zeros shows.
 */
class OptimizationTest {
    private static final int GRAPHS = 200;

    @ParameterizedTest
    @EnumSource(OptLevel.class)
    void everyLevelOfOptimisationKeepsTheOutputs(OptLevel level) throws IOException, OrtException {
        for (int seed = 0; seed < GRAPHS; seed++) {
            NDArray x = new RandomState(seed)
                    .randint(-32, -15, 3, 2, 8, 8)
                    .astype(DType.FLOAT32)
                    .div(16);
            Network network = network(seed);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            Onnx.write(network, file, Shape.of(2, 8, 8));
            assertThat(run(file.toByteArray(), level, x)).as("graph %s", seed).isEqualTo(network.predict(x));
        }
    }

    /** Two poolings, each behind up to four operations. Sixteenths are exact in float32. */
    private static Network network(int seed) {
        return new VariableNetwork(Map.of(), (none, x) -> {
            RandomState random = new RandomState(seed);
            Variable y = x;
            for (int pooling = 0; pooling < 2; pooling++) {
                for (int left = below(5, random); left > 0; left--) {
                    y = step(y, random);
                }
                y = y.pooling(2, 1 + below(2, random), 1 + below(2, random), below(2, random));
            }
            return y.add(0).astype(DType.FLOAT32);
        });
    }

    private static int below(int bound, RandomState random) {
        return random.randint(0, bound).asInt();
    }

    private static Variable step(Variable x, RandomState random) {
        return switch (below(10, random)) {
            case 0, 1, 2 -> {
                int[] margin = {below(2, random), below(2, random)};
                yield x.pad(new int[][] {{0, 0}, {0, 0}, margin, margin});
            }
            case 3 -> x.astype(DType.FLOAT64);
            case 4 -> x.astype(DType.FLOAT32);
            case 5 -> x.mul(1);
            case 6 -> x.div(NDArray.ones(DType.FLOAT32, x.shape().get(-1)));
            case 7 ->
                x.conv2d(Variable.constant(random.randint(-1, 2, 2, 2, 2, 2).astype(DType.FLOAT32)), 1, 1);
            case 8 -> x.sub(0);
            default -> x.leakyRelu(1);
        };
    }

    private static NDArray run(byte[] file, OptLevel level, NDArray x) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setOptimizationLevel(level);
            long[] shape = {x.shape(0), x.shape(1), x.shape(2), x.shape(3)};
            try (OrtSession session = environment.createSession(file, options);
                    OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x.toFloatArray()), shape);
                    OrtSession.Result result = session.run(Map.of("input", input))) {
                OnnxTensor output = (OnnxTensor) result.get(0);
                float[] numbers = new float[output.getFloatBuffer().remaining()];
                output.getFloatBuffer().get(numbers);
                long[] lengths = output.getInfo().getShape();
                return NDArray.of(numbers, (int) lengths[0], (int) lengths[1], (int) lengths[2], (int) lengths[3]);
            }
        }
    }
}
