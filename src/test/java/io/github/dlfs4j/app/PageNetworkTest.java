package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says of neurons and of pictures, compared with what the library computes. */
class PageNetworkTest extends WithServedPage {
    private static Samples test;

    @BeforeAll
    static void load() throws IOException {
        test = Mnist.options().normalize(false).loadTest(Path.of("data"));
    }

    private static String base64(int... images) {
        return Base64.getEncoder()
                .encodeToString(test.images().get(NDArray.of(images)).flatten().toByteArray());
    }

    /** Asks for a neuron for the first test image, a seven. */
    private static HttpResponse<String> neuron(String network, int layer, int index) throws Exception {
        return page.post(
                "/api/neuron",
                "{\"network\":\"%s\",\"image\":\"%s\",\"layer\":%s,\"index\":%s}"
                        .formatted(network, base64(0), layer, index));
    }

    private static double number(String name, String json) {
        return numbers(name, json).get(0);
    }

    private static List<Double> numbers(String name, String json) {
        return Pattern.compile("\"" + name + "\":(-?[0-9.E-]+)")
                .matcher(json)
                .results()
                .map(found -> Double.valueOf(found.group(1)))
                .toList();
    }

    /** Returns the part of an answer that lists connections. */
    private static String ends(String name, String json) {
        int start = json.indexOf("\"" + name + "\":[");
        return json.substring(start, json.indexOf(']', start));
    }

    /** Returns the five numbers with the largest magnitude, the largest first. */
    private static List<Double> strongest(NDArray products) {
        List<Double> all = new ArrayList<>();
        for (double product : products.toDoubleArray()) {
            all.add(product);
        }
        all.sort((a, b) -> Double.compare(Math.abs(b), Math.abs(a)));
        return all.subList(0, 5);
    }

    @Test
    void thePageShowsTheSumOfANeuronOfTheFirstLayer() throws Exception {
        Map<String, NDArray> weights = ThreeLayerNet.pretrained().parameters();
        NDArray x = Mnist.options().loadTest(Path.of("data")).images().get(0);
        NDArray w = weights.get("W1").get(Index.all(), Index.at(6));
        NDArray z = x.dot(weights.get("W1")).add(weights.get("b1"));
        double value = Activations.sigmoid(z).getDouble(6);

        String answer = neuron("jar", 1, 6).body();

        assertThat(answer).startsWith("{\"layer\":1,\"index\":6,\"value\":");
        assertThat(number("value", answer)).isCloseTo(value, within(1e-6));
        assertThat(number("bias", answer)).isEqualTo(weights.get("b1").getDouble(6));
        assertThat(number("sum", answer)).isCloseTo(x.dot(w).asDouble(), within(1e-5));
        assertThat(answer).contains("\"steps\":[{\"name\":\"Affine\",\"value\":", "{\"name\":\"Sigmoid\",\"value\":");
        assertThat(answer).contains("\"pools\":false", "\"window\":{\"shape\":[784],\"corner\":[],");
        List<Double> inputs = strongest(x.mul(w));
        List<Double> outputs = strongest(weights.get("W2").get(6).mul(value));
        for (int i = 0; i < 5; i++) {
            assertThat(numbers("product", ends("from", answer)).get(i)).isCloseTo(inputs.get(i), within(1e-6));
            assertThat(numbers("product", ends("to", answer)).get(i)).isCloseTo(outputs.get(i), within(1e-6));
        }
        int first = (int) number("index", ends("from", answer));
        assertThat(number("weight", ends("from", answer))).isEqualTo(w.getDouble(first));
        assertThat(number("value", ends("from", answer))).isEqualTo(x.getDouble(first));
    }

    @Test
    void theShownLayersBeginWithPixelsAndEndInSoftmax() throws Exception {
        NDArray x = Mnist.options().loadTest(Path.of("data")).images().get(0);
        double probability = ThreeLayerNet.pretrained().predict(x).getDouble(7);
        String output = neuron("jar", 3, 7).body();
        assertThat(number("value", output)).isCloseTo(probability, within(1e-6));
        assertThat(output).contains("{\"name\":\"Softmax\",\"value\":").endsWith("\"to\":[]}");
        int pixel = x.argmax().asInt();
        String input = neuron("jar", 0, pixel).body();
        assertThat(input).startsWith("{\"layer\":0,\"index\":" + pixel + ",\"value\":" + x.getDouble(pixel));
        NDArray effects =
                ThreeLayerNet.pretrained().parameters().get("W1").get(pixel).mul(x.getDouble(pixel));
        assertThat(numbers("product", ends("to", input)).get(0))
                .isCloseTo(strongest(effects).get(0), within(1e-6));
    }

