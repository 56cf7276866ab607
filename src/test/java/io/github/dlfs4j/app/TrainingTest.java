package io.github.dlfs4j.app;

import static io.github.dlfs4j.app.PrintedTraining.firstTestImages;
import static io.github.dlfs4j.app.PrintedTraining.trainingOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Checkpoint;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The training, compared with the same training by the library. */
class TrainingTest {
    private static final Path DATA = Path.of("data");

    @TempDir
    private Path folder;

    @Test
    void aTrainingPrintsALineForEachEpochAndTheFinalAccuracy() throws Exception {
        String printed = trainingOf("--steps", "35", "--batch", "2000", "--lr", "0.3", "--seed", "7", "--hidden", "20");

        Samples images = Mnist.options().loadTraining(DATA);
        Samples test = Mnist.options().loadTest(DATA);
        RandomState random = new RandomState(7);
        TwoLayerNet net = new TwoLayerNet(784, 20, 10, random);
        StringBuilder expected = new StringBuilder();
        expected.append("training a network of 784-20-10: 35 steps, learning rate 0.3\n");
        for (int step = 1; step <= 35; step++) {
            NDArray choice = random.choice(60000, 2000);
            NDArray x = images.images().get(choice);
            NDArray t = images.labels().get(choice);
            Map<String, NDArray> gradients = net.gradient(x, t);
            net.parameters()
                    .forEach((key, parameter) ->
                            parameter.subi(gradients.get(key).mul(0.3)));
            if (step % 30 == 0) {
                expected.append(format(
                        "epoch %d: loss %.4f, train accuracy %.4f, test accuracy %.4f, (speed)\n",
                        step / 30,
                        net.loss(x, t).asDouble(),
                        net.accuracy(images.images(), images.labels()),
                        net.accuracy(test.images(), test.labels())));
            }
        }
        expected.append(format("final test accuracy: %.4f\n", net.accuracy(test.images(), test.labels())));
        expected.append("SHA-256 of the weights: %s\n".formatted(Networks.sha256(net)));
        assertThat(printed).isEqualTo(expected.toString());
    }

    @Test
    void theMainJobTrainsAConvNetWithAdamAsTheLibraryDoes() throws Exception {
        Path file = folder.resolve("state.npz");
        String options = "--network simple-conv --optimizer adam --batch 20 --steps 3 --seed 5 --save " + file;
        String printed = trainingOf(firstTestImages(500), options.split(" ", -1));

        Samples images = Mnist.options().flatten(false).loadTraining(DATA);
        RandomState random = new RandomState(5);
        Sequential net = SimpleConvNet.initial(random);
        Adam adam = new Adam(0.001);
        for (int step = 1; step <= 3; step++) {
            NDArray choice = random.choice(60000, 20);
            adam.update(
                    net.parameters(),
                    net.gradient(images.images().get(choice), images.labels().get(choice)));
        }
        Samples test = Mnist.options().flatten(false).loadTest(DATA);
        assertThat(printed)
                .isEqualTo(format(
                        """
                        training the simple ConvNet with Adam: 3 steps, learning rate 0.001
                        final test accuracy: %.4f
                        SHA-256 of the weights: %s
                        saved; --resume %s goes on from there
                        """,
                        net.accuracy(
                                test.images().get(Index.to(500)), test.labels().get(Index.to(500))),
                        Networks.sha256(net),
                        file));
        Checkpoint saved = Checkpoint.read(file);
        assertThat(saved.description()).isEqualTo("--network simple-conv");
        assertThat(saved.network()).isEqualTo(net.parameters());
        assertThat(saved.optimizer()).isEqualTo("Adam");
        assertThat(saved.optimizerState()).isEqualTo(adam.state());
    }

