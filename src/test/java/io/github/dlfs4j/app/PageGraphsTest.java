package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that the page plays: their numbers are those of the library. */
class PageGraphsTest extends WithServedPage {
    private static String formula(String formula, String values, String over) throws Exception {
        HttpResponse<String> answer = page.post(
                "/api/graphs",
                "{\"formula\":\"%s\",\"values\":{%s},\"over\":\"%s\",\"from\":0,\"to\":2}"
                        .formatted(formula, values, over));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static double[] numbers(String json, String field) {
        Matcher matcher = Pattern.compile("\"%s\":\\[([^]]*)]".formatted(field)).matcher(json);
        assertThat(matcher.find()).as("%s in %s", field, json).isTrue();
        return Arrays.stream(matcher.group(1).split(","))
                .mapToDouble(number -> number.equals("null") ? Double.NaN : Double.parseDouble(number))
                .toArray();
    }

    private static double number(String json, String field) {
        Matcher matcher =
                Pattern.compile("\"%s\":(-?[0-9.E-]+)".formatted(field)).matcher(json);
        assertThat(matcher.find()).as("%s in %s", field, json).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void aFormulaHasTheValuesAndDerivativesOfVariables() throws Exception {
        Variable x = Variable.of("x", 0.7);
        Variable y = Variable.of("y", -1.5);
        Variable z = x.mul(y).add(x.sin());
        z.backward();

        String answer = formula("x * y + sin(x)", "\"x\":\"0.7\",\"y\":\"-1.5\"", "x");
        assertThat(number(answer, "result")).isEqualTo(z.item());
        assertThat(answer)
                .contains("{\"name\":\"x\",\"value\":0.7,\"derivative\":%s}"
                        .formatted(x.gradient().item()))
                .contains("{\"name\":\"y\",\"value\":-1.5,\"derivative\":%s}"
                        .formatted(y.gradient().item()));
        for (String sentence : Graph.of(z).steps().sentences()) {
            assertThat(answer).contains(sentence);
        }
        NDArray over = NDArray.linspace(0, 2, 161);
        assertThat(numbers(answer, "curve"))
                .containsExactly(over.mul(-1.5).add(over.sin()).toDoubleArray());
    }

    @Test
    void aNameWithoutANumberGetsOneAndWhatIsNoNumberHasNoCurve() throws Exception {
        String answer = formula("log(x - 1) * y", "", "x");
        assertThat(answer).contains("{\"name\":\"x\",\"value\":2.0,", "{\"name\":\"y\",\"value\":0.5,");
        assertThat(numbers(answer, "curve")[0]).isNaN();
        assertThat(formula("x + 1", "", "gone")).doesNotContain("\"curve\"");
        assertThat(numbers(formula("y + 0 * x", "", "x"), "curve")).containsOnly(2);
    }

    /** The numbers that come back say nothing then: 0.5 for log(-x), where x is 2. */
    @ParameterizedTest
    @CsvSource({"log(-x), nan", "exp(exp(exp(x))), inf", "1 / 0 * x, inf", "-1 / (x - x), -inf"})
    void whatIsUndefinedHasNoDerivative(String formula, String result) throws Exception {
        String answer = formula(formula, "", "x");
        assertThat(answer)
                .contains("\"result\":null,\"text\":\"" + result + "\"", "\"derivative\":null")
                .doesNotContain("Derivatives", "way back");
        assertThat(formula("sqrt(x - 2)", "", "x"))
                .contains(
                        "\"result\":0.0,", "\"derivative\":null", "Derivatives of the result with respect to x: none.");
    }

    /** Otherwise all sliders and derivatives would stand still. */
    @ParameterizedTest
    @ValueSource(strings = {"1 / (1 + exp(-(w * x + b)))", "tanh(a * b)", "tanh(w * x + v * y + b)", "exp(-x * y)"})
    void aFormulaBeginsWhereItsDerivativesCanBeSeen(String formula) throws Exception {
        assertThat(Pattern.compile("\"derivative\":(-?[0-9.E-]+)")
                        .matcher(formula(formula, "", ""))
                        .results()
                        .map(found -> Double.parseDouble(found.group(1))))
                .isNotEmpty()
                .allMatch(derivative -> Math.abs(derivative) > 0.02);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000",
                "0.0000123",
                "0.0000123456789",
                "0.00000123456789012345678",
                "-123456789012345680000",
                "1e+21",
                "1.23e-7",
                "5e-324",
                "1.7976931348623157e+308",
            })
    void aSliderMayShowAnyNumberThatJavaScriptWrites(String number) throws Exception {
        assertThat(formula("x * 1", "\"x\":\"%s\"".formatted(number), "x"))
                .contains("{\"name\":\"x\",\"value\":" + Double.parseDouble(number) + ",");
        HttpResponse<String> farthest = page.post(
                "/api/graphs",
                "{\"formula\":\"x\",\"values\":{\"x\":\"1e308\"},\"over\":\"x\",\"from\":0,\"to\":1.7976931348623157e+308}");
        assertThat(farthest.statusCode()).isEqualTo(200);
    }

    /** Objects of JavaScript have these from the start. */
    @ParameterizedTest
    @ValueSource(strings = {"constructor", "toString", "hasOwnProperty", "valueOf"})
    void aNameInAFormulaMayBeAnyWord(String name) throws Exception {
        String answer = formula(name + " * 3", "\"%s\":\"5\",\"__proto__\":\"1\"".formatted(name), name);
        assertThat(answer).contains("\"derivative\":3.0");
    }

    @Test
    void aMistakeInAFormulaIsAnsweredWithItsPlace() throws Exception {
        assertThat(formula("x + foo(y)", "", "x"))
                .isEqualTo(
                        "{\"mistake\":\"No function is called foo; there are sin, cos, exp, log, tanh, sqrt, sigmoid, relu,"
                                + " max(a, b) and min(a, b).\",\"at\":4}");
        assertThat(formula("1 + 2", "", ""))
                .isEqualTo("{\"mistake\":\"A name is missing, such as x: a number has no derivative.\",\"at\":0}");
    }

    @Test
    void theTwoWalksThroughAGraphAreShownSideBySide() throws Exception {
        assertThat(page.get("/api/graphs").body())
                .contains(
                        "Derivatives of z with respect to x: 39, y: 26.",
                        "Derivatives of z with respect to x: 42, y: 28.")
                .contains("\"layers\":[\"relu\",\"affine\",\"softmax\"]");
    }

    @Test
    void layersOfTheBookArePlayedAsGraphs() throws Exception {
        assertThat(page.post("/api/layers", "{\"layer\":\"relu\"}").body())
                .contains("[0.5 0.6 0.7] comes back, and [0.5 0.0 0.7] goes to x.");
        assertThat(page.post("/api/layers", "{\"layer\":\"affine\"}").body())
                .contains("W = [[1 3 5] [2 4 6]]", "[[1 0 -1]] comes back, and [[-4 -4]] goes to X.");
        assertThat(page.post("/api/layers", "{\"layer\":\"softmax\"}").body())
                .contains("1 × ([0.3 0.2 0.5] − [0 1 0]) = [0.3 -0.8 0.5] goes to a.");
    }

    /**
     * The losses and the derivative of a weight are those of the network of the library, whose layers are written by
     * hand.
     */
    @Test
    void theNetworkLearnsASevenAsTheNetworkOfTheLibraryDoes() throws Exception {
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState(0));
        Mnist mnist = Mnist.load();
        NDArray levels =
                mnist.testImages().get(Index.to(1)).astype(DType.FLOAT64).mul(255);
        NDArray x = levels.round().div(255); // of float64: the pixels of Mnist are float32
        NDArray t = NDArray.of(7);
        assertThat(mnist.testLabels().getDouble(0)).isEqualTo(7);

        double[] losses = numbers(seven(2, 299, 4), "losses");
        for (int step = 0; step < losses.length; step++) {
            assertThat(losses[step]).isCloseTo(network.loss(x, t).item(), within(1e-12));
            Map<String, NDArray> gradient = network.gradient(x, t);
            String answer = seven(step, 299, 4);
            assertThat(number(answer, "derivative"))
                    .isCloseTo(gradient.get("W1").getDouble(299, 4), within(1e-12));
            assertThat(number(answer, "value"))
                    .isCloseTo(network.parameters().get("W1").getDouble(299, 4), within(1e-12));
            assertThat(number(answer, "derivative"))
                    .isCloseTo(number(answer, "input") * number(answer, "ofSum"), within(1e-15));
            network.parameters()
                    .forEach((name, parameter) ->
                            parameter.subi(gradient.get(name).mul(0.1)));
        }
        assertThat(losses).hasSize(3);
        assertThat(losses[1]).isLessThan(losses[0]);
        assertThat(losses[2]).isLessThan(losses[1]);
    }

