package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ExportedTypes;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A call whose arrays are one array, or views that overlap, returns and writes what it does if each array has memory of
 * its own. The methods are found by reflection, and those that write by calling them, so that a new one is tried too.
 */
class SharedMemoryTest {
    /** The number of calls that find out whether a method writes, and of those of a method that does. */
    private static final int SOME = 20;

    private static final int MANY = 60;

    /** One call of so many has arrays that are longer than the blocks in which they are read. */
    private static final int LARGE = 5;

    private static final int SIDE = 3;
    private static final int LARGE_SIDE = 40;

    private static final Set<Class<?>> NUMBERS = Set.of(int.class, double.class, boolean.class);
    private static final Set<Class<?>> ARRAYS = Set.of(NDArray.class, Selection.class, ReductionOptions.class);

    /** Enough for views with a step of 2. */
    private static final double[] ELEMENTS = new Random(1)
            .doubles(2 * LARGE_SIDE * LARGE_SIDE + 3, 0, 3)
            .map(Math::floor)
            .toArray();

    @Test
    void operandsThatOverlapWhatIsWrittenAreReadBefore() throws IOException {
        List<String> writing = new ArrayList<>();
        for (Class<?> type : ExportedTypes.of(Path.of("target", "classes"))) {
            for (Method method : type.getMethods()) {
                if (isTried(method) && writes(method)) {
                    writing.add(method.getName());
                }
            }
        }
        assertThat(writing).hasSizeGreaterThan(100).contains("dot", "clip", "where", "addi", "addAt", "copyto", "mean");
    }

    /** Returns whether the method has two or more arrays, and nothing that is not drawn here. */
    private static boolean isTried(Method method) {
        List<Class<?>> types = new ArrayList<>(List.of(method.getParameterTypes()));
        if (!Modifier.isStatic(method.getModifiers())) {
            types.add(method.getDeclaringClass());
        }
        return method.getDeclaringClass().getName().contains(".ndarray.")
                && types.stream().allMatch(type -> type.isEnum() || NUMBERS.contains(type) || ARRAYS.contains(type))
                && types.stream().filter(ARRAYS::contains).count() > 1;
    }

    /** Compares calls, and returns whether any writes to an array. */
    private static boolean writes(Method method) {
        boolean writes = false;
        for (int seed = 0; seed < (writes ? MANY : SOME); seed++) {
            Call apart = new Call(method, seed, false);
            Call together = new Call(method, seed, true);
            NDArray before = apart.memory(apart.dtype);
            List<NDArray> after = new ArrayList<>(apart.shared);
            after.removeIf(before::equals);
            writes |= !after.isEmpty();
            after.add(before);
            assertThat(together.outcome).as("%s, seed %s", method, seed).isEqualTo(apart.outcome);
            assertThat(together.shared).as("%s, seed %s", method, seed).allMatch(after.get(0)::equals);
        }
        return writes;
    }

    /** A call with arguments that the seed decides. */
    private static final class Call {
        private final Random random;
        private final boolean together;
        private final int side;
        private final DType dtype;
        private final List<NDArray> shared = new ArrayList<>();
        private Object outcome;

        Call(Method method, int seed, boolean together) {
            this.random = new Random(31L * seed + method.toString().hashCode());
            this.together = together;
            this.side = seed >= SOME && seed % LARGE == 0 ? LARGE_SIDE : SIDE;
            this.dtype = dtype();
            try {
                Object receiver = Modifier.isStatic(method.getModifiers()) ? null : drawn(method.getDeclaringClass());
                Stream<Object> arguments = Stream.of(method.getParameterTypes()).map(this::drawn);
                Object result = method.invoke(receiver, arguments.toArray());
                this.outcome = result instanceof NDArray array ? array.copy() : "";
            } catch (InvocationTargetException e) {
                this.outcome = e.getCause().toString();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        private DType dtype() {
            return List.of(DType.values()).get(random.nextInt(DType.values().length));
        }

        private Object drawn(Class<?> type) {
            return switch (type.getSimpleName()) {
                case "NDArray" -> random.nextInt(5) > 0 ? square() : row();
                case "Selection" -> square().at(random.nextBoolean() ? Index.from(1) : positions());
                case "ReductionOptions" -> options().out(row());
                case "int" -> random.nextInt(2);
                case "double" -> random.nextInt(5) / 4.0;
                case "boolean" -> random.nextBoolean();
                default -> type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
            };
        }

        private ReductionOptions options() {
            ReductionOptions options = ReductionOptions.axes(random.nextInt(2));
            return random.nextInt(3) > 0
                    ? options
                    : options.where(square().ne(0)).initial(1);
        }

        private Index positions() {
            return Index.of(random.ints(side, 0, side).toArray());
        }

        private NDArray row() {
            return square().get(random.nextInt(side));
        }

        private NDArray square() {
            boolean isShared = random.nextInt(4) > 0;
            NDArray own = memory(isShared || random.nextBoolean() ? dtype : dtype());
            if (isShared) {
                shared.add(together && !shared.isEmpty() ? shared.get(0) : own);
            }
            NDArray memory = isShared ? shared.get(shared.size() - 1) : own;
            int offset = random.nextInt(3);
            int step = 1 + random.nextInt(4) / 3;
            NDArray line = memory.get(Index.range(offset, offset + step * side * side, step));
            NDArray square = line.reshape(side, side);
            return switch (random.nextInt(4)) {
                case 0 -> square.transpose();
                case 1 -> square.get(Index.range(null, null, -1));
                default -> square;
            };
        }

        private NDArray memory(DType type) {
            NDArray integers = NDArray.of(Arrays.copyOf(ELEMENTS, 2 * side * side + 3));
            return type.isFloating() ? integers.div(4).sub(0.25).astype(type) : integers.astype(type);
        }
    }
}
