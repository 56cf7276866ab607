package io.github.dlfs4j.ndarray.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of what the records cannot show. */
@BothKernels
class EinsumTest {
    private static final NDArray SQUARE = NDArray.arange(9).reshape(3, 3);

    @Test
    void einsumGivesADiagonalAsAViewThatCanBeWritten() {
        NDArray a = SQUARE.copy();
        LinearAlgebra.einsum("ii->i", a).fill(0);

        assertThat(a).isEqualTo(NDArray.of(new int[][] {{0, 1, 2}, {3, 0, 5}, {6, 7, 0}}));
    }

    @Test
    void einsumMultipliesTheSmallestProductFirst() {
        // From left to right there would be an intermediate array of 40^4 elements.
        NDArray a = NDArray.ones(40, 40);
        NDArray product = LinearAlgebra.einsum("ij,kl,jk->il", a, a, a);

        assertThat(product).isEqualTo(NDArray.full(1600.0, 40, 40));
    }

    @Test
    void einsumMultipliesALargeStackAsMatrices() {
        NDArray a = NDArray.arange(2 * 3 * 4).reshape(2, 3, 4);
        NDArray b = NDArray.arange(2 * 4 * 5).reshape(2, 4, 5);

        assertThat(LinearAlgebra.einsum("bij,bjk->bik", a, b)).isEqualTo(LinearAlgebra.matmul(a, b));
        assertThat(LinearAlgebra.einsum("bij,bjk->kib", a, b))
                .isEqualTo(LinearAlgebra.matmul(a, b).transpose());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            i$     | invalid subscript '$' in einstein sum subscripts string, subscripts must be letters
            i      | operand has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.
            ijk    | einstein sum subscripts string contains too many subscripts for operand 0
            ij->k  | einstein sum subscripts string included output subscript 'k' which never appeared in an input
            ij->ii | einstein sum subscripts string includes output subscript 'i' multiple times
            ij-ij  | einstein sum subscript string does not contain proper '->' output specified
            i..j   | einstein sum subscripts string contains a '.' that is not part of an ellipsis ('...') in operand 0
            ij,jk  | more operands provided to einstein sum function than specified in the subscripts string
            ...->  | output has more dimensions than subscripts given in einstein sum, but no '...' ellipsis provided to broadcast the extra dimensions.
            """)
    void einsumNamesErrorsInTheSubscripts(String subscripts, String message) {
        assertThatThrownBy(() -> LinearAlgebra.einsum(subscripts, SQUARE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void einsumRefusesOperandsThatDoNotFit() {
        NDArray other = NDArray.arange(4).reshape(2, 2);

        assertThatThrownBy(() -> LinearAlgebra.einsum("ii", NDArray.zeros(2, 3)))
                .hasMessage("dimensions in operand 0 for collapsing index 'i' don't match (2 != 3)");
        assertThatThrownBy(() -> LinearAlgebra.einsum("ij,jk", SQUARE, other))
                .hasMessageContaining("remapped shapes [original->remapped]: (3,3)->(3,newaxis,3) (2,2)->(2,2)");
        assertThatThrownBy(() -> LinearAlgebra.einsum("ij", SQUARE, other))
                .hasMessage("fewer operands provided to einstein sum function than specified in the subscripts string");
        assertThatThrownBy(() -> LinearAlgebra.einsum("ij"))
                .hasMessage("must provide at least an operand and a subscripts list to einsum");
    }
}
