package io.github.dlfs4j.ndarray.kernel.function;

import io.github.dlfs4j.ndarray.kernel.AlsoFor;
import io.github.dlfs4j.ndarray.kernel.elementwise.UnaryLoop;
import io.github.dlfs4j.ndarray.kernel.warmup.Implementations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The functions of {@code double}. Each has one loop or two, which give the same bits. */
@AlsoFor(float.class)
public final class DoubleFunctions extends Implementations<UnaryLoop<double[]>> {
    /** No {@code EnumMap}: the first one of a program loads reflection, which takes some milliseconds. */
    private static final Map<Function, DoubleFunctions> ALL = new HashMap<>();

    static {
        for (Function function : Function.values()) {
            ALL.put(function, new DoubleFunctions(function));
        }
    }

    private final Function function;

    private DoubleFunctions(Function function) {
        super(new DoubleFunctionLoop(function), function.isVectorised(double.class));
        this.function = function;
    }

    /** Returns the loop of a function to use now for this many elements. */
    public static UnaryLoop<double[]> fastest(Function function, int elements) {
        return ALL.get(function).fastestFor(elements);
    }

    @Override
    protected UnaryLoop<double[]> newVectorLoops() {
        return new VectorDoubleFunctionLoop(function);
    }

    @Override
    protected List<Consumer<UnaryLoop<double[]>>> samples() {
        double[] x = new double[SAMPLE];
        double[] out = new double[SAMPLE];
        for (int i = 0; i < SAMPLE; i++) {
            x[i] = (i % 100 + 1) / 50.0;
        }
        return List.of(loop -> loop.run(x, out, 0, SAMPLE));
    }
}
