package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.DType.BOOL;
import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.INT64;
import static io.github.dlfs4j.ndarray.DType.UINT8;
import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import org.junit.jupiter.api.Test;

/** Reductions with a mask, an initial number and an output. The records of NumPy have many more. */
@BothKernels
class ReductionOptionsTest {
    private final NDArray a = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
    private final NDArray odd = NDArray.of(true, false, true);

    @Test
    void aMaskSelectsElementsOfAReduction() {
        assertThat(a.sum(ReductionOptions.DEFAULT.where(odd))).hasShape().hasElements(14);
        assertThat(a.prod(ReductionOptions.axes(1).where(odd))).hasElements(3, 24);
        assertThat(a.mean(ReductionOptions.axes(0).where(odd))).hasElements(2.5, Double.NaN, 4.5);
        assertThat(a.any(ReductionOptions.DEFAULT.where(NDArray.scalar(false)))).hasElements(0);
    }

    @Test
    void anInitialNumberTakesPartInAReduction() {
        assertThat(a.sum(ReductionOptions.DEFAULT.initial(10))).hasDType(INT64).hasElements(31);
        assertThat(a.min(ReductionOptions.axes(0).initial(2))).hasElements(1, 2, 2);
        assertThat(NDArray.zeros(0, 2).max(ReductionOptions.axes(0).initial(-1.5)))
                .hasElements(-1.5, -1.5);
    }