    /** A pixel of a map is the sum of a window times a filter; the window of a corner lies in the margin. */
    @ParameterizedTest
    @CsvSource({
        "simple-conv, 1, 0, 0, 0",
        "simple-conv, 1, 29, 23, 11",
        "deep-conv, 1, 3, 0, 0",
        "deep-conv, 2, 15, 27, 13"
    })
    void thePageShowsTheSumOfAPixel(String network, int layer, int map, int y, int x) throws Exception {
        boolean isDeep = network.equals("deep-conv");
        Path file = data.resolve(isDeep ? "deep_convnet_params.pkl" : "simple_convnet_params.pkl");
        NDArray values =
                Mnist.options().loadTest(Path.of("data")).images().get(0).reshape(1, 1, 28, 28);
        List<Layer> layers = (isDeep ? DeepConvNet.load(file) : SimpleConvNet.load(file)).layers();
        for (Layer before : layers.subList(0, 2 * (layer - 1))) {
            values = before.infer(values);
        }
        Convolution convolution = (Convolution) layers.get(2 * (layer - 1));
        int margin = convolution.window().paddingY();
        int size = convolution.window().height();
        NDArray padded = values.pad(new int[][] {{0, 0}, {0, 0}, {margin, margin}, {margin, margin}})
                .get(0);
        NDArray window = padded.get(Index.all(), Index.range(y, y + size), Index.range(x, x + size));
        NDArray products = window.mul(convolution.weights().get(map));
        NDArray out = convolution.infer(values);
        int index = (map * out.shape(2) + y) * out.shape(3) + x;

        String answer = neuron(network, layer, index).body();

        assertThat(number("sum", answer)).isCloseTo(products.sum().asDouble(), within(1e-5));
        assertThat(number("bias", answer)).isEqualTo(convolution.bias().getDouble(map));
        List<Double> steps = numbers("value", answer.substring(answer.indexOf("\"steps\"")));
        assertThat(steps.get(0)).isCloseTo(out.getDouble(0, map, y, x), within(1e-5));
        assertThat(steps.get(1)).isCloseTo(Math.max(0, out.getDouble(0, map, y, x)), within(1e-5));
        assertThat(answer)
                .contains("\"window\":{\"shape\":[%s,%s,%s],\"corner\":[%s,%s],"
                        .formatted(window.shape(0), size, size, y - margin, x - margin));
        String picture = Pattern.compile("\"products\":\"([^\"]*)\"")
                .matcher(answer)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        double largest = products.abs().max().asDouble();
        byte[] levels = Base64.getDecoder().decode(picture);
        double[] exact = products.flatten().toDoubleArray();
        for (int i = 0; i < exact.length; i++) {
            double level = largest == 0 ? 0 : 127 * exact[i] / largest;
            assertThat((double) (levels[i] & 0xff)).isCloseTo(128 + level, within(0.6));
        }
    }

    @Test
    void thePageShowsWhichPixelAPoolingPasses() throws Exception {
        NDArray values =
                Mnist.options().loadTest(Path.of("data")).images().get(0).reshape(1, 1, 28, 28);
        List<Layer> layers =
                SimpleConvNet.load(data.resolve("simple_convnet_params.pkl")).layers();
        NDArray before = layers.get(1).infer(layers.get(0).infer(values)).flatten();
        NDArray pooled = layers.get(2).infer(before.reshape(1, 30, 24, 24)).flatten();
        int index = pooled.argmax().asInt();

        String answer = neuron("simple-conv", 2, index).body();

        assertThat(answer).contains("\"pools\":true,\"bias\":null", "\"window\":{\"shape\":[1,2,2],");
        assertThat(number("sum", answer)).isEqualTo(pooled.getDouble(index));
        assertThat(number("value", answer)).isEqualTo(pooled.getDouble(index));
        List<Double> from = numbers("index", ends("from", answer));
        assertThat(from).hasSize(1);
        assertThat(before.getDouble(from.get(0).intValue())).isEqualTo(pooled.getDouble(index));
        String source = neuron("simple-conv", 1, from.get(0).intValue()).body();
        assertThat(numbers("index", ends("to", source))).containsExactly((double) index);
    }

