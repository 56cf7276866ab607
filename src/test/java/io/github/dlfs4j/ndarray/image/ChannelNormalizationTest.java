package io.github.dlfs4j.ndarray.image;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

class ChannelNormalizationTest {
    private final ChannelNormalization steps = new ChannelNormalization(NDArray.ones(2, 3, 4, 4));

    @Test
    void channelNormalizationRefusesNumbersOfOtherChannels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps.squares(NDArray.zeros(DType.INT64, 2, 3)))
                .withMessage("normalising images of float64 and shape (2, 3, 4, 4) needs numbers of float64 and shape"
                        + " (3,), not of int64 and (2, 3)");
    }

    @Test
    void channelNormalizationRefusesPixelsOfOtherImages() {
        NDArray mean = NDArray.zeros(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps.sum(NDArray.zeros(2, 3)))
                .withMessage("normalising images of float64 and shape (2, 3, 4, 4) needs pixels of float64 and shape"
                        + " (2, 3, 4, 4), not of float64 and (2, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> steps.gradient(NDArray.zeros(0), mean, mean, mean, 1, mean))
                .withMessage("normalising images of float64 and shape (2, 3, 4, 4) needs gradients of float64 and"
                        + " shape (2, 3, 4, 4), not of float64 and (0,)");
    }
}
