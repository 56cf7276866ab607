package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pixels decided, and the layers in large, compared with what the networks of the library compute. */
class PagePixelsTest extends WithServedPage {
    private static Samples test;

    @BeforeAll
    static void load() throws IOException {
        test = Mnist.options().normalize(false).loadTest(Path.of("data"));
    }

    private static String base64(NDArray image) {
        return Base64.getEncoder().encodeToString(image.flatten().toByteArray());
    }

    private static HttpResponse<String> pixels(String network, NDArray image) throws Exception {
        return page.post("/api/pixels", "{\"network\":\"%s\",\"image\":\"%s\"}".formatted(network, base64(image)));
    }

    private static double number(String name, String json) {
        return Double.parseDouble(found("\"" + name + "\":(-?[0-9.E-]+)", json));
    }

    private static double[] numbers(String name, String json) {
        return Arrays.stream(found("\"" + name + "\":\\[([^]]*)", json).split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String found(String pattern, String json) {
        return Pattern.compile(pattern)
                .matcher(json)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(json));
    }

    /** Returns the layers up to the scores. */
    private static List<Layer> layers(String network) throws Exception {
        if (network.equals("conv")) {
            return LeNet.pretrained().layers();
        }
        return SimpleConvNet.load(data.resolve("simple_convnet_params.pkl")).layers();
    }

    /** Returns an image for the network, (1, 1, 28, 28) from 0 to 1, with some pixels in black. */
    private static NDArray prepared(NDArray image, int top, int left, int side) {
        NDArray values = image.reshape(1, 1, 28, 28).astype(DType.FLOAT32).div(255);
        values.at(Index.all(), Index.all(), Index.range(top, top + side), Index.range(left, left + side))
                .set(0);
        return values;
    }

    /** The layers of the library find the same derivatives by their own backward pass. */
    @ParameterizedTest
    @ValueSource(strings = {"conv", "simple-conv"})
    void thePageFindsTheDerivativesThatTheLayersFind(String network) throws Exception {
        for (int index : new int[] {0, 8}) {
            NDArray image = test.images().get(index);
            List<Layer> layers = layers(network);
            NDArray values = prepared(image, 0, 0, 0);
            for (Layer layer : layers) {
                values = layer.forward(values);
            }
            int digit = values.argmax().asInt();
            double score = values.getDouble(0, digit);
            NDArray dout = NDArray.zeros(values.dtype(), 1, 10);
            dout.at(0, digit).set(1);
            List<Layer> back = new ArrayList<>(layers);
            Collections.reverse(back);
            for (Layer layer : back) {
                dout = layer.backward(dout);
            }

            String answer = pixels(network, image).body();

            assertThat(number("digit", answer)).isEqualTo(digit);
            assertThat(number("score", answer)).isCloseTo(score, within(1e-4));
            assertThat(numbers("gradient", answer))
                    .containsExactly(dout.flatten().toDoubleArray(), within(1e-5));
            assertThat(dout.abs().max().asDouble()).isGreaterThan(0.01);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"conv", "simple-conv"})
    void thePageTellsWhatBecomesOfTheScoreWithoutAPatch(String network) throws Exception {
        Sequential whole = new Sequential(layers(network).toArray(Layer[]::new));
        NDArray image = test.images().get(0);

        String answer = pixels(network, image).body();

        int digit = (int) number("digit", answer);
        assertThat(digit).isEqualTo(7);
        int side = (int) number("patch", answer);
        double[] scores = numbers("coveredScores", answer);
        double[] probabilities = numbers("coveredProbabilities", answer);
        assertThat(scores).hasSize((28 / side) * (28 / side));
        for (int i = 0; i < scores.length; i++) {
            NDArray all = whole.predict(prepared(image, side * (i / (28 / side)), side * (i % (28 / side)), side));
            assertThat(scores[i]).isCloseTo(all.getDouble(0, digit), within(1e-4));
            assertThat(probabilities[i]).isCloseTo(Activations.softmax(all).getDouble(0, digit), within(1e-6));
        }
        assertThat(scores[0]).as("without a black corner").isCloseTo(number("score", answer), within(1e-4));
        assertThat(Arrays.stream(scores).min().orElseThrow()).isLessThan(number("score", answer) - 1);
    }

    /** A network of the form has all that a dense one may have. */
    @Test
    void thePageFindsTheDecidingPixelsOfATrainedNetwork() throws Exception {
        page.train("\"start\",\"options\":{\"network\":\"multi-layer\",\"steps\":\"3\",\"batch\":\"10\","
                + "\"hidden\":\"6\",\"batch-norm\":\"true\",\"dropout\":\"0.2\"}");
        page.waitFor("\"phase\":\"ended\"");
        NDArray image = test.images().get(0);

        String answer = pixels("trained", image).body();

        String output = page.post(
                        "/api/neuron",
                        "{\"network\":\"trained\",\"image\":\"%s\",\"layer\":2,\"index\":%s}"
                                .formatted(base64(image), (int) number("digit", answer)))
                .body();
        assertThat(number("probability", answer)).isCloseTo(number("value", output), within(1e-9));
        assertThat(numbers("gradient", answer)).hasSize(784);
    }

    @Test
    void thePageShowsNumbersAndWeightsOfALayerInLarge() throws Exception {
        Map<String, NDArray> weights = ThreeLayerNet.pretrained().parameters();
        NDArray x = Mnist.options().loadTest(Path.of("data")).images().get(0);
        NDArray first = Activations.sigmoid(x.dot(weights.get("W1")).add(weights.get("b1")));
        NDArray second = Activations.sigmoid(first.dot(weights.get("W2")).add(weights.get("b2")));
        String request = "{\"network\":\"jar\",\"image\":\"%s\",\"layer\":%s}";

        String one = page.post(
                        "/api/layer", request.formatted(base64(test.images().get(0)), 1))
                .body();
        String two = page.post(
                        "/api/layer", request.formatted(base64(test.images().get(0)), 2))
                .body();

        assertThat(numbers("values", one)).containsExactly(first.toDoubleArray(), within(1e-6));
        assertThat(numbers("values", two)).containsExactly(second.toDoubleArray(), within(1e-6));
        assertThat(two).endsWith("\"weights\":null}");
        String[] pictures = found("\"weights\":\\[\"([^]]*)\"]", one).split("\",\"");
        assertThat(pictures).hasSize(50);
        NDArray w = weights.get("W1");
        byte[] levels = Base64.getDecoder().decode(pictures[6]);
        for (int i = 0; i < 784; i++) {
            double level = 128 + 127 * w.getDouble(i, 6) / w.abs().max().asDouble();
            assertThat((double) (levels[i] & 0xff)).isCloseTo(level, within(0.6));
        }
    }

    /** The inputs and weights of a window are numbers too, whose products have the sum that the page shows. */
    @Test
    void thePageWritesOutTheProductsOfAWindow() throws Exception {
        NDArray image = test.images().get(0);
        String answer = page.post(
                        "/api/neuron",
                        "{\"network\":\"conv\",\"image\":\"%s\",\"layer\":1,\"index\":%s}"
                                .formatted(base64(image), 24 * 24 + 24 * 9 + 12))
                .body();
        String written = answer.substring(answer.indexOf("\"numbers\""));
        NDArray window = prepared(image, 0, 0, 0).get(0, 0).get(Index.range(9, 14), Index.range(12, 17));
        double[] inputs = numbers("inputs", written);
        double[] weights = numbers("weights", written);

        assertThat(inputs).containsExactly(window.flatten().toDoubleArray(), within(1e-7));
        double sum = 0;
        for (int i = 0; i < 25; i++) {
            sum += inputs[i] * weights[i];
        }
        assertThat(sum).isNotZero();
        assertThat(number("sum", answer)).isCloseTo(sum, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | /api/pixels | {'network':'none','image':IMAGE}",
                "400 | /api/pixels | {'network':'jar','image':IMAGE,'more':1}",
                "400 | /api/pixels | {'network':'jar','image':'AAAA'}",
                "400 | /api/pixels | {'network':'jar'}",
                "404 | /api/layer | {'network':'none','image':IMAGE,'layer':1}",
                "404 | /api/layer | {'network':'jar','image':IMAGE,'layer':4}",
                "400 | /api/layer | {'network':'jar','image':IMAGE,'layer':0}",
                "400 | /api/layer | {'network':'jar','image':IMAGE,'layer':1,'more':1}",
                "400 | /api/layer | {'network':'jar','image':'AAAA','layer':1}",
            })
    void thePageRefusesAWrongRequestForPixels(int status, String path, String json) throws Exception {
        String request = json.replace('\'', '"')
                .replace("IMAGE", '"' + base64(test.images().get(0)) + '"');
        HttpResponse<String> answer = page.post(path, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
    }
}
