package io.github.dlfs4j.app.page.book;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.GraphSteps;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The view "Graphs", which plays formulas that readers type, layers of the book, and a network. */
public final class Graphs {
    private static final Pattern ANY = Pattern.compile("(?s).*");
    /** Any number that JavaScript writes. */
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,21}(\\.[0-9]{1,25})?(e[+-]?[0-9]{1,3})?");

    private static final List<String> LAYERS = List.of("relu", "affine", "softmax");

    /** The numbers of names that have none, in turn. They are so small that sigmoid and tanh still change with them. */
    private static final double[] FIRST_VALUES = {2, 0.5, 0.25, 1.5, 0.1};

    private static final int POINTS = 161;
    private static final double FARTHEST = Double.MAX_VALUE;

    private Graphs() {}

    /** Has the images of MNIST. */
    public interface Images {
        /**
         * Loads test images and their labels.
         *
         * @return images of uint8, not normalised, and labels
         * @throws IOException if they cannot be read
         */
        Samples load() throws IOException;
    }

    /**
     * Returns what answers the view's requests.
     *
     * @param images has the image that the network learns
     * @return the routes by their paths
     */
    public static Map<String, Route> routes(Images images) {
        return Map.of(
                "/api/graphs", Route.of(() -> Reply.json(choices()), Graphs::formula),
                "/api/layers", Route.post(Graphs::layer),
                "/api/seven", Route.post(new Seven(images)::answer));
    }

    /** The value t is used twice. */
    private static Variable usedTwice() {
        Variable t = Variable.of("x", 2).mul(Variable.of("y", 3)).named("t");
        Variable z = t.add(t.pow(2)).named("z");
        z.backward();
        return z;
    }

    /** Lists what there is to play, and shows the two walks back through the graph of a value that is used twice. */
    private static Map<String, Object> choices() {
        Graph graph = Graph.of(usedTwice());
        return JsonWriter.object(
                "functions",
                Words.PAGE.of("graphs.functions"),
                "layers",
                LAYERS,
                "inOrder",
                toJson(graph.steps()),
                "byRecursion",
                toJson(graph.stepsByRecursion()));
    }

    static Map<String, Object> toJson(GraphSteps steps) {
        return JsonWriter.object("svg", steps.svg(), "sentences", steps.sentences());
    }

    /** Shows a layer, with the numbers of the book. */
    private static Map<String, Object> layer(Body body) throws Refused {
        String name = body.text("layer", ANY);
        body.end();
        Variable result;
        switch (name) {
            case "relu" -> {
                result = Variable.of("x", NDArray.of(2.0, -1.0, 3.0)).relu().named("y");
                result.backward(NDArray.of(0.5, 0.6, 0.7));
            }
            case "affine" -> {
                Variable x = Variable.of("X", NDArray.of(new double[][] {{1, 2}}));
                Variable w = Variable.of("W", NDArray.of(new double[][] {{1, 3, 5}, {2, 4, 6}}));
                result = x.dot(w)
                        .add(Variable.of("B", NDArray.of(1.0, 2.0, 3.0)))
                        .named("Y");
                result.backward(NDArray.of(new double[][] {{1, 0, -1}}));
            }
            case "softmax" -> {
                Variable scores = Variable.of("a", NDArray.of(0.3, 0.2, 0.5).log());
                result = scores.softmaxWithLoss(NDArray.of(0, 1, 0)).named("L");
                result.backward();
            }
            default -> throw Refused.because(Refused.NOT_FOUND, "no.layer");
        }
        return toJson(Graph.of(result).steps());
    }

    /**
     * Computes a formula and its derivatives, and the result over one of its names, unless that is empty. Names without
     * a number get one. A result that is not finite has no derivatives. A formula that cannot be read is answered with
     * what is wrong, and where.
     */
    private static Map<String, Object> formula(Body body) throws Refused {
        String text = body.text("formula", ANY);
        Map<String, String> given = body.texts("values", NUMBER);
        String over = body.text("over", ANY);
        double from = body.number("from", -FARTHEST, FARTHEST);
        double to = body.number("to", -FARTHEST, FARTHEST);
        body.end();
        if (given.values().stream().anyMatch(number -> Double.isInfinite(Double.parseDouble(number)))) {
            throw Refused.because("finite");
        }
        Map<String, Variable> names = new LinkedHashMap<>();
        try {
            Variable result = Formula.compute(
                    text,
                    name -> names.computeIfAbsent(name, key -> {
                        String value = given.getOrDefault(
                                key, String.valueOf(FIRST_VALUES[names.size() % FIRST_VALUES.length]));
                        return Variable.of(key, Double.parseDouble(value));
                    }));
            if (result.isConstant()) {
                throw Formula.mistake(0, "name");
            }
            boolean isDefined = Double.isFinite(result.item());
            if (isDefined) {
                result.backward();
            }
            Map<String, Object> answer = toJson(Graph.of(result).steps());
            answer.put("result", result.item());
            answer.put("text", result.value().toString());
            answer.put(
                    "names",
                    names.values().stream().map(name -> toJson(name, isDefined)).toList());
            if (names.containsKey(over)) {
                answer.put("curve", curve(text, names, over, from, to));
            }
            return answer;
        } catch (ParseException e) {
            return JsonWriter.object("mistake", e.getMessage(), "at", e.getErrorOffset());
        }
    }

    private static Map<String, Object> toJson(Variable name, boolean hasDerivative) {
        return JsonWriter.object(
                "name", name.name(),
                "value", name.item(),
                "derivative", hasDerivative ? name.gradient().item() : null);
    }

    /** Computes the formula with many numbers in the place of one. */
    private static double[] curve(String text, Map<String, Variable> names, String over, double from, double to)
            throws ParseException {
        Variable numbers = Variable.of(NDArray.linspace(from, to, POINTS));
        Variable results = Formula.compute(text, name -> name.equals(over) ? numbers : names.get(name));
        return NDArray.zeros(POINTS).add(results.value()).toDoubleArray();
    }
}
