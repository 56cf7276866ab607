package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** An operation, and inputs to test it with. */
record Example(Function<Variable[], Variable> function, List<NDArray> inputs) {
    Example(Function<Variable[], Variable> function, NDArray... inputs) {
        this(function, List.of(inputs));
    }

    Variable apply(Variable... variables) {
        return function.apply(variables);
    }

    Example laidOut(Draw draw) {
        return new Example(function, inputs.stream().map(draw::laidOut).toList());
    }

    Example astype(DType dtype) {
        return new Example(function, inputs.stream().map(a -> a.astype(dtype)).toList());
    }

    /** Returns an example of every operation by name, with inputs of random shapes. */
    static Map<String, Function<Draw, Example>> all() {
        Map<String, Function<Draw, Example>> all = new LinkedHashMap<>();
        addArithmetic(all);
        addFunctions(all);
        addReductions(all);
        addProducts(all);
        addShapes(all);
        addChoices(all);
        addElements(all);
        addNetworks(all);
        all.putAll(WindowExamples.all());
        addMethodsWithoutArguments(all);
        return all;
    }

    /** Adds the other functions of a variable alone, which may have a corner at 0. */
    private static void addMethodsWithoutArguments(Map<String, Function<Draw, Example>> all) {
        Stream.of(Variable.class.getMethods())
                .filter(method -> method.getReturnType() == Variable.class && method.getParameterCount() == 0)
                .filter(method -> !Set.of("gradient", "detach").contains(method.getName()))
                .forEach(method -> all.computeIfAbsent(
                        method.getName(), name -> bent(x -> of(method, x).mul(x))));
    }

