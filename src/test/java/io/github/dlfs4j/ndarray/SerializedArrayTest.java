package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.Usage;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.strided.Layout;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays sent by Java's serialisation. */
class SerializedArrayTest {
    private static final List<Shape> SHAPES =
            List.of(Shape.of(), Shape.of(0), Shape.of(2, 0, 3), Shape.of(1), Shape.of(7), Shape.of(3, 4, 2));

    /** Longer than the blocks of a stream and of a file. */
    private static final int LONG = 30_000;

    @Nested
    class Arrive {
        @ParameterizedTest
        @EnumSource
        void serialisedArraysArriveAsTheyWereInEveryLayout(ViewKind kind) throws Exception {
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
        void serialisedArraysKeepTheBitsOfEveryKindOfNumber() throws Exception {
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
        void serialisedArraysMayBeLongerThanABlock(DType dtype) throws Exception {
            NDArray array = NDArray.arange(LONG).reshape(-1, 2).astype(dtype);
            assertThat(Journey.of(array)).isEqualTo(array);
        }

        @Test
        void serialisedArraysArriveWriteableEvenIfTheyWereReadOnly() throws Exception {
            assertThat(Journey.of(NDArray.arange(3).readOnlyCopy()).isWriteable())
                    .isTrue();
            assertThat(Journey.of(NDArray.arange(3).broadcastTo(Shape.of(2, 3))).isWriteable())
                    .isTrue();
        }

        @Test
        void serialisedArraysArriveOnceIfTheyAreInAStreamTwice() throws Exception {
            NDArray array = NDArray.arange(3);
            NDArray[] arrived = Journey.of(new NDArray[] {array, array});
            assertThat(arrived[0]).isSameAs(arrived[1]).isEqualTo(array);
        }

        @Test
        void serialisedViewsTakeNoElementsOutsideThem() throws Exception {
            NDArray images = NDArray.zeros(1000, 784);
            NDArray image = images.get(3);
            assertThat(Journey.beginning(image)).hasSizeLessThan(784 * Double.BYTES + 400);
            NDArray arrived = Journey.of(image);
            arrived.fill(1);
            assertThat(images.sum().asDouble()).isZero();
        }

        @Test
        void serialisedArraysPassAFilterThatAcceptsOnlyThisLibrary() throws Exception {
            byte[] serialised = Journey.beginning(NDArray.arange(LONG));
            assertThat(Journey.filtered("io.github.dlfs4j.**;!*", serialised)).isEqualTo(NDArray.arange(LONG));
        }
    }

    @Nested
    class OfAScope {
        @Test
        void serialisedArraysOfAScopeArriveAsOrdinaryArrays() throws Exception {
            NDArray arrived;
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(scope).isNotNull();
                NDArray sums = NDArray.arange(6).reshape(2, 3).add(1);
                arrived = Journey.of(sums.get(1));
            }
            assertThat(arrived).isEqualTo(NDArray.of(4, 5, 6));
        }

        @Test
        void arraysOfAClosedScopeCannotBeSerialised() {
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
        /** The numbers of dtypes. */
        private static final int UINT8 = 1;

        private static final int FLOAT64 = 4;

        private static byte[] stream(byte... form) throws IOException {
            return Journey.beginning(new SerializedForm(NDArray.class, null).with(Stream.of(form)));
        }

        private static byte[] form(int dtype, int[] lengths, int elementBytes) {
            ByteBuffer form = ByteBuffer.allocate(2 + Integer.BYTES * lengths.length + elementBytes);
            form.put((byte) dtype).put((byte) lengths.length);
            form.asIntBuffer().put(lengths);
            return form.array();
        }

        private static void assertRefused(String message, byte... serialised) {
            assertThatExceptionOfType(InvalidObjectException.class)
                    .isThrownBy(() -> Journey.end(serialised))
                    .withMessage(message);
        }

        @Test
        void aSerialisedArrayHoldsDtypeLengthsAndElements() throws Exception {
            assertThat(stream(form(UINT8, new int[] {2, 3}, 6)))
                    .isEqualTo(Journey.beginning(NDArray.zeros(DType.UINT8, 2, 3)));
        }

        @Test
        void aStreamThatHoldsAnNDArrayDirectlyIsRefused() throws Exception {
            byte[] serialised = Journey.crafted(NDArray.class, form(UINT8, new int[] {3}, 3));
            assertRefused("NDArray can be read only from its serialised form", serialised);
        }

        @Test
        void aSerialisedArrayIsRefusedIfItIsEmptyOrOfAnotherLength() throws Exception {
            assertRefused("serialised NDArray: expected the number of a dtype, found -1", stream());
            assertRefused(
                    "serialised NDArray: expected the number of a dtype, found 5", stream(form(5, new int[] {2}, 16)));
            byte[] form = form(FLOAT64, new int[] {2}, 16);
            assertRefused(
                    "serialised NDArray: expected the lengths of all axes, found 3", stream(Arrays.copyOf(form, 5)));
            assertRefused(
                    "serialised NDArray: expected 16 bytes for 2 elements of float64, found 15 bytes",
                    stream(Arrays.copyOf(form, form.length - 1)));
            assertRefused(
                    "serialised NDArray: expected 16 bytes for 2 elements of float64, found 17 bytes",
                    stream(Arrays.copyOf(form, form.length + 1)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"134217728", "2147483639", "2147483647", "46340 46340", "2147483647 2147483647", "0 -1", "-1"
                })
        void aSerialisedArrayThatClaimsMoreThanItHasTakesNoMemory(String shape) throws Exception {
            int[] lengths =
                    Stream.of(shape.split(" ")).mapToInt(Integer::parseInt).toArray();
            byte[] serialised = stream(form(FLOAT64, lengths, 0));
            assertThatExceptionOfType(InvalidObjectException.class).isThrownBy(() -> Journey.end(serialised));
            assertThat(Usage.of(() -> Journey.end(serialised)).bytes()).isLessThan(1 << 18);
        }

        @Test
        void aSerialisedArrayIsRefusedForMoreAxesThanAnArrayHas() throws Exception {
            int[] lengths = new int[63];
            assertThat(Journey.end(stream(form(UINT8, lengths, 0)))).isEqualTo(NDArray.zeros(DType.UINT8, lengths));
            byte[] serialised = stream((byte) UINT8, (byte) 255);
            assertRefused("serialised NDArray: expected the lengths of all axes, found 0", serialised);
        }
    }
}