    /** Without a choice, it is the weight with the largest derivative. */
    @Test
    void theWeightWithTheLargestDerivativeIsChosenFirst() throws Exception {
        String answer = seven(0, -1, -1);
        double largest = Math.abs(number(answer, "derivative"));
        assertThat(number(answer, "input")).isPositive();
        assertThat(Math.abs(number(seven(0, 299, 4), "derivative"))).isLessThanOrEqualTo(largest);
    }

    private static String seven(int steps, int pixel, int neuron) throws Exception {
        return page.post("/api/seven", "{\"steps\":%s,\"pixel\":%s,\"neuron\":%s}".formatted(steps, pixel, neuron))
                .body();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | /api/graphs | {}",
                "400 | /api/graphs | {\"formula\":7,\"values\":{},\"over\":\"\",\"from\":0,\"to\":1}",
                "400 | /api/graphs |"
                        + " {\"formula\":\"x\",\"values\":{\"x\":\"1e999\"},\"over\":\"\",\"from\":0,\"to\":1}",
                "400 | /api/graphs | {\"formula\":\"x\",\"values\":{\"x\":1},\"over\":\"\",\"from\":0,\"to\":1}",
                "400 | /api/graphs | {\"formula\":\"x\",\"values\":{},\"over\":\"\",\"from\":-1e309,\"to\":1}",
                "400 | /api/graphs | {\"formula\":\"x\",\"values\":{},\"over\":\"\",\"from\":0,\"to\":1,\"more\":1}",
                "404 | /api/layers | {\"layer\":\"java.lang.String\"}",
                "400 | /api/layers | {\"layer\":1}",
                "400 | /api/seven | {\"steps\":21,\"pixel\":0,\"neuron\":0}",
                "400 | /api/seven | {\"steps\":0,\"pixel\":784,\"neuron\":0}",
                "400 | /api/seven | {\"steps\":0,\"pixel\":0,\"neuron\":50}",
                "400 | /api/seven | {\"steps\":0.5,\"pixel\":0,\"neuron\":0}",
            })
    void theGraphsViewRefusesWrongRequests(int status, String path, String json) throws Exception {
        HttpResponse<String> answer = page.post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").doesNotContain("Exception");
    }
}
