package io.github.dlfs4j.thirdbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The third book's fifth stage. Step 52 is about a GPU, and step 58 about VGG16. */
class Stage5Test {
    private static final int HIDDEN = 20;

    /** A second program loads the parameters that the first has saved, and goes on. */
    @Test
    void step53SavesModels(@TempDir Path folder) throws IOException {
        Step step = Step.within(0.0001, 53);
        Path file = folder.resolve("my_mlp.npz");
        Mnist mnist = Mnist.options().flatten(true).normalize(true).load();
        NDArray x = mnist.trainImages().get(Index.range(0, 1000));
        NDArray t = mnist.trainLabels().get(Index.range(0, 1000));
        RandomState random = new RandomState(0);
        for (int program = 0; program < 2; program++) {
            NDArray order = random.permutation(1000);
            Model model = new Stage4Test.TwoLayerNet(784, 50, 10, program == 0 ? random : new RandomState(99));
            if (program > 0) {
                Map<String, NDArray> saved = Npz.read(file);
                model.values().forEach((name, array) -> array.at(Index.all()).set(saved.get(name)));
            }
            for (int epoch = 1; epoch <= 2; epoch++) {
                step.print("epoch", epoch, "loss", Stage4Test.train(model, new SGD(0.01), x, t, order, 100)[0]);
                order = random.permutation(1000);
            }
            Npz.write(file, model.values());
        }
        step.isRecorded();
    }

    @Test
    void step54DropsOut() {
        Step step = Step.of(54);
        Variable x = Variable.of(NDArray.ones(5));
        RandomState random = new RandomState(0);
        step.print(x);
        step.print(x.invertedDropout(0.5, random));
        step.print(Mode.testing(() -> x.invertedDropout(0.5, random)));
        step.isRecorded();
    }

    @Test
    void step55ComputesTheSizeOfAConvolution() {
        Step step = Step.of(55);
        Variable x = Variable.of(NDArray.zeros(1, 1, 4, 4));
        Variable y = x.conv2d(Variable.of(NDArray.zeros(1, 1, 3, 3)), 1, 1);
        step.print(y.shape().get(2), y.shape().get(3));
        step.isRecorded();
    }

    @Test
    void step57Convolves() {
        Step step = Step.of(57);
        RandomState random = new RandomState(0);
        step.print(Variable.of(random.rand(1, 3, 7, 7)).im2col(5, 5, 1, 0).shape());
        step.print(Variable.of(random.rand(10, 3, 7, 7))
                .im2col(5, 5, new int[] {1, 1}, new int[] {0, 0})
                .shape());
        Variable x = Variable.of(random.randn(1, 5, 15, 15));
        Variable y = x.conv2d(Variable.constant(random.randn(8, 5, 3, 3)), 1, 1);
        y.sum().backward();
        step.print(y.shape());
        step.print(x.gradient().shape());
        step.isRecorded();
    }

    /** A recurrent layer and a linear one. */
    private static final class Recurrent extends Model {
        private static final long serialVersionUID = 1;

        private final Model recurrent;
        private final Linear output;

        Recurrent(Model recurrent) {
            this.recurrent = part("rnn", recurrent);
            this.output = part("fc", new Linear(NDArray.zeros(HIDDEN, 1), NDArray.zeros(1)));
        }

        @Override
        public Variable forward(Variable x) {
            return output.forward(recurrent.forward(x));
        }

        /** Gives parameters the values that DeZero draws when they are used first. */
        void draw(RandomState random, int inputs, String... names) {
            for (String name : names) {
                NDArray array = parameters().get(name + "/W").value();
                array.at(Index.all()).set(DeZeroWeights.matrix(inputs, array.shape(1), random));
            }
        }
    }

    @Test
    void step59TrainsARecurrentNetwork() {
        Step step = Step.within(1e-5, 59);
        RandomState random = new RandomState(0);
        Recurrent model = new Recurrent(new RNN(1, HIDDEN, new RandomState(1)));
        model.draw(random, 1, "rnn/x2h");
        model.draw(random, HIDDEN, "fc", "rnn/h2h");
        NDArray wave = NDArray.linspace(0, 2 * Math.PI, 101).sin();
        IntFunction<NDArray> values = i -> NDArray.full(wave.getDouble(i), 1, 1);
        learn(step, model, values, values, 100, 30);
        step.isRecorded();
    }

    @Test
    void step60TrainsALongShortTermMemory() {
        Step step = Step.within(1e-5, 60);
        RandomState random = new RandomState(0);
        Recurrent model = new Recurrent(new LSTM(1, HIDDEN, new RandomState(1)));
        model.draw(random, HIDDEN, "rnn/h2f", "rnn/h2i", "rnn/h2o", "rnn/h2u");
        model.draw(random, 1, "rnn/x2f", "rnn/x2i", "rnn/x2o", "rnn/x2u");
        model.draw(random, HIDDEN, "fc");
        NDArray wave = NDArray.linspace(0, 2 * Math.PI, 101).sin();
        IntFunction<NDArray> values =
                i -> wave.take(NDArray.arange(10).mul(10).add(i), 0).reshape(10, 1);
        learn(step, model, values, values, 10, 5);
        step.isRecorded();
    }

    /** Trains for two epochs with truncated backpropagation through time, and predicts a cosine. */
    private static void learn(
            Step step, Model model, IntFunction<NDArray> x, IntFunction<NDArray> t, int steps, int truncation) {
        Optimizer adam = new Adam(0.001);
        for (int epoch = 1; epoch <= 2; epoch++) {
            model.resetState();
            Variable loss = Variable.constant(NDArray.scalar(0.0));
            for (int i = 0; i < steps; i++) {
                Variable y = model.forward(Variable.constant(x.apply(i)));
                loss = loss.add(Loss.meanSquaredError().of(y, t.apply(i + 1)));
                if ((i + 1) % truncation == 0 || i + 1 == 100) {
                    loss.backward();
                    loss.unchainBackward();
                    adam.update(model.values(), model.gradients());
                }
            }
            step.print("epoch", epoch, "loss", loss.value().asDouble() / steps);
        }
        model.resetState();
        List<Double> predicted = new ArrayList<>();
        NDArray cosine = NDArray.linspace(0, 4 * Math.PI, 10).cos();
        for (int i = 0; i < 10; i++) {
            NDArray value = NDArray.full(cosine.getDouble(i), 1, 1);
            predicted.add(Mode.withoutGraph(() -> model.forward(Variable.constant(value)))
                    .value()
                    .getDouble(0, 0));
        }
        step.print(predicted);
        assertThat(predicted).hasSize(10);
    }
}
