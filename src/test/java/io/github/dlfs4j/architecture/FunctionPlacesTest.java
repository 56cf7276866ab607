package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.BitOperations;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.calculus.Fourier;
import io.github.dlfs4j.ndarray.calculus.Windows;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.linalg.Polynomials;
import io.github.dlfs4j.ndarray.manipulation.Creation;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import io.github.dlfs4j.ndarray.statistics.NaNStatistics;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A function of NumPy is in the class of its chapter or a method of arrays. */
class FunctionPlacesTest {
    private static final List<Class<?>> CHAPTERS = List.of(
            MathFunctions.class,
            Logic.class,
            BitOperations.class,
            Creation.class,
            Manipulation.class,
            IndexRoutines.class,
            Sorting.class,
            Sets.class,
            Statistics.class,
            NaNStatistics.class,
            Calculus.class,
            Fourier.class,
            Windows.class,
            LinearAlgebra.class,
            Polynomials.class);

    /**
     * NumPy has two of each. Of diagonal and trace, the methods take the first two axes, the functions of numpy.linalg
     * the last two.
     */
    private static final Set<String> IN_TWO_PLACES = Set.of("diagonal", "matmul", "trace");

    @Test
    void noFunctionOfNumPyIsInTwoClasses() {
        Map<String, Set<String>> places = new TreeMap<>();
        Stream.concat(CHAPTERS.stream(), Stream.of(NDArray.class))
                .forEach(type -> functions(type)
                        .forEach(name -> places.computeIfAbsent(name, key -> new TreeSet<>())
                                .add(type.getSimpleName())));

        // NDArray.indices() goes through all positions, as np.ndindex does; Creation.indices is np.indices.
        places.remove("indices");
        places.keySet().removeAll(IN_TWO_PLACES);
        assertThat(places)
                .hasSizeGreaterThan(200)
                .allSatisfy((name, classes) -> assertThat(classes).as(name).hasSize(1));
    }

    private static Set<String> functions(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(method -> method.getName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
