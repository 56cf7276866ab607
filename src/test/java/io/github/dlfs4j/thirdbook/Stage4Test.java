package io.github.dlfs4j.thirdbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The third book's fourth stage: neural networks. */
class Stage4Test {
    private static final int BATCH = 30;

    private final Variable matrix = Variable.of(NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));

    @Test
    void step37ComputesWithTensors() {
        Step step = Step.of(37);
        Variable c = Variable.of(NDArray.of(new double[][] {{10, 20, 30}, {40, 50, 60}}));
        Variable t = matrix.add(c);
        Variable y = t.sum();
        y.backward();
        step.print(y.gradient());
        step.print(t.gradient());
        step.print(matrix.gradient());
        step.print(c.gradient());
        step.isRecorded();
    }

    @Test
    void step38ChangesShapes() {
        Step step = Step.of(38);
        matrix.reshape(6).sum().backward();
        step.print(matrix.gradient());
        matrix.transpose().sum().backward();
        step.print(matrix.gradient());
        step.isRecorded();
    }

    @Test
    void step39ComputesSums() {
        Step step = Step.of(39);
        Variable vector = Variable.of(NDArray.arange(1.0, 7.0, 1.0));
        vector.sum().backward();
        step.print(vector.sum());
        step.print(vector.gradient());
        matrix.sum().backward();
        step.print(matrix.sum());
        step.print(matrix.gradient());
        Variable columns = matrix.sum(0);
        columns.sum().backward();
        step.print(columns);
        step.print(matrix.gradient());
        step.print(Variable.of(new RandomState(0).randn(2, 3, 4, 5))
                .sum(ReductionOptions.DEFAULT.keepDims())
                .shape());
        step.isRecorded();
    }

    @Test
    void step40Broadcasts() {
        Step step = Step.of(40);
        Variable x0 = Variable.of(NDArray.of(1.0, 2.0, 3.0));
        Variable x1 = Variable.of(NDArray.of(new double[] {10}));
        Variable y = x0.add(x1);
        y.sum().backward();
        step.print(y);
        step.print(x1.gradient());
        step.isRecorded();
    }

    @Test
    void step41MultipliesMatrices() {
        Step step = Step.of(41);
        RandomState random = new RandomState(0);
        Variable x = Variable.of(random.randn(2, 3));
        Variable w = Variable.of(random.randn(3, 4));
        x.dot(w).sum().backward();
        step.print(x.gradient().shape());
        step.print(w.gradient().shape());
        step.isRecorded();
    }

    @Test
    void step42FitsALine() {
        Step step = Step.within(1e-8, 42);
        RandomState random = new RandomState(0);
        NDArray x = random.rand(100, 1);
        NDArray y = x.mul(2).add(5).add(random.rand(100, 1));
        Variable w = Variable.of(NDArray.zeros(1, 1));
        Variable b = Variable.of(NDArray.zeros(1));
        for (int i = 0; i < 10; i++) {
            Variable predicted = Variable.constant(x).dot(w).add(b);
            Variable loss = predicted.rsub(0).add(y).pow(2).sum().div(100);
            loss.backward();
            w.value().subi(w.gradient().value().mul(0.1));
            b.value().subi(b.gradient().value().mul(0.1));
            step.print(w, b, loss);
        }
        step.isRecorded();
    }

    @Test
    void step43TrainsANeuralNetwork() {
        Step step = Step.within(1e-12, 43);
        RandomState random = new RandomState(0);
        NDArray x = random.rand(100, 1);
        NDArray y = sine(x, random);
        Variable w1 = Variable.of(random.randn(1, 10).mul(0.01));
        Variable b1 = Variable.of(NDArray.zeros(10));
        Variable w2 = Variable.of(random.randn(10, 1).mul(0.01));
        Variable b2 = Variable.of(NDArray.zeros(1));
        for (int i = 0; i < 500; i++) {
            Variable hidden = Variable.constant(x).dot(w1).add(b1).sigmoid();
            Variable loss = Loss.meanSquaredError().of(hidden.dot(w2).add(b2), y);
            loss.backward();
            for (Variable parameter : new Variable[] {w1, b1, w2, b2}) {
                parameter.value().subi(parameter.gradient().value().mul(0.2));
            }
            if (i % 50 == 0) {
                step.print(loss);
            }
        }
        step.isRecorded();
    }

    private static NDArray sine(NDArray x, RandomState random) {
        return x.mul(2 * Math.PI).sin().add(random.rand(100, 1));
    }

    /** A model of two layers: DeZero's classes {@code TwoLayerNet} and {@code MLP}. */
    static final class TwoLayerNet extends Model {
        private static final long serialVersionUID = 1;

        private final Linear l1;
        private final Linear l2;

        TwoLayerNet(int inputs, int hidden, int outputs, RandomState random) {
            l1 = part("l1", DeZeroWeights.linear(inputs, hidden, random));
            l2 = part("l2", DeZeroWeights.linear(hidden, outputs, random));
        }

        @Override
        public Variable forward(Variable x) {
            return l2.forward(l1.forward(x).sigmoid());
        }
    }

    /** The steps differ in who holds and updates the parameters: layers, a model, and an optimiser. */
    @Test
    void steps44To46TrainLayersModelsAndOptimisers() {
        for (int number = 44; number <= 46; number++) {
            Step step = Step.within(1e-6, number);
            RandomState random = new RandomState(0);
            NDArray x = random.rand(100, 1);
            NDArray y = sine(x, random);
            Model model = new TwoLayerNet(1, 10, 1, random);
            Optimizer optimizer = new SGD(0.2);
            for (int i = 0; i < 500; i++) {
                Variable loss = Loss.meanSquaredError().of(model.forward(Variable.constant(x)), y);
                loss.backward();
                optimizer.update(model.values(), model.gradients());
                if (i % 50 == 0) {
                    step.print(loss);
                }
            }
            step.isRecorded();
        }
    }

    @Test
    void step47ComputesSoftmaxAndCrossEntropy() {
        Step step = Step.within(1e-8, 47);
        Model model = new TwoLayerNet(2, 10, 3, new RandomState(0));
        Variable one = model.forward(Variable.of(NDArray.of(new double[][] {{0.2, -0.4}})));
        step.print(one);
        step.print(one.exp().div(one.exp().sum()));
        Variable x = Variable.of(NDArray.of(new double[][] {{0.2, -0.4}, {0.3, 0.5}, {1.3, -3.2}, {2.1, 0.3}}));
        Variable y = model.forward(x);
        step.print(y);
        step.print(y.softmax());
        // softmaxWithLoss adds 1e-7 in the logarithm, as the first book does.
        NDArray t = NDArray.of(2, 0, 1, 0);
        step.print(y.logSoftmax().get(NDArray.arange(4), t).mean().neg());
        step.isRecorded();
    }

    /** Step 48 reads arrays, and step 49 a dataset. */
    @Test
    void steps48And49LearnSeveralClasses() {
        for (int number = 48; number <= 49; number++) {
            Step step = Step.within(0.006, number);
            Spiral spiral = Spiral.train();
            RandomState random = spiral.random();
            NDArray order = random.permutation(300);
            Model model = new TwoLayerNet(2, 10, 3, random);
            for (int epoch = 1; epoch <= 20; epoch++) {
                double loss = train(model, new SGD(1.0), spiral.x(), spiral.t(), order, BATCH)[0];
                step.print("epoch", epoch, "loss", loss);
                order = random.permutation(300);
            }
            step.isRecorded();
        }
    }

    @Test
    void step50LoadsDataInBatches() {
        Step step = Step.within(0.0001, 50);
        Spiral train = Spiral.train();
        Spiral test = Spiral.test();
        RandomState random = test.random();
        NDArray order = random.permutation(300);
        Model model = new TwoLayerNet(2, 10, 3, random);
        for (int epoch = 1; epoch <= 5; epoch++) {
            double[] learnt = train(model, new SGD(1.0), train.x(), train.t(), order, BATCH);
            order = random.permutation(300);
            print(step, epoch, learnt, test(model, test.x(), test.t()));
        }
        step.isRecorded();
    }

    @Test
    void step51LearnsMnist() throws IOException {
        Step step = Step.within(0.0001, 51);
        Mnist mnist = Mnist.options().flatten(true).normalize(true).load();
        Index first = Index.range(0, 1000);
        NDArray t = mnist.trainLabels().get(first);
        RandomState random = new RandomState(0);
        NDArray order = random.permutation(1000);
        Model model = new TwoLayerNet(784, 50, 10, random);
        for (int epoch = 1; epoch <= 2; epoch++) {
            double[] learnt = train(model, new SGD(0.01), mnist.trainImages().get(first), t, order, 100);
            order = random.permutation(1000);
            print(
                    step,
                    epoch,
                    learnt,
                    test(
                            model,
                            mnist.testImages().get(first),
                            mnist.testLabels().get(first)));
        }
        step.isRecorded();
    }

    private static void print(Step step, int epoch, double[] train, double[] test) {
        step.print("epoch", epoch);
        step.print("train loss", train[0], "accuracy", train[1]);
        step.print("test loss", test[0], "accuracy", test[1]);
    }

    /** Trains an epoch, and returns the loss and the accuracy. */
    static double[] train(Model model, Optimizer optimizer, NDArray x, NDArray t, NDArray order, int batch) {
        double loss = 0;
        double right = 0;
        int size = x.shape(0);
        for (int start = 0; start < size; start += batch) {
            NDArray rows = order.get(Index.range(start, Math.min(start + batch, size)));
            NDArray labels = t.get(rows);
            Variable y = model.forward(Variable.constant(x.get(rows)));
            Variable batchLoss = y.softmaxWithLoss(labels);
            batchLoss.backward();
            optimizer.update(model.values(), model.gradients());
            loss += batchLoss.value().asDouble() * rows.size();
            right += right(y, labels);
        }
        return new double[] {loss / size, right / size};
    }

    private static double[] test(Model model, NDArray x, NDArray t) {
        Variable y = Mode.withoutGraph(() -> model.forward(Variable.constant(x)));
        assertThat(y.value()).isEqualTo(model.predict(x));
        return new double[] {y.softmaxWithLoss(t).value().asDouble(), right(y, t) / x.shape(0)};
    }

    private static double right(Variable y, NDArray t) {
        return y.value().argmax(1).eq(t).sum().asDouble();
    }
}
