package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "torch");
    private static final Path REFERENCE = FOLDER.resolve("reference.safetensors");
    private static final String A = "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

    @TempDir
    private Path folder;

    private Path file(String header, int length) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + length).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("a.safetensors"),
                bytes.putLong(json.length).put(json).array());
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> Safetensors.read(file))
                .withMessageStartingWith(file + ", byte ")
                .withMessageContaining(message);
    }

    @Test
    void safetensorsOfTheReferenceWriterAreReadInTheirOrder() throws IOException {
        Map<String, NDArray> arrays = Safetensors.read(REFERENCE);
        assertThat(arrays.keySet())
                .containsExactly(
                        "empty",
                        "numbers",
                        "a \"quoted\" name\n/é€😀",
                        "scalar",
                        "～",
                        "layer.weight",
                        "z",
                        "bytes",
                        "truth")
                .containsExactlyElementsOf(Safetensors.names(REFERENCE));
        assertThat(arrays).isUnmodifiable();
        assertThat(arrays.get("z")).isEqualTo(NDArray.of(new float[][] {{0, 1, 2}, {3, 4, 5}}));
        assertThat(arrays.get("numbers")).isEqualTo(NDArray.of(0L, 1L, 2L));
        assertThat(arrays.get("scalar")).isEqualTo(NDArray.scalar(0.0));
        assertThat(arrays.get("empty").shape()).hasToString("(0, 5)");
        assertThat(arrays.get("bytes")).isEqualTo(NDArray.of(new byte[] {0, 1, 2}));
        assertThat(arrays.get("truth")).isEqualTo(NDArray.of(false, true));
        assertThat(Safetensors.readMetadata(REFERENCE)).containsExactly(Map.entry("format", "pt"));
    }

    /** Java's maps have another order than the file. */
    @Test
    void writtenSafetensorsAreThoseOfTheReferenceWriter() throws IOException {
        Map<String, NDArray> arrays = Map.copyOf(Safetensors.read(REFERENCE));
        Path file = folder.resolve("own.safetensors");
        Safetensors.write(file, arrays, Map.of("format", "pt"));
        assertThat(file).hasSameBinaryContentAs(REFERENCE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, arrays, Map.of("format", "pt"));
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(REFERENCE));
    }

    @Test
    void viewsAreWrittenToSafetensorsInCOrder() throws IOException {
        NDArray view = NDArray.arange(6).reshape(2, 3).transpose();
        Path file = folder.resolve("view.safetensors");
        Safetensors.write(file, Map.of("view", view));
        assertThat(Safetensors.read(file)).isEqualTo(Map.of("view", view));
        assertThat(Safetensors.readMetadata(file)).isEmpty();
    }

    /** All float16 there are, those between two of them, and arrays that are no floats. */
    @Test
    void floatsAreWrittenAsTheNearestFloat16() throws IOException {
        float[] halves = new float[1 << 16];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = ElementType.halfToFloat((short) i);
        }
        NDArray between = NDArray.of(1 + 0x1p-11, 1 + 0x3p-11, 1 + 0x1p-11 + 0x1p-50, 65519.9, 0x1p-25, -0x1.8p-24);
        Map<String, NDArray> arrays =
                Map.of("all", NDArray.of(halves), "between", between, "count", NDArray.of(1L, 2L));
        Path file = folder.resolve("narrow.safetensors");
        Safetensors.writeFloat16(file, arrays, Map.of("format", "pt"));
        Map<String, NDArray> read = Safetensors.read(file);
        assertThat(read.get("all")).isEqualTo(NDArray.of(halves));
        assertThat(read.get("between")).isEqualTo(NDArray.of(1, 1 + 0x1p-9f, 1 + 0x1p-10f, 65504, 0, -0x1p-23f));
        assertThat(read.get("count")).isEqualTo(NDArray.of(1L, 2L));
        assertThat(read.keySet()).containsExactly("count", "all", "between");
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains("\"dtype\":\"F16\"");
    }

    @Test
    void whatFloat16CannotHoldIsNotWritten() {
        Path file = folder.resolve("narrow.safetensors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.writeFloat16(file, Map.of("W", NDArray.of(1, -65520.0)), null))
                .withMessage("cannot write 'W' as float16, whose largest number is 65504");
        assertThat(file).doesNotExist();
    }

    @Test
    void otherTypesOfSafetensorsBecomeTheNextWiderOne() throws IOException {
        Map<String, NDArray> arrays = Safetensors.read(FOLDER.resolve("types.safetensors"));
        Map<String, DType> dtypes = arrays.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().dtype()));
        assertThat(dtypes)
                .hasSize(13)
                .containsEntry("float16", DType.FLOAT32)
                .containsEntry("bfloat16", DType.FLOAT32)
                .containsEntry("int8", DType.INT64)
                .containsEntry("uint64", DType.INT64)
                .containsEntry("uint8", DType.UINT8)
                .containsEntry("bool", DType.BOOL);
        arrays.forEach((name, array) -> {
            if (!name.equals("bfloat16")) {
                assertThat(array.astype(DType.INT64)).as(name).isEqualTo(NDArray.of(0L, 1L));
            }
        });
        assertThat(arrays.get("bfloat16")).isEqualTo(NDArray.of(1f, Float.NaN));
    }

    /** Every bfloat16 is the upper half of a float32. */
    @Test
    void allBfloat16OfSafetensorsAreHeldExactly() throws IOException {
        String header = "{\"a\":{\"dtype\":\"BF16\",\"shape\":[65536],\"data_offsets\":[0,131072]}}";
        byte[] bytes = Files.readAllBytes(file(header, 131_072));
        ByteBuffer elements =
                ByteBuffer.wrap(bytes, bytes.length - 131_072, 131_072).order(ByteOrder.LITTLE_ENDIAN);
        IntStream.range(0, 65_536).forEach(i -> elements.putShort((short) i));
        float[] read =
                Safetensors.read(new ByteArrayInputStream(bytes), "a").get("a").toFloatArray();
        for (int i = 0; i < read.length; i++) {
            // A signalling NaN may become a quiet one.
            assertThat(Float.floatToIntBits(read[i])).isEqualTo(Float.floatToIntBits(Float.intBitsToFloat(i << 16)));
        }
    }

    @Test
    void someSafetensorsAreReadWithoutTheOthers() throws IOException {
        String header = A + ",\"f8\":{\"dtype\":\"F8_E4M3\",\"shape\":[2],\"data_offsets\":[4,6]}}";
        Path file = file(header, 6);
        assertThat(Safetensors.read(file, Set.of("a"))).containsOnlyKeys("a");
        assertThat(Safetensors.read(file, Set.of())).isEmpty();
        assertThat(Safetensors.names(file)).containsExactly("a", "f8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.read(file, Set.of("b\n")))
                .withMessage("b\\u000a is not an array in the file");
        assertRefused(file, "byte 124: expected a type that an array can hold, found F8_E4M3 of f8");
    }

    /** Two elements of 4 bits are in a byte. */
    @ParameterizedTest
    @ValueSource(strings = {"F8_E5M2", "F8_E8M0", "F6_E2M3", "F4", "I4", "C64"})
    void otherTypesOfSafetensorsAreRefusedByName(String type) throws IOException {
        String header = "{\"a\":{\"dtype\":\"%s\",\"shape\":[8],\"data_offsets\":[0,4]}}".formatted(type);
        assertRefused(file(header, 4), "expected a type that an array can hold, found " + type + " of a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
            ``                                                                       | 0 | a header that begins with {, found none
             {}                                                                      | 0 | null
            ` {}`                                                                    | 0 | byte 8: expected a header that begins with {
            {                                                                        | 0 | byte 9: expected a header of JSON, found JSON that ends too early
            {}}                                                                      | 0 | byte 10: expected a header of JSON, found JSON that is not what is expected: character 3
            {"é":n}                                                                  | 0 | byte 14: expected a header of JSON, found JSON that is not what is expected: character 6
            {"a":1}                                                                  | 0 | byte 8: expected a with a dtype, a shape and two data_offsets, found another
            {"a":{}}                                                                 | 0 | byte 8: expected a with a dtype, a shape and two data_offsets, found []
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}                     | 4 | expected a with a dtype, a shape and two data_offsets
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,4]}}                 | 4 | expected a with a dtype, a shape and two data_offsets
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":1}}             | 4 | two data_offsets, found [dtype, shape, data_offsets, x]
            {"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}     | 4 | byte 28: expected a header of JSON, found JSON that has the same field twice
            {"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}                 | 4 | expected a with a dtype, a shape and two data_offsets
            {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}                  | 4 | expected a with a dtype, a shape and two data_offsets
            {"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}}                 | 4 | byte 37: expected a header of JSON
            {"a":{"dtype":"F32","shape":[01],"data_offsets":[0,4]}}                  | 4 | byte 37: expected a header of JSON
            {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}                   | 4 | byte 62: expected data_offsets of 8 bytes, found 0 to 4 of a
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[1,5]}}                   | 5 | byte 62: expected data_offsets from 0 to at most 5, found 1 to 5 of a
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}                   | 4 | expected data_offsets from 0 to at most 4, found 4 to 0
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                   | 3 | expected data_offsets from 0 to at most 3, found 0 to 4
            {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                   | 5 | byte 66: expected the end after the last array, found 1 byte more
            {"a":{"dtype":"F32","shape":[9999999999],"data_offsets":[0,4]}}          | 4 | expected a shape of 0 to
            {"a":{"dtype":"U8","shape":[1],"data_offsets":[0,999999999999999999]}}   | 4 | expected data_offsets from 0 to at most 4
            {"\\ud83d":1}                                                            | 0 | byte 8: expected a name in Unicode, found half a character
            {"__metadata__":{"a":1}}                                                 | 0 | byte 8: expected texts in __metadata__, found others
            {"__metadata__":{"a":"1","a":"2"}}                                       | 0 | expected a header of JSON, found JSON that has the same field twice
            {"__metadata__":{},"__metadata__":{}}                                    | 0 | byte 27: expected a header of JSON, found JSON that has the same field twice
            """)
    void aDamagedHeaderOfSafetensorsIsRefusedAtItsPlace(String header, int length, String message) throws IOException {
        Path file = file(header, length);
        if (message == null) {
            assertThat(Safetensors.read(file)).isEmpty();
        } else {
            assertRefused(file, message);
        }
    }

    @Test
    void safetensorsMayNotOverlapAndNoNameIsThereTwice() throws IOException {
        String second = ",\"%s\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[%s]}}";
        assertThat(Safetensors.read(file(A + second.formatted("b", "4,8"), 8))).hasSize(2);
        assertRefused(
                file(A + second.formatted("b", "3,7"), 7), "expected data_offsets from 4 to at most 7, found 3 to 7");
        assertRefused(
                file(A + second.formatted("b", "5,9"), 9), "expected data_offsets from 4 to at most 9, found 5 to 9");
        assertRefused(
                file(A + second.formatted("b", "0,4"), 4), "expected data_offsets from 4 to at most 4, found 0 to 4");
        assertRefused(
                file(A + second.formatted("a", "4,8"), 8),
                "expected a header of JSON, found JSON that has the same field twice");
    }

    @Test
    void aLengthOfTheHeaderBeyondTheFileIsRefused() throws IOException {
        for (long length : new long[] {4, -1, Long.MAX_VALUE}) {
            byte[] bytes = ByteBuffer.allocate(11)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array();
            assertRefused(
                    Files.write(folder.resolve("a.safetensors"), bytes),
                    "byte 0: expected a safetensors file, found a header of " + Long.toUnsignedString(length)
                            + " bytes, longer than the file");
        }
        assertRefused(
                Files.write(folder.resolve("a.safetensors"), new byte[7]), "byte 0: expected 8 bytes of the length");
    }

    @Test
    void theLimitOfSafetensorsCountsTheMemoryThatResults() throws IOException {
        Path file = file("{\"a\":{\"dtype\":\"I8\",\"shape\":[10],\"data_offsets\":[0,10]}}", 10);
        assertThat(Safetensors.read(file, 80)).hasSize(1);
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> Safetensors.read(file, 79))
                .withMessageContaining("expected arrays of at most 79 bytes in memory, found 10 elements of int64");
    }

    @Test
    void filesOfOtherFormatsThanSafetensorsAreNamed() throws IOException {
        Path npz = folder.resolve("a.npz");
        Npz.write(npz, Map.of("a", NDArray.ones(2)));
        Path torch = FOLDER.resolve("tensor.pt");
        assertRefused(npz, "byte 0: expected a safetensors file, found an .npz file; read it with Npz");
        assertRefused(torch, "byte 0: expected a safetensors file, found a PyTorch file; read it with TorchFile");
        for (Path file : List.of(torch, REFERENCE, FOLDER.resolve("old-layout.pt"))) {
            String words = file == REFERENCE
                    ? "a safetensors file; read it with Safetensors"
                    : file == torch ? "a PyTorch file; read it with TorchFile" : "a file of PyTorch before 1.6";
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.read(file))
                    .withMessageContaining("byte 0: expected an archive of arrays, found " + words);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> PickledArrays.read(file))
                    .withMessageContaining("byte 0: expected a pickle of protocol 2 to 5, found " + words);
        }
    }

    @Test
    void safetensorsThatCouldNotBeReadAreNotWritten() {
        Map<String, NDArray> nothing = new LinkedHashMap<>();
        nothing.put("a", null);
        Path file = folder.resolve("a.safetensors");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.write(file, nothing))
                .withMessage("array 'a' is null");
        for (String name : List.of("__metadata__", "n".repeat(1001), "\ud83d")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Safetensors.write(file, Map.of(name, NDArray.ones(1))))
                    .withMessageStartingWith("cannot ");
        }
        Map<String, NDArray> many = IntStream.rangeClosed(0, 10_000)
                .boxed()
                .collect(Collectors.toMap(String::valueOf, i -> NDArray.ones(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Safetensors.write(file, many))
                .withMessageStartingWith("a safetensors file holds at most 10000 arrays");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void safetensorsHoldAtMost10000Arrays(boolean hasMetadata) throws IOException {
        for (int count : new int[] {10_000, 10_001}) {
            String arrays = IntStream.range(0, count)
                    .mapToObj("\"%s\":{\"dtype\":\"U8\",\"shape\":[0],\"data_offsets\":[0,0]}"::formatted)
                    .collect(Collectors.joining(","));
            byte[] json =
                    ("{" + (hasMetadata ? "\"__metadata__\":{}," : "") + arrays + "}").getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
            Path file = Files.write(
                    folder.resolve("many"), bytes.putLong(json.length).put(json).array());
            if (count == 10_000) {
                assertThat(Safetensors.read(file)).hasSize(count);
            } else {
                assertThatExceptionOfType(FileFormatException.class)
                        .isThrownBy(() -> Safetensors.read(file))
                        .withMessageStartingWith(file + ", byte ");
            }
        }
    }

    /** The length of the header is a multiple of 8, so that the elements begin at one. */
    @Test
    void elementsOfSafetensorsAreAligned() throws IOException {
        for (int length = 1; length < 20; length++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Safetensors.write(out, Map.of("n".repeat(length), NDArray.ones(1)), Map.of());
            byte[] bytes = out.toByteArray();
            assertThat(bytes.length % 8).isZero();
            assertThat(Arrays.copyOfRange(bytes, bytes.length - 8, bytes.length))
                    .isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xf0, 0x3f});
            assertThat(Safetensors.read(new ByteArrayInputStream(bytes), "a")).hasSize(1);
        }
    }
}
