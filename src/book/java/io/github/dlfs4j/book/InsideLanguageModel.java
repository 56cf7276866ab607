package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.StoredLanguageModel.percent;
import static io.github.dlfs4j.book.StoredLanguageModel.said;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a language model does with one place of a text, each step with its numbers.
 *
 * @param shown the model
 */
record InsideLanguageModel(ShownLanguageModel shown) {
    private static final int STRONGEST = 5;
    private static final int NEURONS = 8;

    /** What a request asks about. */
    @SuppressWarnings("ArrayRecordComponent") // nothing changes or compares the text
    private record Spot(long[] seen, int place, LanguageModelPass pass) {
        /** Returns the numbers of the place. */
        NDArray row(Variable x) {
            return x.value().get(Index.ellipsis(), Index.at(place), Index.all()).ravel();
        }

        /** Returns what a head has at the place for the places so far. */
        NDArray row(Variable x, int head) {
            return x.value().get(0, head, place).get(Index.to(place + 1));
        }
    }

    private Spot spot(Body body, boolean hasPlace) throws Refused {
        long[] seen = shown.text(body).seen();
        int place = hasPlace ? body.integer("place", -1, seen.length - 1) : -1;
        return new Spot(seen, place < 0 ? seen.length - 1 : place, shown.pass(seen));
    }

    private static LanguageModelPass.Block block(Body body, Spot spot) throws Refused {
        return spot.pass()
                .blocks()
                .get(body.integer("block", 0, spot.pass().blocks().size() - 1));
    }

    private int headOf(Body body) throws Refused {
        return body.integer("head", 0, shown.stored().size().heads() - 1);
    }

    /** Shows the steps of a place. */
    Object place(Body body) throws Refused {
        Spot spot = spot(body, true);
        body.end();
        int number = spot.place() + 1;
        NDArray ofCharacter = spot.row(spot.pass().characters());
        NDArray ofPlace = spot.row(spot.pass().places());
        NDArray sum = spot.row(spot.pass().sum());
        String first = StoredLanguageModel.shownDifference(sum, ofPlace);
        String added = said("embedding", quoted(spot), number, sum.size(), first, ofPlace, sum);
        Object embedding = json("character", ofCharacter, "place", ofPlace, "sum", sum, "said", List.of(added));
        List<Object> blocks = new ArrayList<>();
        for (LanguageModelPass.Block block : spot.pass().blocks()) {
            int count = blocks.size() + 1;
            Object attention = added("attention", count, block.attended(), block.middle(), spot);
            Object thought = added("mlp", count, block.thought(), block.end(), spot);
            List<Object> heads = new ArrayList<>();
            for (int head = 0; head < shown.stored().size().heads(); head++) {
                heads.add(spot.row(block.heads().weights(), head).toFloatArray());
            }
            NDArray sums = spot.row(block.neurons().up());
            NDArray values = spot.row(block.neurons().gelu());
            List<Object> neurons = new ArrayList<>();
            for (int i : strongest(values, NEURONS)) {
                neurons.add(json("index", i, "sum", sums.getDouble(i), "value", values.getDouble(i)));
            }
            blocks.add(json("heads", heads, "attention", attention, "neurons", neurons, "mlp", thought));
        }
        List<Map<String, Object>> says = says(spot.pass().end(), spot);
        Object end = List.of(said("end", blocks.size(), likeliest(says)));
        Map<String, Object> answer = json("place", spot.place(), "seen", shown.characters(spot.seen()));
        answer.putAll(json("character", shown.character(spot.seen()[spot.place()]), "embedding", embedding));
        answer.putAll(json("blocks", blocks, "says", says, "said", end));
        return answer;
    }

    /** Makes an object of JSON, with arrays as their numbers. */
    private static Map<String, Object> json(Object... namesAndValues) {
        Map<String, Object> object = JsonWriter.object(namesAndValues);
        object.replaceAll((name, value) -> value instanceof NDArray array ? array.toFloatArray() : value);
        return object;
    }

    private String quoted(Spot spot) {
        return shown.quoted(spot.seen()[spot.place()]);
    }

    /** Shows what was added, and what the model would say if it ended with the sum. */
    private Object added(String part, int block, Variable added, Variable sum, Spot spot) {
        double length = length(spot.row(added));
        List<Map<String, Object>> says = says(sum, spot);
        String sentence = said(part, block, length, length(spot.row(sum)), likeliest(says));
        return json("added", spot.row(added), "length", length, "says", says, "said", List.of(sentence));
    }

    private static double length(NDArray row) {
        return row.mul(row).sum().sqrt().asDouble();
    }

    /** Returns what the model would say after the place if it ended with these numbers. */
    private List<Map<String, Object>> says(Variable x, Spot spot) {
        NDArray p = spot.pass().scores(x, spot.place()).softmax();
        return strongest(p, STRONGEST).stream()
                .map(i -> json("character", shown.character(i), "probability", p.getDouble(i)))
                .toList();
    }

