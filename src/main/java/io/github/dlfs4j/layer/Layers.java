package io.github.dlfs4j.layer;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.LayerReader;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the layers of this package from the lines by which they describe themselves, as saved networks have them. */
final class Layers extends LayerReader<Layer> {
    private static final Pattern OPTIONS = Pattern.compile("\\(.*", Pattern.DOTALL);

    @Override
    public Layer of(String line, Function<String, NDArray> arrays, RandomState random) {
        String name = OPTIONS.matcher(line).replaceFirst("");
        return switch (name) {
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
            case "Tanh" -> new Tanh();
            default -> throw new IllegalArgumentException(name.isBlank() ? "a layer without a name" : Excerpt.of(name));
        };
    }

    private static Layer batchNormalization(String line, Function<String, NDArray> arrays) {
        BatchNormalization usual =
                new BatchNormalization(arrays.apply("gamma"), arrays.apply("beta"), number(line, "momentum"));
        // A line names the epsilon only if it is another one.
        return text(line, "epsilon").isEmpty() ? usual : usual.withEpsilon(number(line, "epsilon"));
    }

    private static int count(String line, String option) {
        return Integer.parseInt(text(line, option));
    }

    private static double number(String line, String option) {
        return Double.parseDouble(text(line, option));
    }

    private static String text(String line, String option) {
        Matcher given = Pattern.compile("\\b" + option + "=([^,()]+)").matcher(line);
        return given.find() ? given.group(1) : "";
    }
}
