package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The layers in large and the products of a window, compared with what the networks of the library compute. */
class PagePixelsTest {
    private static ServedPage page;
    private static Samples test;

    @BeforeAll
    static void serve(@TempDir Path saves) throws Exception {
        page = new ServedPage(saves);
        test = Mnist.options().normalize(false).loadTest(Path.of("data"));
    }

    @AfterAll
    static void end() {
        if (page != null) {
            page.close();
        }
    }

    private static String base64(NDArray image) {
        return Base64.getEncoder().encodeToString(image.flatten().toByteArray());
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

    /** Returns an image for the network, (1, 1, 28, 28) from 0 to 1, with some pixels in black. */
    private static NDArray prepared(NDArray image, int top, int left, int side) {
        NDArray values = image.reshape(1, 1, 28, 28).astype(DType.FLOAT32).div(255);
        values.at(Index.all(), Index.all(), Index.range(top, top + side), Index.range(left, left + side))
                .set(0);
        return values;
    }

    @Test
    void showsTheNumbersAndTheWeightsOfALayerInLarge() throws Exception {
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
    void writesOutTheProductsOfAWindow() throws Exception {
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
                "404 | /api/layer | {'network':'none','image':IMAGE,'layer':1}",
                "404 | /api/layer | {'network':'jar','image':IMAGE,'layer':4}",
                "400 | /api/layer | {'network':'jar','image':IMAGE,'layer':0}",
                "400 | /api/layer | {'network':'jar','image':IMAGE,'layer':1,'more':1}",
                "400 | /api/layer | {'network':'jar','image':'AAAA','layer':1}",
            })
    void refusesAWrongRequest(int status, String path, String json) throws Exception {
        String request = json.replace('\'', '"')
                .replace("IMAGE", '"' + base64(test.images().get(0)) + '"');
        HttpResponse<String> answer = page.post(path, request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
    }
}
