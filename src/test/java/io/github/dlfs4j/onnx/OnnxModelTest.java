package io.github.dlfs4j.onnx;

import static io.github.dlfs4j.onnx.MadeModel.FLOAT;
import static io.github.dlfs4j.onnx.MadeModel.INT32;
import static io.github.dlfs4j.onnx.MadeModel.INT64;
import static io.github.dlfs4j.onnx.MadeModel.attribute;
import static io.github.dlfs4j.onnx.MadeModel.bytes;
import static io.github.dlfs4j.onnx.MadeModel.outside;
import static io.github.dlfs4j.onnx.MadeModel.raw;
import static io.github.dlfs4j.onnx.MadeModel.tensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@BothKernels
class OnnxModelTest {
    private static final NDArray X = NDArray.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

    /** A layer that multiplies by weights, and counts them. */
    private static MadeModel layer() {
        return new MadeModel()
                .input("x", FLOAT, "batch", "3")
                .output("y", FLOAT, "batch", "2")
                .output("count", INT64)
                .tensor(raw("w", FLOAT, new byte[24], 3, 2))
                .node("MatMul", "x w -> y")
                .node("Size", "w -> count");
    }

    @Nested
    class AModel {
        @Test
        void saysItsInputsAndOutputsAsOnnxWritesThem() throws IOException {
            OnnxModel model = layer().read();
            assertThat(model.inputs()).hasToString("[float[batch,3] x]");
            assertThat(model.outputs()).hasToString("[float[batch,2] y, int64[] count]");
        }

        @Test
        void givesItsOutputsInTheirOrder() throws IOException {
            Map<String, NDArray> outputs = layer().read().run(X);
            assertThat(outputs.keySet()).containsExactly("y", "count");
            assertThat(outputs.get("y")).isEqualTo(NDArray.zeros(DType.FLOAT32, 2, 2));
            assertThat(outputs.get("count")).isEqualTo(NDArray.scalar(6));
        }