    @Test
    void anExtremeOfSelectedElementsNeedsAnInitialNumber() {
        assertThatThrownBy(() -> a.max(ReductionOptions.DEFAULT.where(odd)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reduction operation 'maximum' does not have an identity, so to use a where mask one has to"
                        + " specify 'initial'");
    }

    @Test
    void aReductionGoesIntoAnArrayOfAnotherDType() {
        NDArray out = NDArray.zeros(FLOAT32, 2, 1);
        NDArray result = a.sum(ReductionOptions.axes(1).keepDims().out(out));
        assertThat(result).isSameAs(out);
        assertThat(out).hasElements(6, 15);
        NDArray wrapped = NDArray.full(UINT8, 200, 3);
        assertThat(wrapped.sum(ReductionOptions.DEFAULT.out(NDArray.zeros(UINT8))))
                .hasElements(88);
    }

    /** NumPy computes in uint8, of which 256 is 0, and only then asks whether it is 0. */
    @Test
    void uint8WrapsBeforeItGoesIntoBool() {
        NDArray bytes =
                NDArray.of(new int[][] {{16, 16}, {1, 255}, {2, 128}, {255, 2}}).astype(UINT8);
        ReductionOptions rows = ReductionOptions.axes(1);
        assertThat(bytes.prod(rows.out(NDArray.zeros(BOOL, 4)))).hasElements(0, 1, 0, 1);
        assertThat(bytes.sum(rows.out(NDArray.zeros(BOOL, 4)))).hasElements(1, 0, 1, 1);
        assertThat(bytes.sum(rows.out(NDArray.zeros(BOOL, 4)).initial(1))).hasElements(1, 1, 1, 1);
        NDArray isOdd = NDArray.of(false, true);
        assertThat(bytes.prod(rows.where(isOdd).initial(2).out(NDArray.zeros(BOOL, 4))))
                .hasElements(1, 1, 1, 1);
        assertThat(bytes.transpose().prod(ReductionOptions.axes(0).out(NDArray.zeros(BOOL, 4))))
                .hasElements(0, 1, 0, 1);
        assertThat(NDArray.full(UINT8, 1, 20_000).prod(ReductionOptions.DEFAULT.out(NDArray.zeros(BOOL))))
                .hasElements(1);
        assertThat(NDArray.full(UINT8, 1, 20_480).sum(ReductionOptions.DEFAULT.out(NDArray.zeros(BOOL))))
                .hasElements(0);
    }

    /** NumPy puts the first elements into the output, where those of uint8 wrap, and then folds the others. */
    @Test
    void aMaximumBeginsWithElementsConvertedToTheOutput() {
        NDArray cube = NDArray.of(300, 60, 5, 6, 7, 8, 60, 300, 9, 260, 5, 259).reshape(2, 2, 3);
        NDArray columns = NDArray.zeros(UINT8, 3, 2).transpose();
        assertThat(cube.max(ReductionOptions.axes(0).out(columns))).hasElements(60, 44, 9, 4, 7, 3);
        assertThat(cube.min(ReductionOptions.axes(0).out(columns))).hasElements(44, 60, 5, 6, 5, 8);
        assertThatThrownBy(() ->
                        NDArray.zeros(0, 2, 3).max(ReductionOptions.axes(0).out(columns)))
                .hasMessageStartingWith("zero-size array to reduction operation maximum");
    }

    @Test
    void aMeanOfAScalarHasNoAxis() {
        assertThatThrownBy(() -> NDArray.scalar(3).mean(ReductionOptions.axes(0)))
                .hasMessage("axis 0 is out of bounds for array of dimension 0");
    }

    @Test
    void aReadOnlyOutputOfAReductionIsRefused() {
        NDArray out = NDArray.zeros(3).readOnlyCopy();
        assertThatThrownBy(() -> a.mean(ReductionOptions.axes(0).out(out)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("output array is read-only");
        assertThatThrownBy(() -> a.cumsum(0, a.readOnlyCopy())).hasMessage("output array is read-only");
        assertThatThrownBy(() -> a.argmax(
                        ReductionOptions.DEFAULT.out(NDArray.zeros(INT64).readOnlyCopy())))
                .hasMessage("output array is read-only");
    }

    /** NumPy reduces a 0-d array along the axes 0 and -1, and gives a cumulative sum of it one axis. */
    @Test
    void aScalarIsReducedAlongAnAxis() {
        NDArray scalar = NDArray.scalar(2.5);
        for (int axis = -1; axis <= 0; axis++) {
            ReductionOptions all = ReductionOptions.axes(axis).where(NDArray.scalar(true));
            ReductionOptions none = ReductionOptions.axes(axis).where(NDArray.scalar(false));
            assertThat(scalar.mean(all)).hasShape().hasElements(2.5);
            assertThat(scalar.var(all)).hasShape().hasElements(0);
            assertThat(scalar.std(all.ddof(1))).hasShape().hasElements(Double.NaN);
            assertThat(scalar.mean(none)).hasShape().hasElements(Double.NaN);
            NDArray out = NDArray.zeros(INT64, 1);
            assertThat(scalar.cumsum(axis, out)).isSameAs(out);
            assertThat(out).hasElements(2);
            assertThat(scalar.cumprod(axis, NDArray.zeros(1))).hasElements(2.5);
        }
        assertThatThrownBy(() -> scalar.mean(ReductionOptions.axes(1).where(NDArray.scalar(true))))
                .hasMessage("axis 1 is out of bounds for array of dimension 0");
        assertThatThrownBy(() -> scalar.cumsum(1, NDArray.zeros(1)))
                .hasMessage("axis 1 is out of bounds for array of dimension 1");
        assertThatThrownBy(() -> scalar.cumsum(0, NDArray.zeros(2)))
                .hasMessage("provided out is the wrong size for the accumulation.");
    }

    @Test
    void reductionOptionsDoNotChange() {
        int[] axes = {0};
        ReductionOptions options = ReductionOptions.axes(axes);
        axes[0] = 1;
        options.keepDims().initial(7);
        assertThat(a.sum(options)).hasElements(5, 7, 9);
    }

    @Test
    void onlyVariancesTakeACorrection() {
        assertThat(a.std(ReductionOptions.axes(1).ddof(1))).hasElements(1, 1);
        assertThatThrownBy(() -> a.sum(ReductionOptions.DEFAULT.ddof(1)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("_sum() got an unexpected keyword argument 'ddof'");
    }
}
