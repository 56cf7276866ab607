package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network of two layers, section 5.7, that learns one image of a 7: its loss, how the loss goes back to a weight, and
 * some steps. It begins with the same weights each time, so a request needs to say only how many steps it has made.
 */
record Seven(Graphs.Images images) {
    static final int MOST_STEPS = 20;

    private static final int LABEL = 7;
    private static final int PIXELS = 784;
    private static final int HIDDEN = 50;
    private static final int CLASSES = 10;
    private static final double LEARNING_RATE = 0.1;

    /** The forward pass, whose backward has run. */
    private record Pass(
            Map<String, Variable> parameters, Variable sums, Variable outputs, Variable scores, Variable loss) {}

    /**
     * Shows the network after some steps, and one of the weights of its first layer; the one that matters most for -1.
     */
    Object answer(Body body) throws IOException, Refused {
        int steps = body.integer("steps", 0, MOST_STEPS);
        int pixel = body.integer("pixel", -1, PIXELS - 1);
        int neuron = body.integer("neuron", -1, HIDDEN - 1);
        body.end();
        NDArray image = image();
        NDArray x = image.astype(DType.FLOAT64).div(255);
        Map<String, NDArray> weights = firstWeights();
        Pass pass = pass(x, weights);
        List<Double> losses = new ArrayList<>(List.of(pass.loss().item()));
        for (int i = 0; i < steps; i++) {
            pass.parameters()
                    .forEach((name, p) ->
                            weights.put(name, p.value().sub(p.gradient().value().mul(LEARNING_RATE))));
            pass = pass(x, weights);
            losses.add(pass.loss().item());
        }
        NDArray gradient = pass.parameters().get("W1").gradient().value();
        int most = (int) gradient.abs().argmax().asLong();
        Map<String, Object> answer = Graphs.toJson(Graph.of(pass.loss()).steps());
        answer.put("image", Picture.ofLevels(image));
        answer.put("losses", losses);
        answer.put("learningRate", LEARNING_RATE);
        answer.put("weight", weight(pass, x, pixel < 0 ? most / HIDDEN : pixel, neuron < 0 ? most % HIDDEN : neuron));
        return answer;
    }

    private NDArray image() throws IOException {
        Samples samples = images.load();
        int first = (int) samples.labels().eq(LABEL).argmax().asLong();
        return samples.images().get(Index.range(first, first + 1));
    }

    private static Map<String, NDArray> firstWeights() {
        RandomState random = new RandomState(0);
        Map<String, NDArray> weights = new LinkedHashMap<>();
        weights.put("W1", random.randn(PIXELS, HIDDEN).mul(0.01));
        weights.put("b1", NDArray.zeros(HIDDEN));
        weights.put("W2", random.randn(HIDDEN, CLASSES).mul(0.01));
        weights.put("b2", NDArray.zeros(CLASSES));
        return weights;
    }

    private static Pass pass(NDArray x, Map<String, NDArray> weights) {
        Map<String, Variable> p = new LinkedHashMap<>();
        weights.forEach((name, value) -> p.put(name, Variable.of(name, value)));
        Variable image = Variable.constant(x).named("x");
        Variable sums = image.dot(p.get("W1")).add(p.get("b1"));
        Variable outputs = sums.relu();
        Variable scores = outputs.dot(p.get("W2")).add(p.get("b2"));
        Variable loss = scores.softmaxWithLoss(NDArray.of(LABEL)).named("loss");
        loss.backward();
        return new Pass(p, sums, outputs, scores, loss);
    }

    /** Shows all numbers on the way from the loss back to a weight. */
    private static Map<String, Object> weight(Pass pass, NDArray x, int pixel, int neuron) {
        Variable w1 = pass.parameters().get("W1");
        return JsonWriter.object(
                "pixel", pixel,
                "neuron", neuron,
                "input", x.getDouble(0, pixel),
                "value", w1.value().getDouble(pixel, neuron),
                "derivative", w1.gradient().value().getDouble(pixel, neuron),
                "sum", pass.sums().value().getDouble(0, neuron),
                "ofSum", pass.sums().gradient().value().getDouble(0, neuron),
                "ofOutput", pass.outputs().gradient().value().getDouble(0, neuron),
                "ofScores", pass.scores().gradient().value().get(0).toDoubleArray(),
                "weights", pass.parameters().get("W2").value().get(neuron).toDoubleArray());
    }
}
