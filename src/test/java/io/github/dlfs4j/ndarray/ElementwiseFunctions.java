package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.statistics.NaNStatistics;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The functions of {@link MathFunctions}, {@link Logic}, {@link BitOperations}, {@link NDArray} and
 * {@link NaNStatistics} by their names in the records: NumPy's, which differ from ours in capital letters and
 * underscores.
 */
final class ElementwiseFunctions {
    static final List<Class<?>> CLASSES =
            List.of(MathFunctions.class, Logic.class, BitOperations.class, NDArray.class, NaNStatistics.class);

    private ElementwiseFunctions() {}

    /** Calls the overload that takes arrays, and perhaps a {@code double}, a {@code long} or options at the end. */
    static NDArray call(String numpy, Object... operands) {
        Method method = find(numpy, types(operands)).orElseThrow(() -> new IllegalArgumentException(numpy));
        try {
            Object result = MethodHandles.lookup().unreflect(method).invokeWithArguments(operands);
            return result instanceof Boolean truth ? NDArray.scalar(truth) : (NDArray) result;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean exists(String numpy, Object... operands) {
        return find(numpy, types(operands)).isPresent();
    }

    /** The names of those that take so many arrays and no output. */
    static Stream<String> names(int operands) {
        return Stream.of(MathFunctions.class, Logic.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == NDArray.class)
                .filter(method -> Arrays.stream(method.getParameterTypes()).allMatch(type -> type == NDArray.class))
                .filter(method -> method.getParameterCount() == operands)
                .map(Method::getName);
    }

    private static List<Class<?>> types(Object... operands) {
        return Stream.of(operands)
                .<Class<?>>map(operand -> operand instanceof Double
                        ? double.class
                        : operand instanceof Long ? long.class : operand.getClass())
                .toList();
    }

    private static Optional<Method> find(String numpy, List<Class<?>> types) {
        String ours = ours(numpy);
        return CLASSES.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getName().equalsIgnoreCase(ours))
                .filter(method -> types.equals(operands(method)))
                .findFirst();
    }

    static String ours(String numpy) {
        return switch (numpy) {
            case "bitwise_and", "bitwise_or", "bitwise_xor" -> numpy.substring("bitwise_".length());
            case "invert" -> "not";
            case "isinf" -> "isInfinite";
            case "divide", "multiply", "subtract" -> numpy.substring(0, 3);
            case "negative" -> "neg";
            case "power" -> "pow";
            default -> numpy.replace("_", "");
        };
    }

    private static List<Class<?>> operands(Method method) {
        List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
        if (!Modifier.isStatic(method.getModifiers())) {
            types.add(0, NDArray.class);
        }
        return types;
    }
}