    private static Variable of(Method method, Variable x) {
        try {
            return (Variable) method.invoke(x);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Function<Draw, Example> unary(Function<Variable, Variable> function) {
        return draw -> new Example(x -> function.apply(x[0]), draw.any(draw.shape()));
    }

    private static Function<Draw, Example> ofPositive(Function<Variable, Variable> function) {
        return draw -> new Example(x -> function.apply(x[0]), draw.positive(draw.shape()));
    }

    private static Function<Draw, Example> bent(Function<Variable, Variable> function) {
        return draw -> new Example(x -> function.apply(x[0]), draw.distinct(0.03, draw.shape()));
    }

    private static void addArithmetic(Map<String, Function<Draw, Example>> all) {
        all.put("add", draw -> {
            int[][] shapes = draw.twoShapes();
            return new Example(x -> x[0].add(x[1]), draw.any(shapes[0]), draw.any(shapes[1]));
        });
        all.put("sub", draw -> {
            int[][] shapes = draw.twoShapes();
            return new Example(x -> x[0].sub(x[1]), draw.any(shapes[0]), draw.any(shapes[1]));
        });
        all.put("mul", draw -> {
            int[][] shapes = draw.twoShapes();
            return new Example(x -> x[0].mul(x[1]), draw.any(shapes[0]), draw.any(shapes[1]));
        });
        all.put("div", draw -> {
            int[][] shapes = draw.twoShapes();
            return new Example(x -> x[0].div(x[1]), draw.any(shapes[0]), draw.positive(shapes[1]));
        });
        all.put("pow of variables", draw -> {
            int[][] shapes = draw.twoShapes();
            return new Example(x -> x[0].pow(x[1]), draw.positive(shapes[0]), draw.any(shapes[1]));
        });
        addArrays(all);
        all.put("one variable twice", unary(x -> x.mul(x).add(x)));
        all.put("add of a number", unary(x -> x.add(3)));
        all.put("sub of a number", unary(x -> x.sub(3)));
        all.put("mul by a number", unary(x -> x.mul(3)));
        all.put("div by a number", unary(x -> x.div(3)));
        all.put("rsub", unary(x -> x.rsub(3)));
        all.put("rdiv", ofPositive(x -> x.rdiv(3)));
        all.put("reciprocal", ofPositive(x -> x.rdiv(1)));
        for (double exponent : new double[] {0, 1, 2, 3}) {
            all.put("pow " + exponent, unary(x -> x.pow(exponent)));
        }
        all.put("pow -1.5", ofPositive(x -> x.pow(-1.5)));
        all.put("pow 0.5", ofPositive(x -> x.pow(0.5)));
        all.put("square", unary(x -> x.square().mul(x)));
        all.put("astype", unary(x -> x.pow(2).astype(DType.FLOAT64).pow(2)));
    }

    private static void addArrays(Map<String, Function<Draw, Example>> all) {
        all.put("add of an array", withArray((x, b) -> x.mul(x).add(b)));
        all.put("sub of an array", withArray((x, b) -> x.mul(x).sub(b)));
        all.put("mul by an array", withArray((x, b) -> x.mul(x).mul(b)));
        all.put("div by an array", withArray((x, b) -> x.mul(x).div(b)));
        all.put("pow of an array", withArray(Variable::pow));
        all.put("dot with an array", draw -> {
            NDArray b = draw.any(3, 4);
            return new Example(x -> x[0].exp().dot(b), draw.any(2, 3));
        });
        all.put("matmul with an array", draw -> {
            NDArray b = draw.any(2, 3, 2);
            return new Example(x -> x[0].exp().matmul(b), draw.any(2, 2, 3));
        });
    }

    private static Function<Draw, Example> withArray(BiFunction<Variable, NDArray, Variable> function) {
        return draw -> {
            int[][] shapes = draw.twoShapes();
            NDArray b = draw.positive(shapes[1]);
            NDArray narrow = b.astype(DType.FLOAT32);
            return new Example(
                    x -> function.apply(x[0], x[0].value().dtype() == DType.FLOAT32 ? narrow : b),
                    draw.positive(shapes[0]));
        };
    }

    private static void addFunctions(Map<String, Function<Draw, Example>> all) {
        all.put("log", ofPositive(Variable::log));
        all.put("sqrt", ofPositive(Variable::sqrt));
        all.put("leakyRelu", bent(x -> x.leakyRelu(0.2).mul(x)));
        all.put("clip", bent(x -> x.clip(-0.4, 0.5).mul(x)));
        all.put("maximum with a number", bent(x -> x.maximum(0.1).mul(x)));
        all.put("minimum with a number", bent(x -> x.minimum(0.1).mul(x)));
        all.put("maximum", draw -> {
            int[][] shapes = draw.twoShapes();
            NDArray a = draw.distinct(0.03, shapes[0]);
            return new Example(x -> x[0].maximum(x[1]).mul(x[0]), a, draw.distinct(0.07, shapes[1]));
        });
        all.put("minimum", draw -> {
            int[][] shapes = draw.twoShapes();
            NDArray a = draw.distinct(0.03, shapes[0]);
            return new Example(x -> x[0].minimum(x[1]).mul(x[1]), a, draw.distinct(0.07, shapes[1]));
        });
    }

    private static void addReductions(Map<String, Function<Draw, Example>> all) {
        all.put("sum", unary(x -> x.sum().exp()));
        all.put("sum along an axis", draw -> {
            int axis = draw.below(6) - 3;
            boolean keepDims = draw.below(2) == 0;
            return new Example(x -> x[0].mul(x[0]).sum(axis, keepDims), draw.any(draw.shape(3)));
        });
        all.put("mean", draw -> new Example(x -> x[0].mean().exp(), draw.any(draw.nonEmptyShape(draw.below(4)))));
        all.put("mean along an axis", draw -> {
            int axis = draw.below(6) - 3;
            boolean keepDims = draw.below(2) == 0;
            return new Example(x -> x[0].mul(x[0]).mean(axis, keepDims), draw.any(draw.nonEmptyShape(3)));
        });
        all.put(
                "sum keeping axes",
                unary(x -> x.exp().sum(ReductionOptions.DEFAULT.keepDims()).exp()));
        all.put("sum along axes", draw -> {
            ReductionOptions axes = ReductionOptions.axes(draw.below(2), -1);
            ReductionOptions options = draw.below(2) == 0 ? axes.keepDims() : axes;
            return new Example(x -> x[0].exp().sum(options).exp(), draw.any(draw.shape(3)));
        });
        all.put(
                "mean keeping axes",
                draw -> new Example(
                        x -> x[0].exp()
                                .mean(ReductionOptions.DEFAULT.keepDims())
                                .exp(),
                        draw.any(draw.nonEmptyShape(2))));
        all.put("mean along axes", draw -> {
            ReductionOptions axes = ReductionOptions.axes(-1, draw.below(2));
            ReductionOptions options = draw.below(2) == 0 ? axes.keepDims() : axes;
            return new Example(x -> x[0].exp().mean(options).exp(), draw.any(draw.nonEmptyShape(3)));
        });
        all.put(
                "sumTo",
                draw -> new Example(x -> x[0].exp().sumTo(Shape.of(3, 1)).exp(), draw.any(2, 3, 2)));
        addVariances(all);
        all.put("max", draw -> ofDistinct(draw, x -> x.max().mul(x)));
        all.put("min", draw -> ofDistinct(draw, x -> x.min().mul(x)));
        all.put("max along an axis", draw -> {
            int axis = draw.below(6) - 3;
            boolean keepDims = draw.below(2) == 0;
            return ofDistinct(draw, x -> x.mul(x.add(10)).max(axis, keepDims));
        });
        all.put("min along an axis", draw -> {
            int axis = draw.below(6) - 3;
            boolean keepDims = draw.below(2) == 0;
            return ofDistinct(draw, x -> x.mul(x.add(10)).min(axis, keepDims));
        });
        all.put("max along axes", draw -> {
            ReductionOptions axes = ReductionOptions.axes(-1, draw.below(2));
            ReductionOptions options = draw.below(2) == 0 ? axes.keepDims() : axes;
            return ofDistinct(draw, x -> x.mul(x.add(10)).max(options));
        });
        all.put("min along axes", draw -> {
            ReductionOptions axes = ReductionOptions.axes(-1, draw.below(2));
            ReductionOptions options = draw.below(2) == 0 ? axes.keepDims() : axes;
            return ofDistinct(draw, x -> x.mul(x.add(10)).min(options));
        });
        all.put(
                "max keeping axes",
                draw -> ofDistinct(draw, x -> x.mul(x.add(10)).max(ReductionOptions.DEFAULT.keepDims())));
    }

    private static void addVariances(Map<String, Function<Draw, Example>> all) {
        all.put("var", draw -> ofDistinct(draw, x -> x.exp().var()));
        all.put("var along an axis", draw -> {
            int axis = draw.below(6) - 3;
            boolean keepDims = draw.below(2) == 0;
            return ofDistinct(draw, x -> x.exp().var(axis, keepDims));
        });
        all.put("var with options", draw -> {
            ReductionOptions axes = ReductionOptions.axes(-1, 0).ddof(draw.below(2) * 0.5);
            ReductionOptions options = draw.below(2) == 0 ? axes.keepDims() : axes;
            return new Example(x -> x[0].exp().var(options), draw.distinct(0.03, 2, 3, 2));
        });
        // The root has no derivative at 0, the variance of a single element.
        all.put("std", draw -> new Example(x -> x[0].exp().std(), draw.distinct(0.03, 2, 3)));
        all.put("std along an axis", draw -> {
            int axis = draw.below(4) - 2;
            boolean keepDims = draw.below(2) == 0;
            return new Example(x -> x[0].exp().std(axis, keepDims), draw.distinct(0.03, 3, 2));
        });
    }

    private static Example ofDistinct(Draw draw, Function<Variable, Variable> function) {
        return new Example(x -> function.apply(x[0]), draw.distinct(0.03, draw.nonEmptyShape(3)));
    }

    private static void addProducts(Map<String, Function<Draw, Example>> all) {
        int[][][] dots = {
            {{3}, {3}},
            {{2, 3}, {3}},
            {{3}, {3, 2}},
            {{2, 3}, {3, 4}},
            {{2, 2, 3}, {3}},
            {{3}, {2, 3, 2}},
            {{2, 2, 3}, {3, 2}},
            {{2, 3}, {2, 3, 2}},
            {{2, 1, 3}, {2, 2, 3, 2}},
            {{2, 0}, {0, 3}},
            {{0, 2}, {2, 3}},
            {{}, {2, 3}},
            {{3}, {}}
        };
        int[][][] matrices = {
            {{3}, {3}},
            {{2, 3}, {3, 4}},
            {{3}, {2, 3, 2}},
            {{2, 2, 3}, {3}},
            {{2, 2, 3}, {3, 2}},
            {{2, 3}, {2, 3, 2}},
            {{2, 2, 3}, {2, 3, 2}},
            {{1, 2, 3}, {2, 3, 1}},
            {{2, 1, 2, 3}, {3, 3, 2}},
            {{0, 2, 3}, {3, 2}}
        };
        for (int[][] shapes : dots) {
            String name = "dot %s %s".formatted(Shape.of(shapes[0]), Shape.of(shapes[1]));
            all.put(name, draw -> new Example(x -> x[0].dot(x[1]), draw.any(shapes[0]), draw.any(shapes[1])));
        }
        for (int[][] shapes : matrices) {
            String name = "matmul %s %s".formatted(Shape.of(shapes[0]), Shape.of(shapes[1]));
            all.put(name, draw -> new Example(x -> x[0].matmul(x[1]), draw.any(shapes[0]), draw.any(shapes[1])));
        }
    }

    private static void addShapes(Map<String, Function<Draw, Example>> all) {
        all.put("reshape", draw -> new Example(x -> x[0].pow(3).reshape(3, -1), draw.any(2, 3, 2)));
        all.put("transpose", unary(x -> x.pow(3).transpose()));
        all.put("transpose of axes", draw -> new Example(x -> x[0].pow(3).transpose(2, 0, -2), draw.any(2, 3, 4)));
        all.put("T", unary(x -> x.pow(3).T()));
        all.put("swapaxes", draw -> new Example(x -> x[0].pow(3).swapaxes(0, -1), draw.any(2, 3, 4)));
        all.put("ravel", unary(x -> x.pow(3).ravel()));
        all.put("expandDims", draw -> new Example(x -> x[0].pow(3).expandDims(0, -1), draw.any(2, 3)));
        all.put("squeeze", draw -> new Example(x -> x[0].pow(3).squeeze(), draw.any(1, 3, 1)));
        all.put("squeeze of an axis", draw -> new Example(x -> x[0].pow(3).squeeze(-1), draw.any(1, 3, 1)));
        all.put("broadcastTo", draw -> {
            Shape wide = Shape.of(2, 3, 2);
            return new Example(x -> x[0].pow(3).broadcastTo(wide), draw.any(3, 1));
        });
        all.put("pad", draw -> new Example(x -> x[0].pow(3).pad(new int[][] {{1, 2}, {0, 1}}), draw.any(2, 3)));
        all.put("concatenate", draw -> {
            int axis = draw.below(4) - 2;
            int[] lengths = {2, 2};
            lengths[Math.floorMod(axis, 2)] = draw.below(3);
            NDArray b = draw.any(lengths);
            return new Example(x -> Variable.concatenate(axis, x[0], x[1], x[0].mul(x[0])), draw.any(2, 2), b);
        });
    }

    private static void addChoices(Map<String, Function<Draw, Example>> all) {
        all.put("stack", draw -> {
            int axis = draw.below(6) - 3;
            return new Example(x -> Variable.stack(axis, x[0], x[1], x[0].mul(x[0])), draw.any(2, 3), draw.any(2, 3));
        });
        all.put("where", draw -> {
            NDArray condition = draw.any(2, 3).gt(0);
            return new Example(x -> Variable.where(condition, x[0].pow(3), x[1].exp()), draw.any(2, 3), draw.any(3));
        });
    }

    private static void addElements(Map<String, Function<Draw, Example>> all) {
        Index backwards = Index.range(null, null, -2);
        all.put("get of a position", draw -> new Example(x -> x[0].pow(3).get(-1, 1), draw.any(2, 3, 2)));
        all.put("get of an element", draw -> new Example(x -> x[0].exp().get(1, 2), draw.any(2, 3)));
        all.put(
                "get of slices",
                draw -> new Example(
                        x -> x[0].pow(3).get(Index.from(1), Index.newAxis(), backwards), draw.any(3, 4, 2)));
        all.put("get of repeated positions", draw -> {
            NDArray rows = NDArray.of(1, -1, 0, 1, 1);
            return new Example(x -> x[0].pow(3).get(rows), draw.any(3, 2));
        });
        all.put("get of rows and columns", draw -> {
            NDArray rows = NDArray.of(new int[][] {{0}, {2}, {0}});
            NDArray columns = NDArray.of(1, 1, 0);
            return new Example(x -> x[0].pow(3).get(rows, columns), draw.any(3, 2));
        });
        all.put("get of a mask", draw -> {
            NDArray x0 = draw.any(3, 4);
            NDArray mask = x0.gt(0);
            return new Example(x -> x[0].pow(3).get(mask), x0);
        });
        all.put(
                "get of a slice and positions",
                draw -> new Example(x -> x[0].pow(3).get(backwards, Index.of(0, 0, 2)), draw.any(3, 4, 2)));
    }

    private static void addNetworks(Map<String, Function<Draw, Example>> all) {
        all.put("softmax", draw -> new Example(x -> x[0].softmax(), draw.any(draw.nonEmptyShape(draw.below(4)))));
        all.put("logSoftmax", draw -> new Example(x -> x[0].logSoftmax(), draw.any(draw.nonEmptyShape(draw.below(4)))));
        all.put("softmax along an axis", draw -> {
            int axis = draw.below(6) - 3;
            return new Example(x -> x[0].softmax(axis), draw.any(draw.nonEmptyShape(3)));
        });
        all.put("logSoftmax along an axis", draw -> {
            int axis = draw.below(6) - 3;
            return new Example(x -> x[0].logSoftmax(axis), draw.any(draw.nonEmptyShape(3)));
        });
        Map<String, NDArray> targets = new LinkedHashMap<>();
        targets.put("labels", NDArray.of(2, 0));
        targets.put("one-hot targets", NDArray.of(new int[][] {{0, 0, 1}, {1, 0, 0}}));
        targets.put("shares", NDArray.of(new double[][] {{0.2, 0.2, 0.6}, {0.5, 0.5, 0}}));
        targets.put("a label", NDArray.scalar(1));
        targets.put("a one-hot target", NDArray.of(0.0, 0.0, 1.0));
        targets.forEach((kind, t) -> {
            int[] shape = t.ndim() == 0 || t.shape().equals(Shape.of(3)) ? new int[] {3} : new int[] {2, 3};
            all.put("crossEntropy of " + kind, draw -> new Example(x -> x[0].crossEntropy(t), draw.positive(shape)));
            // The gradient ignores the 1e-7 in the logarithm, so the probabilities must not be small.
            if (!kind.equals("shares")) {
                all.put(
                        "softmaxWithLoss of " + kind,
                        draw -> new Example(
                                x -> x[0].softmaxWithLoss(t), draw.any(shape).mul(0.3)));
            }
        });
        all.put("sumSquaredError", draw -> {
            int[] shape = draw.shape();
            return new Example(x -> x[0].sumSquaredError(x[1]), draw.any(shape), draw.any(shape));
        });
        all.put("dropout", draw -> {
            int seed = draw.below(100);
            return new Example(x -> x[0].pow(3).dropout(0.4, new RandomState(seed)), draw.any(draw.shape()));
        });
        all.put("invertedDropout", draw -> {
            int seed = draw.below(100);
            return new Example(x -> x[0].pow(3).invertedDropout(0.4, new RandomState(seed)), draw.any(draw.shape()));
        });
        for (int[] shape : new int[][] {{5, 3}, {2, 3, 2, 2}, {4, 1, 1, 3}}) {
            String images = "batchNormalization of " + Shape.of(shape);
            all.put(images, draw -> normalized(draw, 3, shape));
            all.put(images + " in a test", draw -> {
                Example trained = normalized(draw, 3, shape);
                return new Example(x -> Mode.testing(() -> trained.apply(x)), trained.inputs);
            });
        }
    }

    private static Example normalized(Draw draw, int features, int... shape) {
        NDArray mean = draw.any(features);
        NDArray variance = draw.positive(features);
        return new Example(
                x -> x[0].batchNormalization(x[1], x[2], mean.copy(), variance.copy(), 0.9, 0.1),
                draw.any(shape),
                draw.positive(features),
                draw.any(features));
    }

    @Override
    public String toString() {
        return Arrays.toString(inputs.stream().map(NDArray::shape).toArray());
    }
}
