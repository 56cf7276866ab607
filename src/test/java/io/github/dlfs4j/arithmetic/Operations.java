package io.github.dlfs4j.arithmetic;

import io.github.dlfs4j.book.SmallLanguageModel;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.EigResult;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.linalg.LstsqResult;
import io.github.dlfs4j.ndarray.linalg.QRResult;
import io.github.dlfs4j.ndarray.linalg.SVDResult;
import io.github.dlfs4j.ndarray.linalg.Triangle;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A broad list of operations on fixed numbers, with their results. */
final class Operations {
    private static final List<DType> DTYPES = List.of(DType.FLOAT32, DType.FLOAT64);

    /** The m, k, n of products, below and above the limits between the ways to compute them. */
    private static final int[][] SHAPES = {
        {1, 1, 1},
        {1, 5, 3},
        {2, 3, 4},
        {3, 35, 1},
        {5, 36, 1},
        {1, 100, 1},
        {40, 1000, 1},
        {300, 300, 1},
        {1, 784, 50},
        {1, 300, 2},
        {2, 784, 50},
        {7, 50, 100},
        {16, 16, 16},
        {17, 31, 9},
        {100, 50, 10},
        {100, 10, 50},
        {50, 100, 10},
        {100, 784, 10},
        {100, 784, 50},
        {33, 65, 129},
        {64, 64, 64},
        {784, 20, 50},
        {48, 300, 34},
        {49, 300, 18},
        {500, 784, 50},
        {130, 520, 33},
        {121, 513, 65},
        {12, 2000, 3},
        {200, 7, 200},
        {3, 1000, 257},
        {150, 600, 150}
    };

    private final BiConsumer<String, NDArray> results;
    private final RandomState random = new RandomState(20261126);

    private Operations(BiConsumer<String, NDArray> results) {
        this.results = results;
    }

    /**
     * Computes all operations.
     *
     * @param results receives the name and the result of each operation, always in the same order
     */
    static void run(BiConsumer<String, NDArray> results) {
        Operations operations = new Operations(results);
        for (DType dtype : DTYPES) {
            operations.functions(dtype);
            operations.elementwise(dtype);
            operations.products(dtype);
            operations.reductions(dtype);
            operations.layers(dtype);
            operations.trainings(dtype);
        }
        operations.trainAsTheBook();
        SmallLanguageModel.run(results);
        DTYPES.forEach(operations::libraryFunctions);
        LinearSystems.run(DTYPES, results);
        DTYPES.forEach(operations::orthogonalDecompositions);
        DTYPES.forEach(operations::eigenvalues);
    }

    /** Whether a function of matrices needs more multiplications than {@code dlfs4j.multiplications} allows. */
    static boolean isLeftOut(int rows, int inner, int columns) {
        return (long) rows * inner * columns > Integer.getInteger("dlfs4j.multiplications", Integer.MAX_VALUE);
    }

    private NDArray normal(DType dtype, int... shape) {
        return random.randn(shape).astype(dtype);
    }

    /** Returns an array that is mostly zero, as images are. */
    private NDArray images(DType dtype, int... shape) {
        NDArray pixels = random.rand(shape);
        return pixels.mul(pixels.gt(0.8).astype(DType.FLOAT64)).astype(dtype);
    }

    private void functions(DType dtype) {
        NDArray usual = normal(dtype, 10_007);
        NDArray wide = normal(dtype, 5003).mul(40);
        NDArray huge = normal(dtype, 1001).mul(1e6).mul(normal(dtype, 1001).exp());
        NDArray special = NDArray.of(
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        0,
                        -0.0,
                        1,
                        -1,
                        1e-300,
                        -1e-300,
                        1e300,
                        -1e300,
                        1e-40,
                        88.7,
                        -103.5,
                        709.5,
                        -745,
                        Math.PI,
                        0.5,
                        117_436,
                        71_477,
                        1e22)
                .astype(dtype);
        Map<String, NDArray> operands = new LinkedHashMap<>();
        operands.put("usual", usual);
        operands.put("wide", wide);
        operands.put("huge", huge);
        operands.put("special", special);
        operands.put("step", usual.get(Index.range(1, null, 3)));
        Map<String, UnaryOperator<NDArray>> functions = new LinkedHashMap<>();
        functions.put("exp", NDArray::exp);
        functions.put("log", NDArray::log);
        functions.put("sqrt", NDArray::sqrt);
        functions.put("sin", NDArray::sin);
        functions.put("cos", NDArray::cos);
        functions.put("tanh", NDArray::tanh);
        functions.put("erf", MathFunctions::erf);
        functions.put("sigmoid", NDArray::sigmoid);
        functions.put("square", NDArray::square);
        functions.put("sign", NDArray::sign);
        functions.put("abs", NDArray::abs);
        functions.put("neg", NDArray::neg);
        functions.put("pow 2.5", x -> x.pow(2.5));
        functions.put("pow -3", x -> x.pow(-3.0));
        functions.put("pow x", x -> x.abs().pow(x));
        functions.put("softmax", NDArray::softmax);
        operands.forEach((operand, x) ->
                functions.forEach((function, f) -> results.accept(dtype + " " + function + " " + operand, f.apply(x))));
        for (int columns : new int[] {1, 2, 10, 33, 1000}) {
            NDArray rows = normal(dtype, 20, columns).mul(5);
            results.accept(dtype + " softmax of rows of " + columns, rows.softmax());
        }
    }

