package io.github.dlfs4j;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Differences;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.ndarray.statistics.BinRule;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the very lines of code on the page of NumPy's functions, with the records of NumPy's functions. */
class RecipesReplayTest {
    /** The largest difference between elements of two factors R, in units of the precision; the elements are some 1. */
    private static final double ROUNDING = 64;

    private static URLClassLoader loader;
    private static Class<?> compiled;

    @BeforeAll
    static void compile(@TempDir Path directory) throws Exception {
        Snippets.compile("Compiled", Recipes.source(), directory);
        loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, RecipesReplayTest.class.getClassLoader());
        compiled = loader.loadClass("Compiled");
    }

    @AfterAll
    static void close() throws Exception {
        loader.close();
    }

    @Test
    void recipesDoWhatNumPysFunctionsDo() {
        replay("seed1/recipes.tsv", RecipesReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(
                record,
                1,
                (arrays, way) -> call.name().equals("qr")
                        ? differenceOfFactors(record.array(2), results(call, arrays)[0])
                        : compareAll(record, 2, Tolerance.BITS, () -> results(call, arrays)));
    }

    private static String differenceOfFactors(NDArray expected, NDArray actual) {
        double precision = expected.dtype() == DType.FLOAT32 ? Math.ulp(1f) : Math.ulp(1.0);
        return Differences.areWithin(expected, actual, ROUNDING * precision)
                ? null
                : "expected\n%s\nbut was\n%s".formatted(expected, actual);
    }

    private static NDArray[] results(NumPyCall call, NDArray... arrays) {
        return switch (call.name()) {
            case "ascontiguousarray", "unique_all", "qr" -> run(call.name(), arrays[0]);
            case "base_repr" -> run(call.name(), Long.parseLong(call.arguments().get("x")), call.integer("base"));
            case "binary_repr" ->
                run(call.name(), Long.parseLong(call.arguments().get("x")));
            case "histogram_bin_edges" -> run(call.name(), arrays[0], bins(call, arrays));
            case "add_at" -> {
                run(call.name(), arrays[0], Arrays.copyOfRange(arrays, 2, arrays.length), arrays[1]);
                yield new NDArray[] {arrays[0]};
            }
            case "matrix_rank" -> run(call.name(), arrays[0], call.number("rtol"));
            default -> throw call.unknown();
        };
    }

    private static Object bins(NumPyCall call, NDArray... arrays) {
        if (call.has("rule")) {
            return call.constant("rule", BinRule.class);
        }
        return call.has("bins") ? (Object) call.integer("bins") : arrays[1];
    }

    private static NDArray[] run(String recipe, Object... arguments) {
        try {
            return arrays(method(recipe, arguments).invoke(null, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException error ? error : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Recipes for several kinds of bins differ in their last parameter. */
    private static Method method(String recipe, Object... arguments) {
        Object last = arguments[arguments.length - 1];
        return Arrays.stream(compiled.getMethods())
                .filter(method -> method.getName().equals(recipe))
                .filter(method -> MethodType.methodType(method.getParameterTypes()[arguments.length - 1])
                        .wrap()
                        .returnType()
                        .isInstance(last))
                .findFirst()
                .orElseThrow();
    }

    private static NDArray[] arrays(Object result) {
        if (result instanceof Sets.Unique unique) {
            return new NDArray[] {unique.values(), unique.indices(), unique.inverse(), unique.counts()};
        }
        return new NDArray[] {
            result instanceof String text ? NDArray.of(text.getBytes(StandardCharsets.US_ASCII)) : (NDArray) result
        };
    }
}
