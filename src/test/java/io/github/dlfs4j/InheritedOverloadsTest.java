package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** The overloads that the build makes stand in superclasses that other packages do not see. */
class InheritedOverloadsTest {
    private final NDArray a = NDArray.of(1.0, 2.0);

    @Test
    void aMethodReferenceInAnotherPackageTakesAnOverload() {
        BinaryOperator<NDArray> floor = MathFunctions::floor;
        BiFunction<NDArray, Double, NDArray> add = NDArray::add;
        NDArray out = NDArray.empty(2);

        assertThat(floor.apply(a.mul(1.5), out)).isSameAs(out).isEqualTo(NDArray.of(1.0, 3.0));
        assertThat(add.apply(a, 2.0)).isEqualTo(NDArray.of(3.0, 4.0));
    }

    @Test
    void aProgramThatLooksForAnOverloadByItsNameCanCallIt() throws Throwable {
        MethodType ofNumber = MethodType.methodType(NDArray.class, NDArray.class, double.class);
        Object remainder = MethodHandles.publicLookup()
                .findStatic(MathFunctions.class, "remainder", ofNumber)
                .invoke(a, 2.0);

        assertThat(remainder).isEqualTo(NDArray.of(1.0, 0.0));
        assertThat(NDArray.class.getMethod("mul", double.class).invoke(a, 2.0)).isEqualTo(NDArray.of(2.0, 4.0));
    }
}