    /** Runs the functions for which NumPy calls the C library. */
    private void libraryFunctions(DType dtype) {
        NDArray usual = normal(dtype, 2003);
        NDArray huge = normal(dtype, 1001).mul(1e6).mul(normal(dtype, 1001).exp());
        NDArray small = normal(dtype, 1001).mul(1e-6);
        Map<String, UnaryOperator<NDArray>> functions = new LinkedHashMap<>();
        functions.put("tan", MathFunctions::tan);
        functions.put("arcsin", MathFunctions::arcsin);
        functions.put("arccos", MathFunctions::arccos);
        functions.put("arctan", MathFunctions::arctan);
        functions.put("sinh", MathFunctions::sinh);
        functions.put("cosh", MathFunctions::cosh);
        functions.put("arcsinh", MathFunctions::arcsinh);
        functions.put("arccosh", MathFunctions::arccosh);
        functions.put("arctanh", MathFunctions::arctanh);
        functions.put("exp2", MathFunctions::exp2);
        functions.put("expm1", MathFunctions::expm1);
        functions.put("log2", MathFunctions::log2);
        functions.put("log10", MathFunctions::log10);
        functions.put("log1p", MathFunctions::log1p);
        functions.put("cbrt", MathFunctions::cbrt);
        functions.put("arctan2", x -> MathFunctions.arctan2(x, usual.get(0)));
        functions.put("hypot", x -> MathFunctions.hypot(x, usual.get(0)));
        functions.put("logaddexp", x -> MathFunctions.logaddexp(x, usual.get(0)));
        functions.put("logaddexp2", x -> MathFunctions.logaddexp2(x, usual.get(0)));
        functions.put("remainder", x -> MathFunctions.remainder(x, usual.get(0)));
        functions.put("floorDivide", x -> MathFunctions.floorDivide(x, usual.get(0)));
        functions.put("round", x -> x.round(3));
        Map.of("usual", usual, "huge", huge, "small", small).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(operand -> functions.forEach((function, f) ->
                        results.accept(dtype + " " + function + " " + operand.getKey(), f.apply(operand.getValue()))));
    }

    /** Their matrices have their own numbers, so that they do not depend on the operations before. */
    private void orthogonalDecompositions(DType dtype) {
        for (int[] shape : new int[][] {{3, 3}, {70, 70}, {150, 150}, {200, 60}, {40, 130}}) {
            if (isLeftOut(shape[0], shape[1], Math.min(shape[0], shape[1]))) {
                continue;
            }
            RandomState numbers = new RandomState(shape[0]);
            NDArray a = numbers.randn(shape).astype(dtype);
            NDArray b = numbers.randn(shape[0], 3).astype(dtype);
            String of = " of %s (%sx%s)".formatted(dtype, shape[0], shape[1]);
            QRResult qr = LinearAlgebra.qr(a);
            results.accept("q" + of, qr.q());
            results.accept("r" + of, qr.r());
            SVDResult svd = LinearAlgebra.svd(a);
            results.accept("u" + of, svd.u());
            results.accept("s" + of, svd.s());
            results.accept("vh" + of, svd.vh());
            results.accept("svdvals" + of, LinearAlgebra.svdvals(a));
            results.accept("pinv" + of, LinearAlgebra.pinv(a));
            LstsqResult lstsq = LinearAlgebra.lstsq(a, b);
            results.accept("lstsq" + of, lstsq.x());
            results.accept("residuals" + of, lstsq.residuals());
            results.accept("matrixRank" + of, LinearAlgebra.matrixRank(a, 10));
            results.accept("cond" + of, LinearAlgebra.cond(a));
        }
    }

