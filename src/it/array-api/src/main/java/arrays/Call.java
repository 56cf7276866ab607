package arrays;

import io.github.dlfs4j.ndarray.BitOperations;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.calculus.Fourier;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function by the name of its class and its own, as {@code NDArray.add}: of its overloads the one that fits best is
 * called.
 */
final class Call {
    private static final Map<String, Class<?>> CLASSES = Stream.of(
                    NDArray.class,
                    DType.class,
                    MathFunctions.class,
                    Logic.class,
                    BitOperations.class,
                    Creation.class,
                    Manipulation.class,
                    IndexRoutines.class,
                    Sorting.class,
                    Sets.class,
                    Calculus.class,
                    Fourier.class,
                    LinearAlgebra.class,
                    Compositions.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final Map<String, Call> CALLS = new HashMap<>();

    private final String name;
    private final Class<?> type;
    private final List<Method> overloads;

    private Call(String name) {
        this.name = name;
        String[] parts = name.split("\\.", 2);
        type = CLASSES.get(parts[0]);
        overloads = Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(method -> method.getName().equals(parts[1]))
                .filter(method -> !method.isBridge() && !Modifier.isPrivate(method.getModifiers()))
                .toList();
    }

    static Call named(String name) {
        return CALLS.computeIfAbsent(name, Call::new);
    }

    Object with(List<?> given) {
        Method best = null;
        Method asGood = null;
        int least = Argument.UNFIT;
        for (Method method : overloads) {
            List<Class<?>> types = types(method);
            if (types.size() == given.size()) {
                int cost = 0;
                for (int i = 0; i < given.size(); i++) {
                    cost = Math.min(Argument.UNFIT, cost + Argument.cost(given.get(i), types.get(i)));
                }
                if (cost < least) {
                    least = cost;
                    best = method;
                    asGood = null;
                } else if (cost == least && best != null) {
                    asGood = method;
                }
            }
        }
        if (best == null) {
            throw new UnsupportedOperationException("no " + name + " takes " + given);
        }
        if (asGood != null) {
            // Java lists methods in any order, so the first of them would be another on another machine.
            throw new IllegalStateException("%s and %s take %s equally well".formatted(best, asGood, given));
        }
        List<Class<?>> types = types(best);
        List<Object> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            arguments.add(Argument.convert(given.get(i), types.get(i), given));
        }
        return invoke(best, arguments);
    }

    /** The types of all that a method takes, the object itself being the first. */
    private List<Class<?>> types(Method method) {
        List<Class<?>> types = new ArrayList<>(Arrays.asList(method.getParameterTypes()));
        if (!Modifier.isStatic(method.getModifiers())) {
            types.add(0, type);
        }
        return types;
    }

    /** Calls a method of the type, which may inherit it from a class that is not public. */
    private Object invoke(Method method, List<Object> arguments) {
        MethodType types = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
        try {
            MethodHandle handle = Modifier.isStatic(method.getModifiers())
                    ? LOOKUP.findStatic(type, method.getName(), types)
                    : LOOKUP.findVirtual(type, method.getName(), types);
            return handle.asFixedArity().invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
