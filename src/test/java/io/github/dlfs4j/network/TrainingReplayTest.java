package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Training follows Python step by step: with the same seed it has the same losses and accuracies. */
@TestInstance(Lifecycle.PER_CLASS) // its images are let go after its last test
class TrainingReplayTest {
    private static final int BATCH = 100;
    private static final double LEARNING_RATE = 0.1;

    private Mnist mnist;

    /** A value that Python recorded after a step, and the largest relative difference allowed. */
    private record Recorded(int step, String quantity, double value) {}

    @BeforeAll
    void loadMnist() throws IOException {
        mnist = Mnist.options().oneHotLabel(true).load();
    }

    static Stream<Arguments> activations() {
        return Stream.of(Arguments.of("relu", new Relu()), Arguments.of("sigmoid", new Sigmoid()));
    }

    @BothKernels
    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    void theFirstEpochOfATrainingFollowsPython(String name, Layer activation) throws IOException {
        assertFollowsPython(601, name, activation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("activations")
    @Tag("long")
    void tenThousandStepsOfATrainingFollowPython(String name, Layer activation) throws IOException {
        assertFollowsPython(10_000, name, activation);
    }

    private void assertFollowsPython(int steps, String name, Layer activation) throws IOException {
        RandomState random = new RandomState(0);
        TwoLayerNet net = new TwoLayerNet(784, 50, 10, 0.01, activation, random);
        Map<Integer, List<Recorded>> records =
                recordsOf("two-layer %s backprop seed=0 batch=100 lr=0.1".formatted(name));
        Dataset images = Dataset.of(mnist.trainImages(), mnist.trainLabels());
        Trainer trainer = new Trainer(net, new SGD(LEARNING_RATE), Batches.random(images, BATCH, random));
        // Python counts from 0, and records after the update.
        trainer.every(
                1,
                t -> records.getOrDefault((int) t.steps() - 1, List.of()).forEach(record -> compare(record, net, t)));
        trainer.run(steps);
    }

    private void compare(Recorded record, TwoLayerNet net, Trainer trainer) {
        switch (record.quantity()) {
            case "loss after update" ->
                assertThat(trainer.loss().asDouble())
                        .as("%s, step %d", record.quantity(), record.step())
                        .isCloseTo(record.value(), within(1e-10 * record.value()));
            case "train accuracy" ->
                assertThat(net.accuracy(mnist.trainImages(), mnist.trainLabels()))
                        .isEqualTo(record.value());
            case "test accuracy" ->
                assertThat(net.accuracy(mnist.testImages(), mnist.testLabels())).isEqualTo(record.value());
            default -> throw new IllegalStateException("unknown quantity: " + record.quantity());
        }
    }

    private static Map<Integer, List<Recorded>> recordsOf(String experiment) throws IOException {
        Map<Integer, List<Recorded>> records = new LinkedHashMap<>();
        try (InputStream stream = TrainingReplayTest.class.getResourceAsStream("/numpy/training.tsv")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(fields -> fields[0].equals(experiment))
                    .map(fields -> new Recorded(Integer.parseInt(fields[1]), fields[2], Double.parseDouble(fields[3])))
                    .forEach(record -> records.merge(record.step(), List.of(record), TrainingReplayTest::joined));
        }
        assertThat(records).hasSizeGreaterThan(100);
        return records;
    }

    private static List<Recorded> joined(List<Recorded> some, List<Recorded> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