    @Test
    void thePageReadsSeveralImagesAndShowsOne() throws Exception {
        String answer = page.post(
                        "/api/read", "{\"network\":\"jar\",\"images\":\"%s\",\"shown\":1}".formatted(base64(0, 1, 2)))
                .body();
        assertThat(Pattern.compile("\"prediction\":([0-9])")
                        .matcher(answer)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly("7", "2", "1");
        assertThat(answer)
                .contains("\"image\":\"" + base64(1) + "\"", "\"signed\":false,\"values\":\"" + base64(1) + "\"");
    }

    @Test
    void thePageIsNotSureOfADigitWithALowProbability() throws Exception {
        NDArray images = Mnist.options().loadTest(Path.of("data")).images().get(Index.to(1000));
        double[] best = ThreeLayerNet.pretrained().predict(images).max(1).toDoubleArray();
        int unsure = 0;
        while (best[unsure] >= 0.8) {
            unsure++;
        }
        String answer = page.post(
                        "/api/read", "{\"network\":\"jar\",\"images\":\"%s\",\"shown\":0}".formatted(base64(0, unsure)))
                .body();
        assertThat(best[0]).isGreaterThan(0.8);
        assertThat(answer).containsSubsequence("\"sure\":true", "\"sure\":false");
    }

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 300);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(90, 40, 20, 220);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void thePagePreparesAPictureForTheNetwork(String format) throws Exception {
        HttpResponse<String> prepared = page.upload("/api/picture", picture(format));
        assertThat(prepared.statusCode()).as(prepared.body()).isEqualTo(200);
        assertThat(prepared.body())
                .matches("\\{\"images\":\\[\"[A-Za-z0-9+/]{1046}==\"],\"places\":\\[\\{\"left\":0\\.4\\d*,"
                        + "\"top\":0\\.13\\d*,\"width\":0\\.1\\d*,\"height\":0\\.73\\d*,\"doubtful\":false}]}");
        String image = prepared.body().split("\"", -1)[3];
        assertThat(page.post("/api/read", "{\"network\":\"jar\",\"images\":\"%s\",\"shown\":0}".formatted(image))
                        .body())
                .startsWith("{\"readings\":[{\"prediction\":1,");
    }

    @Test
    void thePageSaysWhatIsWrongWithAPicture() throws Exception {
        HttpResponse<String> none = page.upload("/api/picture", new byte[0]);
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).startsWith("{\"error\":\"this is neither a PNG nor a JPEG picture; ");
        byte[] half = picture("png");
        HttpResponse<String> damaged = page.upload("/api/picture", Arrays.copyOf(half, half.length / 2));
        assertThat(damaged.statusCode()).isEqualTo(400);
        assertThat(damaged.body()).startsWith("{\"error\":\"this picture is damaged, ");
        HttpResponse<String> large = page.upload("/api/picture", new byte[(16 << 20) + 1]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).isEqualTo("{\"error\":\"a file may have at most 16 MB\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {'network':'jar','image':IMAGE,'layer':4,'index':0}",
                "404 | {'network':'jar','image':IMAGE,'layer':1,'index':50}",
                "404 | {'network':'jar','image':IMAGE,'layer':0,'index':784}",
                "404 | {'network':'none','image':IMAGE,'layer':0,'index':0}",
                "400 | {'network':'jar','image':IMAGE,'layer':-1,'index':0}",
                "400 | {'network':'jar','image':IMAGE,'layer':1,'index':-1}",
                "400 | {'network':'jar','image':IMAGE,'layer':1,'index':1e9}",
                "400 | {'network':'jar','image':IMAGE,'layer':0.5,'index':0}",
                "400 | {'network':'jar','image':IMAGE,'layer':'1','index':0}",
                "400 | {'network':'jar','image':IMAGE,'layer':1}",
                "400 | {'network':'jar','image':IMAGE,'layer':1,'index':0,'more':1}",
                "400 | {'network':'jar','image':'AAAA','layer':1,'index':0}",
                "400 | {'network':'jar','image':'<svg>','layer':1,'index':0}",
                "400 | {'network':'jar','image':'A','layer':1,'index':0}",
            })
    void thePageRefusesAWrongNeuron(int status, String json) throws Exception {
        String request = json.replace('\'', '"').replace("IMAGE", '"' + base64(0) + '"');
        HttpResponse<String> answer = page.post("/api/neuron", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {'network':'none','images':IMAGE,'shown':0}",
                "400 | {'network':'jar','images':IMAGE,'shown':1}",
                "400 | {'network':'jar','images':IMAGE,'shown':-1}",
                "400 | {'network':'jar','images':IMAGE}",
                "400 | {'network':'jar','images':IMAGE,'shown':0,'more':1}",
                "400 | {'network':'jar','images':'','shown':0}",
                "400 | {'network':'jar','images':'AAAA','shown':0}",
                "400 | {'network':'jar','images':MANY,'shown':0}",
            })
    void thePageRefusesWrongImages(int status, String json) throws Exception {
        String request = json.replace('\'', '"')
                .replace("IMAGE", '"' + base64(0) + '"')
                .replace("MANY", '"' + base64(new int[17]) + '"');
        HttpResponse<String> answer = page.post("/api/read", request);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
    }
}
