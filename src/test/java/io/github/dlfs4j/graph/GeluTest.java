package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The backward pass of gelu uses what the forward pass has kept. */
@BothKernels
class GeluTest {
    @Test
    void aGradientOfGeluHasTheBitsOfItsFormula() {
        for (DType dtype : List.of(DType.FLOAT32, DType.FLOAT64)) {
            NDArray a = new RandomState(2).randn(300, 7).mul(3).astype(dtype);
            Variable x = Variable.of(a);
            x.gelu().backward(a.cos());
            Variable c = Variable.constant(a);
            Variable distribution = c.div(Math.sqrt(2)).erf().add(1).div(2);
            Variable density = c.square().div(-2).exp().div(Math.sqrt(2 * Math.PI));
            NDArray expected = c.cos().mul(distribution.add(c.mul(density))).value();
            assertThat(x.gradient().value()).isEqualTo(expected);
        }
    }
}