    private static String likeliest(List<Map<String, Object>> says) {
        Map<String, Object> first = says.get(0);
        String character = ShownLanguageModel.quoted(first.get("character").toString());
        return said("says", character, percent((Double) first.get("probability")));
    }

    private static List<Integer> strongest(NDArray numbers, int count) {
        return ShownLanguageModel.largest(numbers.abs(), count);
    }

    /** Shows what a place takes from another one, by one head. */
    Object head(Body body) throws Refused {
        Spot spot = spot(body, true);
        LanguageModelPass.Heads heads = block(body, spot).heads();
        int head = headOf(body);
        int from = body.integer("from", 0, spot.place());
        body.end();
        NDArray query = heads.query().value().get(0, head, spot.place());
        NDArray key = heads.key().value().get(0, head, from);
        NDArray value = heads.value().value().get(0, head, from);
        NDArray products = query.mul(key);
        double divisor = heads.divisor();
        double sum = spot.row(heads.sums(), head).getDouble(from);
        NDArray scores = spot.row(heads.sums(), head).div(divisor);
        float score = scores.toFloatArray()[from];
        NDArray weights = spot.row(heads.weights(), head);
        float weight = weights.toFloatArray()[from];
        NDArray taken = value.mul(weight);
        String other = shown.quoted(spot.seen()[from]);
        List<String> sentences = List.of(
                said("products", quoted(spot), other, query, key, products, key.size(), sum),
                said("divided", divisor, key.size(), score),
                said("softmax", weights.size(), weight, percent(weight)),
                said("taken", weight, value, taken));
        NDArray result = heads.taken().value().get(0, head, spot.place());
        Map<String, Object> answer = json("query", query, "key", key, "products", products, "sum", sum);
        answer.putAll(json("divisor", divisor, "score", score, "scores", scores, "weights", weights, "weight", weight));
        answer.putAll(json("value", value, "taken", taken, "result", result, "said", sentences));
        return answer;
    }

    /** Shows what all places take from each other, by one head. */
    Object map(Body body) throws Refused {
        Spot last = spot(body, false);
        LanguageModelPass.Heads heads = block(body, last).heads();
        int head = headOf(body);
        body.end();
        List<Object> rows = new ArrayList<>();
        int[] most = new int[3];
        for (int place = 0; place < last.seen().length; place++) {
            NDArray row = new Spot(last.seen(), place, last.pass()).row(heads.weights(), head);
            rows.add(row.toFloatArray());
            most[Math.min(2, place - strongest(row, 1).get(0))]++;
        }
        List<String> sentences = List.of(said("map", rows.size(), most[0], most[1], most[2]));
        return json("seen", shown.characters(last.seen()), "weights", rows, "said", sentences);
    }

    /** Shows how a neuron comes to its value at a place, and what that adds. */
    Object neuron(Body body) throws Refused {
        Spot spot = spot(body, true);
        LanguageModelPass.Block block = block(body, spot);
        int index = body.integer("neuron", 0, 4 * shown.stored().size().width() - 1);
        body.end();
        Map<String, NDArray> parameters = block.parameters();
        NDArray inputs = spot.row(block.neurons().input());
        NDArray weights = parameters.get("up/W").get(Index.all(), index);
        NDArray products = inputs.mul(weights);
        double bias = parameters.get("up/b").getDouble(index);
        double sum = spot.row(block.neurons().up()).getDouble(index);
        double value = spot.row(block.neurons().gelu()).getDouble(index);
        NDArray outputs = parameters.get("down/W").get(index);
        NDArray added = outputs.mul(value);
        int to = strongest(added, 1).get(0);
        List<String> sentences = List.of(
                said("neuron", index + 1, inputs.size(), bias, sum, value),
                said("neuron.adds", value, outputs.getDouble(to), added.getDouble(to), to + 1));
        Object steps = List.of(json("name", "Linear", "value", sum), json("name", "gelu", "value", value));
        Object from = connections(inputs, weights, products);
        Object adds = connections(NDArray.full(value, outputs.size()), outputs, added);
        Map<String, Object> answer = json("index", index, "value", value, "bias", bias, "sum", sum, "steps", steps);
        answer.putAll(json("inputs", inputs, "weights", weights, "products", products));
        answer.putAll(json("from", from, "to", adds, "said", sentences));
        return answer;
    }

    private static List<Object> connections(NDArray values, NDArray weights, NDArray products) {
        List<Object> strongest = new ArrayList<>();
        for (int i : strongest(products, STRONGEST)) {
            double weight = weights.getDouble(i);
            double product = products.getDouble(i);
            strongest.add(json("index", i, "value", values.getDouble(i), "weight", weight, "product", product));
        }
        return strongest;
    }
}