    private void elementwise(DType dtype) {
        NDArray a = normal(dtype, 97, 101);
        NDArray b = normal(dtype, 97, 101);
        NDArray row = normal(dtype, 101);
        Map<String, NDArray> operands = new LinkedHashMap<>();
        operands.put("like", b);
        operands.put("row", row);
        operands.put("columns", b.transpose().copy().transpose());
        operands.forEach((operand, right) -> {
            String name = dtype + " with " + operand + " ";
            results.accept(name + "add", a.add(right));
            results.accept(name + "sub", a.sub(right));
            results.accept(name + "mul", a.mul(right));
            results.accept(name + "div", a.div(right));
            results.accept(name + "maximum", a.maximum(right));
            results.accept(name + "minimum", a.minimum(right));
            results.accept(name + "gt", a.gt(right));
            results.accept(name + "le", a.le(right));
            results.accept(name + "where", NDArray.where(a.lt(right), a, right));
        });
        results.accept(dtype + " rdiv", a.rdiv(1.5));
        results.accept(dtype + " mask", a.get(a.gt(0)));
    }

    /** Multiplies operands of each shape in all combinations of layouts. */
    private void products(DType dtype) {
        Map<String, UnaryOperator<NDArray>> layouts = new LinkedHashMap<>();
        layouts.put("rows", x -> x);
        layouts.put("columns", x -> x.transpose().copy().transpose());
        layouts.put("steps", Operations::spreadOut);
        layouts.put("reversed", Operations::reversed);
        for (int[] shape : SHAPES) {
            String name = dtype + " (%sx%s)(%sx%s)".formatted(shape[0], shape[1], shape[1], shape[2]);
            NDArray a = normal(dtype, shape[0], shape[1]);
            NDArray sparse = images(dtype, shape[0], shape[1]);
            NDArray b = normal(dtype, shape[1], shape[2]);
            if (isLeftOut(shape[0], shape[1], shape[2])) {
                continue;
            }
            layouts.forEach((left, onTheLeft) -> layouts.forEach((right, onTheRight) -> {
                NDArray columns = onTheRight.apply(b);
                results.accept(
                        name + " " + left + " " + right, onTheLeft.apply(a).dot(columns));
                results.accept(
                        name + " sparse " + left + " " + right,
                        onTheLeft.apply(sparse).dot(columns));
            }));
            results.accept(name + " vector", a.dot(b.get(Index.all(), Index.at(0))));
            results.accept(name + " vectors", a.get(0).dot(b.get(Index.all(), Index.at(shape[2] - 1))));
        }
        NDArray tiny = normal(dtype, 9, 40).mul(dtype == DType.FLOAT32 ? 1e-25 : 1e-170);
        results.accept(dtype + " products that underflow", tiny.dot(tiny.transpose()));
    }

    /** Returns a view with gaps. */
    private static NDArray spreadOut(NDArray x) {
        NDArray wide = NDArray.zeros(x.dtype(), 2 * x.shape(0), 3 * x.shape(1));
        Index[] everyOther = {Index.range(null, null, 2), Index.range(1, null, 3)};
        wide.at(everyOther).set(x);
        return wide.get(everyOther);
    }

    private static NDArray reversed(NDArray x) {
        Index[] backwards = {Index.range(null, null, -1), Index.range(null, null, -1)};
        return x.get(backwards).copy().get(backwards);
    }

    private void reductions(DType dtype) {
        Map<String, NDArray> operands = new LinkedHashMap<>();
        operands.put("(5003,)", normal(dtype, 5003));
        operands.put("(100, 784)", normal(dtype, 100, 784));
        operands.put("(784, 100) transposed", normal(dtype, 100, 784).transpose());
        operands.put("(70, 10)", normal(dtype, 70, 10));
        operands.put("(9, 8, 300) by steps", normal(dtype, 9, 8, 300).get(Index.all(), Index.range(0, null, 2)));
        operands.put("(3, 40000)", normal(dtype, 3, 40_000));
        operands.put("zeros", normal(dtype, 300, 40).mul(0));
        Map<String, Function<NDArray, NDArray>> all = new LinkedHashMap<>();
        all.put("sum", NDArray::sum);
        all.put("mean", NDArray::mean);
        all.put("var", NDArray::var);
        all.put("std", NDArray::std);
        all.put("prod", NDArray::prod);
        all.put("max", NDArray::max);
        all.put("min", NDArray::min);
        all.put("argmax", NDArray::argmax);
        all.put("argmin", NDArray::argmin);
        operands.forEach((operand, x) -> {
            all.forEach((name, f) -> results.accept(dtype + " " + name + " of " + operand, f.apply(x)));
            for (int axis = 0; axis < x.ndim(); axis++) {
                String along = dtype + " along axis " + axis + " of " + operand + " ";
                results.accept(along + "sum", x.sum(axis));
                results.accept(along + "mean", x.mean(axis));
                results.accept(along + "var", x.var(axis));
                results.accept(along + "max", x.max(axis));
                results.accept(along + "min", x.min(axis));
                results.accept(along + "argmax", x.argmax(axis));
                results.accept(along + "argmin", x.argmin(axis));
            }
        });
    }

