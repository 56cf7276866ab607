package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The results are those of NumPy 2.4.6. */
@BothKernels
class MatmulTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 3 | 2 3 | matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
            3 | 2 2 2 | matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
            '' | 2 | matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)
            2 | '' | matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature (n?,k),(k,m?)->(n?,m?) requires 1)
            2 2 3 | 3 3 4 | operands could not be broadcast together with remapped shapes [original->remapped]: (2,2,3)->(2,newaxis,newaxis) (3,3,4)->(3,newaxis,newaxis)  and requested shape (2,4)
            """)
    void matmulRefusesShapesThatDoNotFitInNumPysWords(String a, String b, String message) {
        NDArray left = NDArray.zeros(lengths(a));
        NDArray right = NDArray.zeros(lengths(b));

        assertThatThrownBy(() -> left.matmul(right))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static int[] lengths(String text) {
        return text.codePoints().filter(Character::isDigit).map(c -> c - '0').toArray();
    }
}
