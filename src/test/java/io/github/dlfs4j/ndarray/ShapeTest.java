package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    @Test
    void aShapePrintsAsAPythonTuple() {
        assertThat(Shape.of()).hasToString("()");
        assertThat(Shape.of(4)).hasToString("(4,)");
        assertThat(Shape.of(2, 3)).hasToString("(2, 3)");
        assertThat(Shape.of(2, 0, 10)).hasToString("(2, 0, 10)");
    }

    @Test
    void aShapeKnowsItsAxesAndElements() {
        Shape shape = Shape.of(2, 3, 4);
        assertThat(shape.ndim()).isEqualTo(3);
        assertThat(shape.size()).isEqualTo(24);
        assertThat(shape.get(0)).isEqualTo(2);
        assertThat(shape.get(-1)).isEqualTo(4);
        assertThat(Shape.of().ndim()).isZero();
        assertThat(Shape.of().size()).isEqualTo(1);
        assertThat(Shape.of(2, 0).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -4, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aShapeRefusesAnAxisItDoesNotHave(int axis) {
        assertThatThrownBy(() -> Shape.of(2, 3, 4).get(axis))
                .isExactlyInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("axis %d is out of bounds for array of dimension 3", axis);
    }

    @Test
    void aShapeCannotBeChangedFromOutside() {
        int[] lengths = {2, 3};
        Shape shape = Shape.of(lengths);
        lengths[0] = 9;
        shape.toArray()[1] = 9;
        assertThat(shape.toArray()).containsExactly(2, 3);
    }

    @Test
    void aShapeIsEqualToOneOfTheSameLengths() {
        assertThat(Shape.of(2, 3)).isEqualTo(Shape.of(2, 3)).hasSameHashCodeAs(Shape.of(2, 3));
        assertThat(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2)).isNotEqualTo(Shape.of(2, 3, 1));
        assertThat(Shape.of(2, 3).equals(null)).isFalse();
        assertThat(Shape.of(2, 3)).doesNotHaveSameHashCodeAs(Shape.of(3, 2));
        assertThat((Object) Shape.of(2, 3)).isNotEqualTo("(2, 3)");
    }

    @Test
    void aShapeRefusesNegativeLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, -1))
                .withMessage("negative dimensions are not allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(0, -1))
                .withMessage("negative dimensions are not allowed");
    }

    @Test
    void aShapeRefusesMoreElementsThanAJavaArrayHolds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(65536, 65536))
                .withMessage("array is too big; 65536 x 65536 elements are more than the maximum of 2147483639");
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(Integer.MAX_VALUE));
        // The product of these is 0 modulo 2**64.
        assertThatIllegalArgumentException().isThrownBy(() -> Shape.of(1 << 30, 1 << 30, 1 << 4));
        assertThat(Shape.of(2147483639).size()).isEqualTo(2147483639);
    }

    @Test
    void aShapeMayHaveAnyLengthsIfOneIsZero() {
        assertThat(Shape.of(Integer.MAX_VALUE, 0, Integer.MAX_VALUE, Integer.MAX_VALUE)
                        .size())
                .isZero();
    }
}
