package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;
import static io.github.dlfs4j.gradient.NumericalDerivative.centralDifference;
import static io.github.dlfs4j.gradient.NumericalDerivative.forwardDifference;
import static io.github.dlfs4j.loss.Losses.crossEntropy;
import static io.github.dlfs4j.loss.Losses.meanSquaredError;

import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.book.figure.Surface;
import io.github.dlfs4j.gradient.GradientDescent;
import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.SimpleNet;
import java.io.IOException;
import java.util.Map;

/** Chapter 4: how networks learn. */
public final class Chapter04 {
    /** The number of training steps in the book. */
    static final int STEPS = 10_000;

    static final Chapter CHAPTER = chapter(STEPS);

    /** Returns the chapter with a network that is trained for a number of steps. */
    static Chapter chapter(int steps) {
        Once<LearningCurves> curves =
                Once.of("a network of two layers learns for " + steps + " steps", () -> LearningCurves.learn(steps));
        return Chapter.of(
                        "4",
                        section("4.2.1", Chapter04::squaredError),
                        section("4.2.2", Chapter04::minusLogarithm),
                        section("4.2.2-cross-entropy", Chapter04::crossEntropyError),
                        section("4.2.3", Chapter04::miniBatch),
                        section("4.3.1", Chapter04::badDerivative),
                        section("4.3.1-why", Chapter04::roundingError),
                        section("4.3.2", Chapter04::differentiation),
                        section("4.3.3", Chapter04::partialDerivatives),
                        section("4.4", Chapter04::gradient),
                        section("4.4.1", Chapter04::gradientDescent),
                        section("4.4.1-learning-rates", Chapter04::learningRates),
                        section("4.4.2", Chapter04::simpleNetwork),
                        section("4.4.2-gradient", Chapter04::gradientOfANetwork),
                        section("4.5.1", Chapter04::twoLayers),
                        section("4.5.2", () -> curves.get().printLosses()),
                        section("4.5.3", () -> curves.get().printAccuracies()))
                .with(
                        figure("4.2.2-minus-logarithm", Chapter04::minusLogarithmPlot),
                        figure("4.3.2-function1", Chapter04::function1Plot),
                        figure("4.3.2-tangent-at-10", Chapter04::tangentAt10Plot),
                        figure("4.3.3-surface", Chapter04::surface),
                        figure("4.4-gradient-field", Chapter04::gradientField),
                        figure("4.4.1-gradient-descent", Chapter04::descentPath),
                        figure("4.5.2-loss", () -> curves.get().loss()).unless(steps == STEPS, "steps.loss"),
                        figure("4.5.3-accuracy", () -> curves.get().accuracy())
                                .unless(steps == STEPS, "steps.accuracies"));
    }

    /** A network's output, in which 2 is the most probable. */
    private static final NDArray Y1 = NDArray.of(0.1, 0.05, 0.6, 0.0, 0.05, 0.1, 0.0, 0.1, 0.0, 0.0);

    /** A network's output, in which 7 is the most probable. */
    private static final NDArray Y2 = NDArray.of(0.1, 0.05, 0.1, 0.0, 0.05, 0.1, 0.0, 0.6, 0.0, 0.0);

