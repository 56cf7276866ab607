package io.github.dlfs4j.ndarray.strided;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationMessageTest {
    /** As {@code numpy._core._exceptions._ArrayMemoryError._size_to_string} writes them. */
    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 bytes",
        "1023, 1023 bytes",
        "1024, 1.00 KiB",
        "1536, 1.50 KiB",
        "10230, 9.99 KiB",
        "102400, 100. KiB",
        "1023488, 1000. KiB",
        "1048000, 1023. KiB",
        "1048575, 1.00 MiB",
        "8589934592, 8.00 GiB",
        "17179869112, 16.0 GiB",
        "9223372036854775807, 8.00 EiB",
    })
    void aSizeInAMessageIsWrittenAsNumPyDoes(long bytes, String text) {
        assertThat(AllocationMessage.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = "8589934592 | (1073741824,) | float64 | Unable to allocate 8.00 GiB for an array with shape "
                    + "(1073741824,) and data type float64")
    void theMessageOfAnAllocationIsNumPys(long bytes, String shape, String dtype, String message) {
        assertThat(AllocationMessage.of(bytes, shape, dtype)).isEqualTo(message);
    }
}
