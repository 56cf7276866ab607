package io.github.dlfs4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.Mutation;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ONNX's own tests of what PyTorch exports. */
class OnnxBackendTest {
    private static final Path BESIDE = Path.of("..", "shared", "data", "onnx");

    /** The cases that need an operator which is not known, with its name. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "test_ConvTranspose2d", "ConvTranspose",
            "test_ConvTranspose2d_no_bias", "ConvTranspose",
            "test_operator_convtranspose", "ConvTranspose");

    static Stream<OnnxCase> cases() throws IOException {
        return OnnxCase.in("backend.zip.gz");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aModelGivesTheOutputsOfTheTest(OnnxCase test) throws IOException {
        String operator = UNKNOWN.get(test.name());
        if (operator == null) {
            test.check(1e-3, 1e-7);
        } else {
            assertThatThrownBy(test::model)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining("the operator %s is not known", operator);
        }
    }

    /** These are larger, and not in this repository. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pytorch-converted/test_MaxPool1d_stride_padding_dilation",
                "pytorch-converted/test_MaxPool2d_stride_padding_dilation",
                "pytorch-operator/test_operator_conv",
                "pytorch-operator/test_operator_maxpool",
                "pytorch-operator/test_operator_symbolic_override"
            })
    void aLargeModelGivesTheOutputsOfTheTest(String name) throws IOException {
        Path folder = BESIDE.resolve(name);
        assumeTrue(Files.exists(folder), () -> "needs " + folder + ", a case of ONNX's own tests");
        OnnxCase.of(folder).check(1e-3, 1e-7);
    }

    /** Whatever a damaged model says, reading or running it ends with outputs or an error in words. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aDamagedModelIsRefusedOrRuns(long seed) throws IOException {
        int[] counts = new int[2];
        for (OnnxCase test :
                cases().filter(test -> !UNKNOWN.containsKey(test.name())).toList()) {
            Map<String, NDArray> inputs = test.inputs(test.model());
            for (Mutation mutation : Mutation.all(seed, 1)) {
                byte[] damaged = mutation.apply(test.files().get("model.onnx"));
                try {
                    OnnxModel.read(new ByteArrayInputStream(damaged), test.name())
                            .run(inputs);
                    counts[0]++;
                } catch (FileFormatException | IllegalArgumentException e) {
                    assertThat(e.getMessage()).as("%s, %s", test, mutation).doesNotContain("null", "because");
                    counts[1]++;
                }
            }
        }
        assertThat(counts[0]).isGreaterThan(10);
        assertThat(counts[1]).isGreaterThan(50);
    }

    @Test
    void theCasesAreAllOfThem() throws IOException {
        assertThat(cases()).hasSize(112).extracting(OnnxCase::name).containsAll(UNKNOWN.keySet());
    }
}
