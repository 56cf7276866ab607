package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes values that a call may well accept: small numbers and arrays, and objects of the library from its own
 * constructors and factories with such values.
 */
final class UsualValues implements AutoCloseable {
    private static final int MAX_DEPTH = 5;
    /** How often an object is tried to be made, and all that are needed for a call. */
    private static final int ATTEMPTS = 5;

    private static final int MAX_ATTEMPTS = 200;
    private static final int[][] SHAPES = {{2, 3}, {3, 3}, {3}, {4}, {2, 2}, {}, {1, 1, 4, 4}, {2, 3, 4}};
    private static final String[] TEXTS = {"W1", "b1", "a", "x", ",", "%.3f", "ij,jk->ik", "ij->ji", "linear", "k"};
    private static final List<String> FILES = List.of("a.npy", "a.npz", "a.txt", "new");

    private final Factories factories;
    private final Path folder;
    private final SplittableRandom random;
    private final Deque<ArrayScope> open = new ArrayDeque<>();
    private final int[] shape;
    private final DType dtype;
    private int attempts;

    UsualValues(Factories factories, Path folder, SplittableRandom random) {
        this.factories = factories;
        this.folder = folder;
        this.random = random;
        shape = SHAPES[random.nextInt(SHAPES.length)];
        dtype = random.nextInt(2) == 0 ? DType.FLOAT64 : oneOf(DType.values());
    }

    /** Writes the files that are read. */
    static void writeFiles(Path folder) throws IOException {
        Npy.write(folder.resolve("a.npy"), NDArray.ones(2, 3));
        Npz.write(folder.resolve("a.npz"), Map.of("W1", NDArray.ones(2, 3)));
        Files.writeString(folder.resolve("a.txt"), "1 2\n3 4\n");
        Files.write(folder.resolve("noise"), new byte[1000]);
    }

    /** Makes a value, or says that it cannot. */
    Object of(Type type) throws NoValueException {
        return of(type, 0);
    }