    /** The target: 2. */
    private static final NDArray T = NDArray.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0);

    private Chapter04() {}

    /** Prints the chapter and draws its figures; an argument is the number of training steps. */
    public static void main(String[] args) {
        Chapter chapter = args.length == 0 ? CHAPTER : chapter(Integer.parseInt(args[0]));
        chapter.run();
    }

    static void squaredError() {
        print(meanSquaredError(Y1, T));
        print(meanSquaredError(Y2, T));
    }

    static void minusLogarithm() {
        NDArray x = NDArray.arange(0.0001, 1.1, 0.0001);
        print(x);
        NDArray y = x.log().neg();
        print(y);
    }

    static Plot minusLogarithmPlot() {
        NDArray x = NDArray.arange(0.0001, 1.1, 0.0001);
        NDArray y = x.log().neg();
        return new Plot().line("-log x", x, y).yLimits(0.0, 5.0).xLabel("x").yLabel("−log x");
    }

    static void crossEntropyError() {
        print(crossEntropy(Y1, T));
        print(crossEntropy(Y2, T));
    }

    private static double square(double x) {
        return Math.pow(x, 2);
    }

    static void miniBatch() throws IOException {
        Mnist mnist = Mnist.options().normalize(true).oneHotLabel(true).load();
        print(mnist.trainImages().shape());
        print(mnist.trainLabels().shape());
        int trainSize = mnist.trainImages().shape(0);
        print("train_size:", trainSize);

        NDArray batchMask = new RandomState(0).choice(trainSize, 10);
        print(batchMask);
        NDArray xBatch = mnist.trainImages().get(batchMask);
        NDArray tBatch = mnist.trainLabels().get(batchMask);
        print(xBatch);
        print(tBatch);
    }

    static void badDerivative() {
        print(square(2 + 10e-50));
        print(square(2));
        print(forwardDifference(Chapter04::square, 2, 10e-50));
    }

    static void roundingError() {
        print(NDArray.scalar((float) 1e-50));
        print(NDArray.scalar(1e-50));
    }

    private static double function1(double x) {
        return 0.01 * Math.pow(x, 2) + 0.1 * x;
    }

    /** Draws the curve and its tangent at a point. */
    private static Plot tangentPlot(double place) {
        NDArray x = NDArray.arange(0.0, 20.0, 0.1);
        NDArray y = x.pow(2).mul(0.01).add(x.mul(0.1));
        double slope = centralDifference(Chapter04::function1, place);
        NDArray tangent = x.mul(slope).add(function1(place) - slope * place);
        return new Plot()
                .line("function 1", x, y)
                .line("tangent", x, tangent)
                .xLabel("x")
                .yLabel("f(x)");
    }

    static Plot function1Plot() {
        return tangentPlot(5);
    }

    static Plot tangentAt10Plot() {
        return tangentPlot(10);
    }

    static void differentiation() {
        print(centralDifference(Chapter04::function1, 5));
        print(centralDifference(Chapter04::function1, 10));
    }

    static void partialDerivatives() {
        print(centralDifference(x0 -> Math.pow(x0, 2) + Math.pow(4, 2), 3.0));
        print(centralDifference(x1 -> Math.pow(3, 2) + Math.pow(x1, 2), 4.0));
    }

    static Surface surface() {
        NDArray x = NDArray.linspace(-5, 5, 200);
        NDArray[] grid = NDArray.meshgrid(x, x);
        NDArray x0 = grid[0];
        NDArray x1 = grid[1];
        NDArray z = x0.pow(2).add(x1.pow(2));
        return new Surface(x0, x1, z).labels("x0", "x1", "z").title("z = x0² + x1²");
    }

    private static NDArray function2(NDArray x) {
        return x.get(0).pow(2).add(x.get(1).pow(2));
    }

    static void gradient() {
        print(NumericalGradient.of(Chapter04::function2, NDArray.of(3.0, 4.0)));
        print(NumericalGradient.of(Chapter04::function2, NDArray.of(0.0, 2.0)));
        print(NumericalGradient.of(Chapter04::function2, NDArray.of(3.0, 0.0)));
    }

    /** Draws minus the gradient at the points of a grid, both of shape (324, 2). */
    static Plot gradientField() {
        NDArray line = NDArray.arange(-2, 2.5, 0.25);
        NDArray[] grid = NDArray.meshgrid(line, line);
        NDArray points = NDArray.stack(1, grid[0].flatten(), grid[1].flatten());
        NDArray gradients = NumericalGradient.ofRows(Chapter04::function2, points);
        // Short enough that the longest arrow does not reach the second next point.
        NDArray arrows = gradients.neg().mul(0.06);
        return new Plot()
                .arrows(points, arrows)
                .xLabel("x0")
                .yLabel("x1")
                .xLimits(-2, 2)
                .yLimits(-2, 2)
                .equalAxes();
    }

    static Plot descentPath() {
        NDArray start = NDArray.of(-3.0, 4.0);
        NDArray path =
                GradientDescent.minimize(Chapter04::function2, start, 0.1, 20).path();
        Plot plot = new Plot()
                .xLabel("x0")
                .yLabel("x1")
                .xLimits(-4.5, 4.5)
                .yLimits(-4.5, 4.5)
                .equalAxes();
        NDArray angle = NDArray.linspace(0, 2 * Math.PI, 200);
        for (int radius = 1; radius <= 6; radius++) {
            // x0² + x1² has the same value along a circle.
            plot.contour(angle.cos().mul(radius), angle.sin().mul(radius));
        }
        NDArray columns = path.transpose();
        return plot.path("gradient descent", columns.get(0), columns.get(1));
    }

    static void gradientDescent() {
        NDArray start = NDArray.of(-3.0, 4.0);
        print(GradientDescent.minimize(Chapter04::function2, start, 0.1, 100).end());
    }

    static void learningRates() {
        NDArray start = NDArray.of(-3.0, 4.0);
        print(GradientDescent.minimize(Chapter04::function2, start, 10.0, 100).end());
        print(GradientDescent.minimize(Chapter04::function2, start, 1e-10, 100).end());
    }

    static void simpleNetwork() {
        // The random weights that the notes drew.
        NDArray w = NDArray.of(
                new double[][] {{-1.01151507, 0.29654086, 0.54875784}, {-0.65483815, 1.71663151, 0.79564619}});
        SimpleNet net = new SimpleNet(w);
        NDArray x = NDArray.of(0.6, 0.9);
        NDArray p = net.predict(x);
        print(p);
        print(p.argmax());
        NDArray t = NDArray.of(0, 0, 1);
        print(net.loss(x, t));
    }

    static void gradientOfANetwork() {
        NDArray w = NDArray.of(
                new double[][] {{-0.78391423, -0.0493546, 1.01982955}, {-0.1693144, -0.82591994, -0.70009164}});
        SimpleNet net = new SimpleNet(w);
        NDArray x = NDArray.of(0.6, 0.9);
        NDArray t = NDArray.of(0, 0, 1);
        NDArray dW = NumericalGradient.of(weights -> net.loss(x, t), net.weights());
        print(dW);
    }

    static void twoLayers() {
        RandomState random = new RandomState(0);
        SigmoidNet net = new SigmoidNet(784, 100, 10, random);
        net.params().forEach((key, parameter) -> print(key + ":", parameter.shape()));
        NDArray x = random.rand(100, 784);
        NDArray y = net.predict(x);
        print("y: " + y.shape() + ", sum of y[0]:", y.get(0).sum());

        // Both gradients of a smaller network, since numericalGradient computes two losses for each weight.
        SigmoidNet small = new SigmoidNet(20, 5, 10, random);
        NDArray images = random.rand(3, 20);
        NDArray t = NDArray.eye(10).get(NDArray.of(5, 0, 4));
        Map<String, NDArray> numerical = small.numericalGradient(images, t);
        Map<String, NDArray> grads = small.gradient(images, t);
        numerical.forEach((key, gradient) -> {
            NDArray diff = gradient.sub(grads.get(key)).abs().mean();
            print(key + ": " + gradient.shape() + ", difference", diff);
        });
    }
}
