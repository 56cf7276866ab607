package io.github.dlfs4j.activation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.LayerExamples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activation functions of arrays and of variables, and their layers, give what PyTorch does. */
class ActivationRecordsTest {
    private static Map<String, NDArray> records() throws IOException {
        return Npz.read(Path.of("src", "test", "resources", "torch", "activations.npz"));
    }

    /** Returns each function in each dtype, such as {@code silu-float32}. */
    static Stream<String> functions() throws IOException {
        return records().keySet().stream().filter(name -> !name.contains("Gradient") && !name.startsWith("x-"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void functionsAndDerivativesAreThoseOfPyTorch(String record) throws Exception {
        String name = record.substring(0, record.indexOf('-'));
        DType dtype = DType.valueOf(record.substring(name.length() + 1).toUpperCase(Locale.ROOT));
        NDArray x = records().get("x-" + dtype);
        NDArray y = records().get(record);
        NDArray gradient = records().get(name + "Gradient-" + dtype);
        for (Method method : Activations.class.getMethods()) {
            if (method.getParameterTypes().length == 1 && method.getParameterTypes()[0] == NDArray.class) {
                if (method.getName().equals(name)) {
                    assertClose((NDArray) method.invoke(null, x), y);
                } else if (method.getName().equals(name + "Gradient")) {
                    assertClose((NDArray) method.invoke(null, x), gradient);
                }
            }
        }
        Variable input = Variable.of(x);
        Variable output = (Variable) Variable.class.getMethod(name).invoke(input);
        output.sum().backward();
        assertClose(output.value(), y);
        assertClose(input.gradient().value(), gradient);
        for (Layer layer : LayerExamples.ofAnyShape()) {
            if (layer.toString().equalsIgnoreCase(name)) {
                assertClose(layer.forward(x), y);
                assertClose(layer.backward(NDArray.ones(dtype, x.size())), gradient);
            }
        }
    }

    private static void assertClose(NDArray actual, NDArray expected) {
        double tolerance = expected.dtype() == DType.FLOAT32 ? 2e-6 : 4e-15;
        assertThat(actual.dtype()).isEqualTo(expected.dtype());
        assertThat(actual.allClose(expected, tolerance, tolerance))
                .as("%s%nnot%n%s", actual, expected)
                .isTrue();
    }
}