    /** Images, network and optimiser are all of float32. */
    @Test
    void theMainJobTrainsInFloat32AsTheLibraryDoes() throws Exception {
        Path file = folder.resolve("state.npz");
        trainingOf(firstTestImages(10), ("--dtype float32 --steps 3 --seed 5 --save " + file).split(" ", -1));

        Samples images = Mnist.options().loadTraining(DATA);
        RandomState random = new RandomState(5);
        TwoLayerNet net = new TwoLayerNet(784, 50, 10, random, DType.FLOAT32);
        for (int step = 1; step <= 3; step++) {
            NDArray choice = random.choice(60000, 100);
            new SGD(0.1)
                    .update(
                            net.parameters(),
                            net.gradient(
                                    images.images().get(choice), images.labels().get(choice)));
        }
        assertThat(Checkpoint.read(file).network()).isEqualTo(net.parameters());
        assertThat(net.parameters().get("W1").dtype()).isEqualTo(DType.FLOAT32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network multi-layer | a network of 784-100-100-10: 2 steps, learning rate 0.1",
                "--network multi-layer --hidden 30,20,30 --batch-norm --optimizer momentum"
                        + " | a network of 784-30-20-30-10 (batch normalisation) with Momentum: 2 steps, learning rate 0.01",
                "--network multi-layer --hidden 8 --dropout 0.2 --weight-decay 1e-4 --optimizer nesterov"
                        + " | a network of 784-8-10 (dropout 0.2, weight decay 1.0E-4) with Nesterov: 2 steps, learning rate 0.01",
                "--network simple-conv --dtype float32 --optimizer adam"
                        + " | the simple ConvNet in float32 with Adam: 2 steps, learning rate 0.001",
                "--network multi-layer --hidden 8 --batch-norm --dtype float32"
                        + " | a network of 784-8-10 (batch normalisation) in float32: 2 steps, learning rate 0.1",
                "--optimizer adagrad | a network of 784-50-10 with AdaGrad: 2 steps, learning rate 0.01",
                "--optimizer rmsprop | a network of 784-50-10 with RMSProp: 2 steps, learning rate 0.001",
                "--optimizer sgd --network two-layer | a network of 784-50-10: 2 steps, learning rate 0.1",
                "--optimizer adam --lr 0.01 | a network of 784-50-10 with Adam: 2 steps, learning rate 0.01"
            })
    void aTrainingSaysWhatItTrains(String options, String what) throws Exception {
        assertThat(trainingOf(firstTestImages(10), (options + " --steps 2 --batch 10").split(" ", -1)))
                .startsWith("training " + what + "\n");
    }

    @Test
    void aTrainingLastsForANumberOfEpochs() throws Exception {
        assumeMemoryForLargeBatches();
        String[] options = "--batch 20000 --hidden 5 --epochs 2".split(" ", -1);
        assertThat(trainingOf(options))
                .startsWith("training a network of 784-5-10: 6 steps, learning rate 0.1\nepoch 1: ")
                .contains("\nepoch 2: ")
                .doesNotContain("\nepoch 3: ");
    }

    /** Trains without the last images, and tests on them. */
    @Test
    void aTrainingPrintsTheAccuracyOnTheValidationImages() throws Exception {
        String[] options = "--validation 20000 --batch 4000 --hidden 5 --epochs 1 --seed 2".split(" ", -1);
        String printed = trainingOf(options);

        Samples images = Mnist.options().loadTraining(DATA);
        Samples test = Mnist.options().loadTest(DATA);
        RandomState random = new RandomState(2);
        TwoLayerNet net = new TwoLayerNet(784, 5, 10, random);
        for (int step = 1; step <= 10; step++) {
            NDArray choice = random.choice(40000, 4000);
            Map<String, NDArray> gradients =
                    net.gradient(images.images().get(choice), images.labels().get(choice));
            net.parameters()
                    .forEach((key, parameter) ->
                            parameter.subi(gradients.get(key).mul(0.1)));
        }
        Index kept = Index.from(40000);
        assertThat(printed)
                .contains(format(
                        ", validation accuracy %.4f, ",
                        net.accuracy(images.images().get(kept), images.labels().get(kept))))
                .contains(format("\nfinal test accuracy: %.4f\n", net.accuracy(test.images(), test.labels())));
    }

    /** With a tiny learning rate, the accuracy does not change after the first epoch. */
    @Test
    void aTrainingStopsWhenItsPatienceRunsOut() throws Exception {
        assumeMemoryForLargeBatches();
        Path file = folder.resolve("state.npz");
        String[] options =
                "--validation 100 --patience 2 --lr 1e-300 --batch 30000 --hidden 2 --epochs 9 --save".split(" ", -1);
        assertThat(trainingOf(options, file.toString()))
                .contains("\nepoch 3: ", "\nstopped after step 3, since the accuracy no longer got better\nfinal test ")
                .doesNotContain("\nepoch 4: ", "interrupted");
        assertThat(Checkpoint.read(file).steps()).isEqualTo(3);
        assertThat(trainingOf("--epochs", "9", "--patience", "1", "--resume", file.toString()))
                .contains("\nstopped after step 5, since");
    }

    /** The main job refuses batches of 20,000 images in a smaller heap, such as a machine of 2 GB has. */
    private static void assumeMemoryForLargeBatches() {
        assumeTrue(Runtime.getRuntime().maxMemory() > 900L << 20, "needs a heap of 900 MB");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