        @Test
        void refusesOtherInputsInWords() throws IOException {
            OnnxModel model = layer().read();
            assertThatThrownBy(() -> model.run(Map.of("z", X)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the inputs are [x], not [z]");
            assertThatThrownBy(() -> model.run(NDArray.ones(2, 3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("x must be float[batch,3], not float64 of shape (2, 3)");
            assertThatThrownBy(() -> model.run(NDArray.ones(DType.FLOAT32, 2, 4)))
                    .hasMessage("x must be float[batch,3], not float32 of shape (2, 4)");
            assertThatThrownBy(() -> model.run(NDArray.ones(DType.FLOAT32, 3)))
                    .hasMessage("x must be float[batch,3], not float32 of shape (3,)");
            OnnxModel ofTwo = new MadeModel()
                    .input("a", FLOAT)
                    .input("b", FLOAT)
                    .output("c", FLOAT)
                    .node("Add", "a b -> c")
                    .read();
            assertThatThrownBy(() -> ofTwo.run(X)).hasMessage("the inputs are [a, b], not one");
        }

        @Test
        void namesTheNodeThatCannotBeComputed() throws IOException {
            OnnxModel model = new MadeModel()
                    .input("a", FLOAT, "m", "k")
                    .input("b", FLOAT, "k", "n")
                    .output("c", FLOAT)
                    .node("MatMul", "a b -> c")
                    .read();
            assertThatThrownBy(() -> model.run(Map.of("a", X, "b", X)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("MatMul \"the MatMul\": ")
                    .hasMessageContaining("mismatch in its core dimension");
        }

        @Test
        void keepsItsWeightsWhateverHappensToItsOutputs() throws IOException {
            OnnxModel model = new MadeModel()
                    .input("x", INT64, "n")
                    .output("c", INT64, "2")
                    .output("same", INT64, "n")
                    .integers("w", 3, 4)
                    .node("Identity", "w -> c")
                    .node("Identity", "x -> same")
                    .read();
            NDArray x = NDArray.of(5, 6);
            model.run(x).values().forEach(output -> output.fill(0));
            assertThat(model.run(x)).isEqualTo(Map.of("c", NDArray.of(3, 4), "same", NDArray.of(5, 6)));
        }

        @Test
        void isReadAndRunInAScopeAndOutsideIt() throws IOException {
            OnnxModel model;
            NDArray inside;
            try (ArrayScope scope = ArrayScope.open()) {
                model = new MadeModel()
                        .input("x", INT64, "n")
                        .output("y", INT64, "n")
                        .integers("a", 3, 4)
                        .integers("b", 1, 1)
                        .node("Add", "a b -> c")
                        .node("Mul", "x c -> y")
                        .read();
                inside = model.run(NDArray.of(2, 2)).get("y").keep();
                assertThat(scope).isNotNull();
            }
            assertThat(inside).isEqualTo(NDArray.of(8, 10));
            assertThat(model.run(NDArray.of(1, 1))).isEqualTo(Map.of("y", NDArray.of(4, 5)));
        }

        @Test
        void givesManyThreadsTheSame() throws IOException {
            OnnxModel model = ofRows().read();
            NDArray x = new RandomState(1).randn(5, 40).astype(DType.FLOAT32);
            NDArray alone = model.run(x).get("y");
            assertThat(IntStream.range(0, 200)
                            .parallel()
                            .mapToObj(i -> model.run(x).get("y")))
                    .allMatch(alone::equals);
        }

        @Test
        void givesARowTheSameBitsInEveryBatch() throws IOException {
            OnnxModel model = ofRows().read();
            NDArray x = new RandomState(1).randn(60, 40).astype(DType.FLOAT32);
            NDArray all = model.run(x).get("y");
            for (int size : new int[] {1, 2, 7, 16, 33}) {
                NDArray some = model.run(x.get(Index.range(3, 3 + size))).get("y");
                assertThat(some).isEqualTo(all.get(Index.range(3, 3 + size)));
            }
        }

        private MadeModel ofRows() {
            NDArray w = new RandomState(2).randn(40, 70).astype(DType.FLOAT32);
            return new MadeModel()
                    .input("x", FLOAT, "n", "40")
                    .output("y", FLOAT, "n", "70")
                    .tensor(raw("w", FLOAT, bytes(w), 40, 70))
                    .integers("axis", 1)
                    .node("MatMul", "x w -> h")
                    .node("Gelu", "h -> g")
                    .node("ReduceMean", "g axis -> m")
                    .node("Sub", "g m -> z")
                    .node("Softmax", "z -> y")
                    .opset(20);
        }
    }

    @Nested
    class Int32 {
        @Test
        void wrapsAfterEveryOperator() throws IOException {
            OnnxModel model = new MadeModel()
                    .input("x", INT32, "n")
                    .output("y", INT32, "n")
                    .node("Mul", "x x -> square")
                    .node("Add", "square square -> y")
                    .read();
            assertThat(model.run(NDArray.of(1 << 15, 50_000)))
                    .isEqualTo(Map.of("y", NDArray.of(Integer.MIN_VALUE, (int) (2L * 50_000 * 50_000))));
        }
    }

    @Nested
    class AFile {
        @TempDir
        private Path folder;

        private static void assertRefused(MadeModel model, String words) {
            assertThatThrownBy(model::read)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith("made.onnx")
                    .hasMessageContaining(words);
        }

        @Test
        void withUnknownOperatorsIsRefusedWithAllOfThem() {
            MadeModel model =
                    layer().node("Scan", "x -> s").node("Loop", "x -> l").node("Loop", "x -> k");
            assertRefused(model, ": the operators Loop, Scan are not known (nodes \"the Loop\", \"the Scan\")");
            assertRefused(layer().node("Scan", "x -> s"), ": the operator Scan is not known (node \"the Scan\")");
        }

        @Test
        void isRefusedForNamesThatAreNotRight() {
            assertRefused(layer().node("Relu", "x -> y"), "expected a name of its own, found y again");
            assertRefused(layer().input("x", FLOAT), "expected a name of its own, found x again");
            assertRefused(layer().integers("w", 1), "expected a name of its own, found w again");
            MadeModel circle = layer().node("Relu", "b -> a").node("Relu", "a -> b");
            assertRefused(circle, "expected Relu \"the Relu\" with values that are known before, found b");
            assertRefused(layer().output("z", FLOAT), "expected an output that is computed, found float z");
            assertRefused(layer().output("y", INT64), "expected an output of float, found int64 y");
            MadeModel attribute = layer().node("Relu", "x -> z", attribute("alpha", 1));
            assertRefused(attribute, "expected another attribute of Relu \"the Relu\", found alpha");
        }

        @Test
        void isRefusedForTypesAndVersionsByName() {
            String types = "a tensor of float, uint8, int32, int64, bool, double, found ";
            assertRefused(layer().input("h", 10), types + "float16 in h");
            assertRefused(layer().output("h", 8), types + "string in h");
            assertRefused(
                    layer().tensor(tensor("b", 16, 0)),
                    "expected a whole tensor of float, uint8, int32, int64, bool, double, found bfloat16 of b");
            MadeModel cast = layer().node("Cast", "x -> s", attribute("to", 8));
            assertRefused(cast, "expected Cast \"the Cast\" of float, uint8, int32, int64, bool, double, found string");
            assertRefused(layer().opset(5), "byte 0: expected a model of ONNX with opset 6 to 22, found opset 5");
            assertRefused(layer().opset(23), "found opset 23");
        }

        @Test
        void isRefusedForTensorsWhoseShapeAndDataDiffer() {
            assertRefused(
                    layer().tensor(raw("t", FLOAT, new byte[20], 3, 2)), "expected 24 bytes for 6 elements, found 20");
            assertRefused(layer().tensor(raw("t", FLOAT, new byte[4], -1)), "negative dimensions are not allowed");
            assertRefused(layer().tensor(raw("t", FLOAT, new byte[4], 1L << 40)), "a shape that an array can have");
            assertRefused(layer().tensor(raw("t", FLOAT, new byte[4], 1 << 20, 1 << 20)), "array is too big");
            assertRefused(layer().tensor(tensor("t", INT64, 2).add(7, 5)), "expected 2 elements, found 1");
            assertRefused(layer().tensor(tensor("t", 77, 2)), "found type 77 of t");
        }

        @Test
        void hasWeightsInFilesOfItsFolderAlone() throws IOException {
            Path inside = Files.createDirectory(folder.resolve("model"));
            Files.write(inside.resolve("weights"), bytes(1, 2, 3));
            Files.write(folder.resolve("secret"), bytes(4, 5));
            assertThat(read(inside, "location", "weights", "offset", "8", "length", "16")
                            .run(NDArray.of(10, 20)))
                    .isEqualTo(Map.of("y", NDArray.of(12, 23)));
            assertThatThrownBy(() -> read(inside, "location", "../secret"))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining(
                            "expected elements in the file or in its folder, found elements in ../secret");
            assertThatThrownBy(() -> read(inside, "location", "weights", "offset", "16"))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining("expected 16 bytes in weights, found 8");
            assertThatThrownBy(() -> read(inside, "location", "weights", "offset", "many"))
                    .hasMessageContaining("expected the place of elements in a file");
            assertRefused(added("location", "weights"), "expected elements in the file or in its folder");
        }

        private OnnxModel read(Path inside, String... entries) throws IOException {
            return OnnxModel.read(
                    Files.write(inside.resolve("made.onnx"), added(entries).content()));
        }

        private static MadeModel added(String... entries) {
            return new MadeModel()
                    .input("x", INT64, "2")
                    .output("y", INT64, "2")
                    .tensor(outside(tensor("w", INT64, 2), entries))
                    .node("Add", "x w -> y");
        }

        @Test
        void thatAsksForTerabytesIsReadAndRefusesToRun() throws IOException {
            MadeModel constant = new MadeModel()
                    .output("y", FLOAT)
                    .integers("shape", 1 << 20, 1 << 20)
                    .node("ConstantOfShape", "shape -> y");
            assertThatThrownBy(() -> constant.read().run(Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("ConstantOfShape \"the ConstantOfShape\": array is too big");
        }
    }
}
