package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.Journey;
import io.github.dlfs4j.Usage;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.io.ByteArrayOutputStream;
import java.io.InvalidObjectException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays sent by Java's serialisation. */
@BothKernels
class SerializedArrayTest {
    private static final List<Shape> SHAPES =
            List.of(Shape.of(), Shape.of(0), Shape.of(2, 0, 3), Shape.of(1), Shape.of(7), Shape.of(3, 4, 2));

    /** Longer than the blocks of a stream and of a file. */
    private static final int LONG = 30_000;

    @Nested
    class Arrive {
        @ParameterizedTest
        @EnumSource
        void asTheyWereInEveryLayout(ViewKind kind) throws Exception {
            Random random = new Random(27);
            for (DType dtype : DType.values()) {
                for (Shape shape : SHAPES) {
                    NDArray array = kind.array(dtype, shape, random);
                    NDArray arrived = Journey.of(array);
                    assertThat(arrived).isEqualTo(array);
                    assertThat(arrived.layout()).isEqualTo(Layout.contiguous(shape.lengths()));
                }
            }
        }

        @Test
        void withTheBitsOfEveryKindOfNumber() throws Exception {
            int[] floats = {0x7f800001, 0x7fc12345, 0xffc00000, 0xff800001, 0x80000000, 1, 0xff800000};
            float[] values = new float[floats.length];
            double[] doubles = new double[floats.length];
            for (int i = 0; i < floats.length; i++) {
                values[i] = Float.intBitsToFloat(floats[i]);
                doubles[i] = Double.longBitsToDouble((long) floats[i] << 32 | 0x89abcdefL);
            }
            float[] arrivedValues = Journey.of(NDArray.of(values)).toFloatArray();
            double[] arrivedDoubles = Journey.of(NDArray.of(doubles)).toDoubleArray();
            for (int i = 0; i < floats.length; i++) {
                assertThat(Float.floatToRawIntBits(arrivedValues[i])).isEqualTo(Float.floatToRawIntBits(values[i]));
                assertThat(Double.doubleToRawLongBits(arrivedDoubles[i]))
                        .isEqualTo(Double.doubleToRawLongBits(doubles[i]));
            }
        }

        @ParameterizedTest
        @EnumSource
        void ifTheyAreLongerThanABlock(DType dtype) throws Exception {
            NDArray array = NDArray.arange(LONG).reshape(-1, 2).astype(dtype);
            assertThat(Journey.of(array)).isEqualTo(array);
        }

        @Test
        void writeableEvenIfTheyWereReadOnly() throws Exception {
            assertThat(Journey.of(NDArray.arange(3).readOnlyCopy()).isWriteable())
                    .isTrue();
            assertThat(Journey.of(NDArray.arange(3).broadcastTo(Shape.of(2, 3))).isWriteable())
                    .isTrue();
        }

        @Test
        void onceIfTheyAreInAStreamTwice() throws Exception {
            NDArray array = NDArray.arange(3);
            NDArray[] arrived = Journey.of(new NDArray[] {array, array});
            assertThat(arrived[0]).isSameAs(arrived[1]).isEqualTo(array);
        }

        @Test
        void withoutElementsOutsideTheView() throws Exception {
            NDArray images = NDArray.zeros(1000, 784);
            NDArray image = images.get(3);
            assertThat(Journey.beginning(image)).hasSizeLessThan(784 * Double.BYTES + 400);
            NDArray arrived = Journey.of(image);
            arrived.fill(1);
            assertThat(images.sum().asDouble()).isZero();
        }

        @Test
        void throughAFilterThatAcceptsOnlyThisLibrary() throws Exception {
            byte[] serialised = Journey.beginning(NDArray.arange(LONG));
            assertThat(Journey.filtered("io.github.dlfs4j.**;!*", serialised)).isEqualTo(NDArray.arange(LONG));
        }
    }

    @Nested
    class OfAScope {
        @Test
        void arriveAsOrdinaryArrays() throws Exception {
            NDArray arrived;
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(scope).isNotNull();
                NDArray sums = NDArray.arange(6).reshape(2, 3).add(1);
                arrived = Journey.of(sums.get(1));
            }
            assertThat(arrived).isEqualTo(NDArray.of(4, 5, 6));
        }

        @Test
        void cannotBeSentAfterItIsClosed() {
            NDArray sums;
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(scope).isNotNull();
                sums = NDArray.arange(6).add(1);
            }
            assertThatIllegalStateException().isThrownBy(() -> Journey.beginning(sums));
        }
    }

    @Nested
    class AStream {
        private static byte[] npy(NDArray array) throws Exception {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            Npy.write(file, array);
            return file.toByteArray();
        }

        private static void assertRefused(String message, byte... serialised) {
            assertThatExceptionOfType(InvalidObjectException.class)
                    .isThrownBy(() -> Journey.end(serialised))
                    .withMessage(message);
        }

        @Test
        void holdsTheBytesOfAFile() throws Exception {
            NDArray array = NDArray.of(0.5, 1.5);
            assertThat(Journey.crafted(SerializedArray.class, npy(array))).isEqualTo(Journey.beginning(array));
        }

        @Test
        void mayHoldWhatAFileMayHold() throws Exception {
            String header = "{'descr': '>i2', 'fortran_order': True, 'shape': (2, 2)}\n";
            byte[] file = ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header + "\0\1\0\2\0\3\0\4")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Journey.end(Journey.crafted(SerializedArray.class, file)))
                    .isEqualTo(NDArray.of(new int[][] {{1, 3}, {2, 4}}));
        }

        @Test
        void isRefusedIfItHoldsAnNDArrayDirectly() throws Exception {
            byte[] serialised = Journey.crafted(NDArray.class, npy(NDArray.arange(3)));
            assertRefused("NDArray can be read only from its serialised form", serialised);
        }

        @Test
        void isRefusedIfItIsEmptyOrTruncated() throws Exception {
            assertRefused(
                    "serialised NDArray, byte 0: expected 6 bytes of the magic string \\x93NUMPY, found 0 bytes",
                    Journey.crafted(SerializedArray.class));
            byte[] file = npy(NDArray.of(0.5, 1.5));
            assertRefused(
                    "serialised NDArray, byte 128: expected 16 bytes for 2 elements of type f8, found 15 bytes",
                    Journey.crafted(SerializedArray.class, Arrays.copyOf(file, file.length - 1)));
            assertRefused(
                    "serialised NDArray, byte 128: expected 16 bytes for 2 elements of type f8, found 17 bytes",
                    Journey.crafted(SerializedArray.class, Arrays.copyOf(file, file.length + 1)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"134217728,", "2147483639,", "46340, 46340", "99999999999999999999,", "0, -1", "-1,"})
        void thatClaimsMoreThanItHasAllocatesNoMemory(String shape) throws Exception {
            String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s)}\n".formatted(shape);
            byte[] file =
                    ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header).getBytes(StandardCharsets.ISO_8859_1);
            byte[] serialised = Journey.crafted(SerializedArray.class, file);
            assertThatExceptionOfType(InvalidObjectException.class).isThrownBy(() -> Journey.end(serialised));
            assertThat(Usage.of(() -> Journey.end(serialised)).bytes()).isLessThan(1 << 18);
        }
    }
}
