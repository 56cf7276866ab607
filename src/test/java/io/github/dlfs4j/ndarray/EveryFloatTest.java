package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The functions of float32 are NumPy's to the bit. The records have a checksum of the results of each block of
 * 2<sup>24</sup> arguments. {@code mvn test -Dgroups=exhaustive} computes all 256 blocks. A normal build computes some:
 * zero and subnormal numbers, normal numbers of both signs, infinities and NaN; and some more are among the long tests.
 */
@BothKernels
class EveryFloatTest {
    private static final int BLOCK = 1 << 24;

    private static final Set<Integer> SOME = Set.of(0x00, 0x42, 0x7f, 0xbf);
    private static final Set<Integer> SOME_MORE = Set.of(0x3d, 0x40, 0x47, 0xc2);

    private static final Map<String, BinaryOperator<NDArray>> FUNCTIONS = Map.of(
            "exp", (x, out) -> x.exp(out),
            "log", (x, out) -> x.log(out),
            "tanh", (x, out) -> x.tanh(out),
            "sin", (x, out) -> x.sin(out),
            "cos", (x, out) -> x.cos(out));

    private static final NDArray OUT = NDArray.zeros(DType.FLOAT32, BLOCK);

    /** The arguments of the last block. */
    private static NDArray arguments;

    private static int blockOfArguments = -1;

    /**
     * A line of the file.
     *
     * @param function NumPy's name
     * @param block the highest byte of the bits of its arguments
     * @param checksum the CRC-32 of the results, each big-endian, every NaN as 7fc00000
     */
    record Block(String function, int block, String checksum) {}

    static Stream<Block> allBlocks() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/numpy/functions-f32.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(fields -> new Block(fields[0], Integer.parseInt(fields[1], 16), fields[2]))
                .sorted(Comparator.comparingInt(Block::block));
    }

    static Stream<Block> someBlocks() throws IOException {
        return allBlocks().filter(block -> SOME.contains(block.block()));
    }

    static Stream<Block> someMoreBlocks() throws IOException {
        return allBlocks().filter(block -> SOME_MORE.contains(block.block()));
    }

    @ParameterizedTest
    @MethodSource("someBlocks")
    void everyFunctionOfFloat32IsNumPysForSomeArguments(Block block) {
        compare(block);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("someMoreBlocks")
    void everyFunctionOfFloat32IsNumPysForMoreArguments(Block block) {
        compare(block);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("allBlocks")
    void everyFunctionOfFloat32IsNumPysForEveryArgument(Block block) {
        compare(block);
    }

    private static void compare(Block block) {
        NDArray results = FUNCTIONS.get(block.function()).apply(argumentsOf(block.block()), OUT);

        assertThat(checksum(results.toFloatArray())).isEqualTo(block.checksum());
    }

    private static NDArray argumentsOf(int block) {
        if (block != blockOfArguments) {
            float[] values = new float[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                values[i] = Float.intBitsToFloat(block << 24 | i);
            }
            arguments = NDArray.of(values);
            blockOfArguments = block;
        }
        return arguments;
    }

    @AfterAll
    static void forgetArguments() {
        arguments = null;
        blockOfArguments = -1;
    }

    private static String checksum(float[] results) {
        CRC32 crc = new CRC32();
        int some = 1 << 16;
        ByteBuffer bytes = ByteBuffer.allocate(some * Float.BYTES);
        for (int from = 0; from < results.length; from += some) {
            bytes.clear();
            for (int i = from; i < from + some; i++) {
                bytes.putInt(Float.floatToIntBits(results[i]));
            }
            crc.update(bytes.flip());
        }
        return "%08x".formatted(crc.getValue());
    }
}
