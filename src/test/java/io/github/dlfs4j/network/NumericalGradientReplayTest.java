package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Training by numerical gradients follows Python for three steps. */
@BothKernels
class NumericalGradientReplayTest {
    private static final String EXPERIMENT = "two-layer sigmoid numerical-gradient seed=7 batch=100 lr=0.1";
    private static final int STEPS = 3;
    private static final double LEARNING_RATE = 0.1;

    @Test
    void threeStepsByNumericalGradientsFollowPython() throws IOException {
        Map<String, Double> recorded = recorded();
        assertThat(recorded).hasSize(4 + STEPS);
        Mnist mnist = Mnist.options().oneHotLabel(true).load();
        RandomState random = new RandomState(7);
        TwoLayerNet net = new TwoLayerNet(784, 50, 10, 0.01, new Sigmoid(), random);
        for (int step = 0; step < STEPS; step++) {
            NDArray batch = random.choice(mnist.trainImages().shape(0), 100);
            NDArray x = mnist.trainImages().get(batch);
            NDArray t = mnist.trainLabels().get(batch);
            Map<String, NDArray> numerical = net.numericalGradient(x, t);
            if (step == 0) {
                assertDifferences(numerical, net.gradient(x, t), recorded);
            }
            net.parameters()
                    .forEach((name, parameter) ->
                            parameter.subi(numerical.get(name).mul(LEARNING_RATE)));
            double loss = recorded.get(step + " loss after update");
            assertThat(net.loss(x, t).asDouble()).isCloseTo(loss, within(1e-10 * loss));
        }
    }

    /** The differences come from truncation and rounding, so they are at most twice as large as Python's. */
    private static void assertDifferences(
            Map<String, NDArray> numerical, Map<String, NDArray> backprop, Map<String, Double> recorded) {
        numerical.forEach((name, gradient) -> {
            double difference = gradient.sub(backprop.get(name)).abs().mean().asDouble();
            double ofPython = recorded.get("0 mean |numerical - backprop| " + name);
            assertThat(difference).as(name).isBetween(ofPython / 2, ofPython * 2);
        });
    }

    /** Returns the recorded values by step and quantity. */
    private static Map<String, Double> recorded() throws IOException {
        Map<String, Double> recorded = new HashMap<>();
        try (InputStream stream = NumericalGradientReplayTest.class.getResourceAsStream("/numpy/training.tsv")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> fields[0].equals(EXPERIMENT))
                    .forEach(fields -> recorded.put(fields[1] + " " + fields[2], Double.valueOf(fields[3])));
        }
        return recorded;
    }
}