    private Object of(Type type, int depth) throws NoValueException {
        if (type instanceof Class<?> plain) {
            return ofClass(plain, List.of(), depth);
        }
        if (type instanceof ParameterizedType parameterized) {
            return ofClass(
                    (Class<?>) parameterized.getRawType(), List.of(parameterized.getActualTypeArguments()), depth);
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], depth);
        }
        if (type instanceof TypeVariable<?> variable) {
            // One class for all parameters of the same type.
            return variable.getBounds()[0] instanceof ParameterizedType ? array() : of(variable.getBounds()[0], depth);
        }
        Type element = ((GenericArrayType) type).getGenericComponentType();
        return array(raw(element), element, depth);
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    private Object array(Class<?> raw, Type element, int depth) throws NoValueException {
        Object array = Array.newInstance(raw, 1 + random.nextInt(3));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, of(element, depth + 1));
        }
        return array;
    }

    private Object ofClass(Class<?> type, List<Type> arguments, int depth) throws NoValueException {
        if (type.isArray()) {
            return array(type.getComponentType(), type.getComponentType(), depth);
        }
        if (type.isEnum()) {
            return oneOf(type.getEnumConstants());
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == Boolean.class) {
            return number(type);
        }
        if (type == String.class) {
            return oneOf(TEXTS);
        }
        if (type == NDArray.class) {
            return array();
        }
        if (type == Object.class) {
            return random.nextInt(2) == 0 ? array() : (Object) oneOf("a", 1, 0.5, 2L, true);
        }
        if (type == RandomState.class) {
            return new RandomState(random.nextInt(9));
        }
        if (Factories.isOurs(type)) {
            Optional<Method> only = onlyMethod(type);
            Optional<Object> sample = Samples.of(type, folder);
            if (sample.isPresent()) {
                return sample.get();
            }
            return only.isPresent() ? function(type, only.get().getGenericReturnType(), depth) : made(type, depth);
        }
        return ofPlatform(type, arguments, depth);
    }

    private Object number(Class<?> type) {
        int number = random.nextInt(4);
        if (type == boolean.class || type == Boolean.class) {
            return number % 2 == 0;
        }
        if (type == long.class || type == Long.class) {
            return (long) number;
        }
        if (type == double.class || type == Double.class) {
            return oneOf(0.5, 1.0, 0.1, 2.0);
        }
        if (type == float.class || type == Float.class) {
            return 0.5f;
        }
        return type == byte.class ? (Object) (byte) number : (Object) number;
    }

    /** Most arrays of a call have one shape and dtype, as most operations want. */
    private NDArray array() {
        boolean usual = random.nextInt(4) > 0;
        int[] axes = usual ? shape : SHAPES[random.nextInt(SHAPES.length)];
        DType type = usual ? dtype : oneOf(DType.values());
        int size = 1;
        for (int length : axes) {
            size *= length;
        }
        return NDArray.arange(size).astype(type).reshape(axes);
    }

    private Object ofPlatform(Class<?> type, List<Type> arguments, int depth) throws NoValueException {
        if (type == Path.class) {
            return folder.resolve(FILES.get(random.nextInt(FILES.size())));
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream("1 2\n3 4\n".getBytes(StandardCharsets.UTF_8));
        }
        if (type == OutputStream.class) {
            return new DataOutputStream(OutputStream.nullOutputStream());
        }
        if (type == List.class) {
            return List.of(of(arguments.get(0), depth + 1), of(arguments.get(0), depth + 1));
        }
        if (type == Set.class) {
            return Set.of(of(arguments.get(0), depth + 1));
        }
        if (type == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < 3; i++) {
                map.put(of(arguments.get(0), depth + 1), of(arguments.get(1), depth + 1));
            }
            return map;
        }
        if (type.isInterface() && type.getName().startsWith("java.util.function")) {
            return function(type, result(type, arguments), depth);
        }
        throw new NoValueException(type);
    }

    /** The only abstract method of an interface that programs may implement. */
    private static Optional<Method> onlyMethod(Class<?> type) {
        List<Method> methods = Stream.of(type.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .toList();
        return type.isInterface() && !type.isSealed() && methods.size() == 1
                ? Optional.of(methods.get(0))
                : Optional.empty();
    }

    private static Type result(Class<?> function, List<Type> arguments) {
        boolean isDouble = arguments.isEmpty() || function.getSimpleName().startsWith("ToDouble");
        return isDouble ? double.class : arguments.get(arguments.size() - 1);
    }

    /** A function that gives its first argument if that has the right type, and always the same value otherwise. */
    private Object function(Class<?> type, Type result, int depth) throws NoValueException {
        Object otherwise = of(result, depth + 1);
        return Proxy.newProxyInstance(
                UsualValues.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return ofObject(proxy, method, given);
                    }
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, given);
                    }
                    Object first = given == null || given.length == 0 ? null : given[0];
                    return first != null && otherwise.getClass().isInstance(first) ? first : otherwise;
                });
    }

    private static Object ofObject(Object proxy, Method method, Object... given) {
        return switch (method.getName()) {
            case "equals" -> given[0] == proxy;
            case "hashCode" -> 1;
            default -> "a function";
        };
    }

    /** An object of the library, or of a class that implements an interface of it. */
    private Object made(Class<?> type, int depth) throws NoValueException {
        List<Executable> ways = factories.of(type, depth >= MAX_DEPTH - 1);
        if (depth >= MAX_DEPTH || ways.isEmpty()) {
            throw new NoValueException(type);
        }
        for (int attempt = 0; attempt < ATTEMPTS && attempts < MAX_ATTEMPTS; attempt++) {
            attempts++;
            try {
                Executable way = ways.get(random.nextInt(ways.size()));
                Call call = new Call(way, Factories.isOfObject(way) ? of(way.getDeclaringClass(), depth + 1) : null);
                Type[] parameters = way.getGenericParameterTypes();
                for (int i = 0; i < parameters.length; i++) {
                    call.arguments()[i] = of(parameters[i], depth + 1);
                }
                Object made = call.result();
                if (made instanceof ArrayScope scope) {
                    open.push(scope);
                }
                if (made != null) {
                    return made;
                }
            } catch (NoValueException | InvocationTargetException e) {
                // Another attempt has other arguments.
            }
        }
        throw new NoValueException(type);
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Closes the scopes that it made. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    /** There is no way to make a value of a type, or none was found with the numbers drawn. */
    static final class NoValueException extends Exception {
        private static final long serialVersionUID = 1;

        NoValueException(Class<?> type) {
            super(type.getName());
        }
    }
}
