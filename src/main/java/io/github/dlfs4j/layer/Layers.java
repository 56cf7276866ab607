package io.github.dlfs4j.layer;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.LayerReader;
import io.github.dlfs4j.state.Line;
import java.util.function.Function;

/** Makes the layers of this package from the lines by which they describe themselves, as saved networks have them. */
final class Layers extends LayerReader<Layer> {
    @Override
    public Layer of(String text, Function<String, NDArray> arrays, RandomState random) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a layer without a name");
        }
        Line line = Line.of(text);
        return switch (line.name()) {
            case "Affine" -> new Affine(arrays.apply("W"), arrays.apply("b"));
            case "Convolution" ->
                new Convolution(arrays.apply("W"), arrays.apply("b"), count(line, "stride"), count(line, "padding"));
            case "Pooling" ->
                new Pooling(count(line, "height"), count(line, "width"), count(line, "stride"), count(line, "padding"));
            case "BatchNormalization" -> batchNormalization(line, arrays);
            case "Dropout" -> new Dropout(number(line, "ratio"), random);
            case "Relu" -> new Relu();
            case "LeakyRelu" -> new LeakyRelu(number(line, "slope"));
            case "Sigmoid" -> new Sigmoid();
            case "SiLU" -> new SiLU();
            case "Tanh" -> new Tanh();
            default -> throw new IllegalArgumentException(Excerpt.of(line.name()));
        };
    }

    private static Layer batchNormalization(Line line, Function<String, NDArray> arrays) {
        BatchNormalization usual =
                new BatchNormalization(arrays.apply("gamma"), arrays.apply("beta"), number(line, "momentum"));
        // A line names the epsilon only if it is another one.
        return line.value("epsilon").isEmpty() ? usual : usual.withEpsilon(number(line, "epsilon"));
    }

    private static int count(Line line, String option) {
        return Integer.parseInt(line.value(option));
    }

    private static double number(Line line, String option) {
        return Double.parseDouble(line.value(option));
    }
}