    private void layers(DType dtype) {
        NDArray images = normal(dtype, 6, 3, 15, 17);
        Convolution convolution = new Convolution(normal(dtype, 5, 3, 3, 4), normal(dtype, 5), 2, 1);
        backAndForth(dtype + " convolution", convolution, images);
        backAndForth(dtype + " pooling", new Pooling(3, 2, 2, 1), images);
        backAndForth(
                dtype + " batch normalization",
                new BatchNormalization(normal(dtype, 33), normal(dtype, 33)),
                normal(dtype, 50, 33));
        backAndForth(dtype + " affine", new Affine(normal(dtype, 33, 21), normal(dtype, 21)), normal(dtype, 50, 33));
    }

    private void backAndForth(String name, Layer layer, NDArray x) {
        NDArray y = layer.forward(x);
        results.accept(name, y);
        results.accept(
                name + " backward", layer.backward(normal(x.dtype(), y.shape().toArray())));
        layer.gradients().forEach((gradient, value) -> results.accept(name + " d" + gradient, value));
        results.accept(name + " for inference", layer.infer(x));
    }

    private void trainings(DType dtype) {
        NDArray scale = NDArray.scalar(0.1).astype(dtype);
        Network network = new Sequential(
                new Affine(normal(dtype, 784, 50).mul(scale), NDArray.zeros(dtype, 50)),
                new Sigmoid(),
                new Affine(normal(dtype, 50, 30).mul(scale), NDArray.zeros(dtype, 30)),
                new Relu(),
                new Affine(normal(dtype, 30, 10).mul(scale), NDArray.zeros(dtype, 10)));
        train(dtype + " Sequential", network, 30, images(dtype, 60, 784));
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        SimpleConvNet.initial(random).parameters().forEach((name, value) -> parameters.put(name, value.astype(dtype)));
        train(dtype + " SimpleConvNet", SimpleConvNet.of(parameters), 3, images(dtype, 12, 1, 28, 28));
    }

    /**
     * Trains the book's network, whose weights are float64. One training has images of float32, the other of float64.
     */
    private void trainAsTheBook() {
        train("TwoLayerNet", new TwoLayerNet(784, 50, 10, random), 100, images(DType.FLOAT32, 200, 784));
        train("TwoLayerNet of doubles", new TwoLayerNet(784, 50, 10, random), 100, images(DType.FLOAT64, 200, 784));
    }

    private void eigenvalues(DType dtype) {
        RandomState own = new RandomState(20261129);
        for (int n : new int[] {5, 40, 150}) {
            NDArray any = own.randn(n, n).astype(dtype);
            if (isLeftOut(n, n, n)) {
                continue;
            }
            NDArray symmetric = any.add(any.transpose());
            String name = dtype + " (%s,%s) ".formatted(n, n);
            EigResult perpendicular = LinearAlgebra.eigh(any);
            results.accept(name + "eigh values", perpendicular.eigenvalues());
            results.accept(name + "eigh vectors", perpendicular.eigenvectors());
            results.accept(name + "eigvalsh", LinearAlgebra.eigvalsh(any, Triangle.UPPER));
            EigResult general = LinearAlgebra.eig(symmetric);
            results.accept(name + "eig values", general.eigenvalues());
            results.accept(name + "eig vectors", general.eigenvectors());
            results.accept(name + "eigvals", LinearAlgebra.eigvals(symmetric));
        }
    }

    private void train(String name, Network network, int steps, NDArray images) {
        SGD sgd = new SGD(0.1);
        NDArray labels = random.randint(0, 10, images.shape(0));
        List<NDArray> losses = new ArrayList<>();
        int batch = Math.min(images.shape(0), 20);
        for (int step = 0; step < steps; step++) {
            NDArray chosen = random.choice(images.shape(0), batch);
            NDArray x = images.get(chosen);
            NDArray t = labels.get(chosen);
            sgd.update(network.parameters(), network.gradient(x, t));
            losses.add(network.loss(x, t));
        }
        results.accept(name + " losses", NDArray.stack(0, losses.toArray(new NDArray[0])));
        network.parameters().forEach((parameter, value) -> results.accept(name + " " + parameter, value));
        results.accept(name + " predictions", network.predict(images));
    }
}
