package io.github.dlfs4j.book;

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
    private record Spot(long[] seen, int place, LanguageModelPass pass) {
        LanguageModelPass.Block block(int number) {
            return pass.blocks().get(number);
        }

        /** Returns the numbers of the place. */
        NDArray row(Variable x) {
            return x.value().get(Index.ellipsis(), Index.at(place), Index.all()).ravel();
        }

        /** Returns the weights, or the sums, of the place for the places so far. */
        NDArray row(Variable x, int head) {
            return x.value().get(Index.at(0), Index.at(head), Index.at(place), Index.to(place + 1));
        }
    }

    private Spot spot(Body body, boolean hasPlace) throws Refused {
        long[] seen = shown.text(body).seen();
        int place = hasPlace ? body.integer("place", -1, seen.length - 1) : -1;
        LanguageModelPass pass = LanguageModelPass.of(shown.stored(), seen);
        return new Spot(seen, place < 0 ? seen.length - 1 : place, pass);
    }

    private int blockOf(Body body) throws Refused {
        return body.integer("block", 0, shown.stored().size().blocks() - 1);
    }

    private int headOf(Body body) throws Refused {
        return body.integer("head", 0, shown.stored().size().heads() - 1);
    }

    /** Shows the steps of a place. */
    Object place(Body body) throws Refused {
        Spot spot = spot(body, true);
        body.end();
        NDArray character = spot.row(spot.pass().characters());
        NDArray place = spot.row(spot.pass().places());
        NDArray sum = spot.row(spot.pass().sum());
        Object embedding = JsonWriter.object(
                "character", character.toFloatArray(),
                "place", place.toFloatArray(),
                "sum", sum.toFloatArray(),
                "said",
                        List.of(said(
                                "embedding",
                                quoted(spot),
                                spot.place() + 1,
                                sum.size(),
                                first(character),
                                first(place),
                                first(sum))));
        List<Object> blocks = new ArrayList<>();
        for (int i = 0; i < spot.pass().blocks().size(); i++) {
            LanguageModelPass.Block block = spot.block(i);
            List<float[]> heads = new ArrayList<>();
            for (int head = 0; head < shown.stored().size().heads(); head++) {
                heads.add(spot.row(block.heads().weights(), head).toFloatArray());
            }
            blocks.add(JsonWriter.object(
                    "heads", heads,
                    "attention", added("attention", i, block.attended(), block.middle(), spot),
                    "neurons",
                            neurons(
                                    spot.row(block.neurons().up()),
                                    spot.row(block.neurons().gelu())),
                    "mlp", added("mlp", i, block.thought(), block.end(), spot)));
        }
        List<Map<String, Object>> says = says(spot.block(blocks.size() - 1).end(), spot);
        return JsonWriter.object(
                "place", spot.place(),
                "character", shown.character(spot.seen()[spot.place()]),
                "seen", shown.characters(spot.seen()),
                "embedding", embedding,
                "blocks", blocks,
                "says", says,
                "said", List.of(said("end", blocks.size(), likeliest(says))));
    }

    private static double first(NDArray numbers) {
        return numbers.getDouble(0);
    }

    private String quoted(Spot spot) {
        return shown.quoted(spot.seen()[spot.place()]);
    }

    /** Shows what was added, and what the model would say if it ended with the sum. */
    private Object added(String part, int block, Variable added, Variable sum, Spot spot) {
        double length = length(spot.row(added));
        List<Map<String, Object>> says = says(sum, spot);
        String sentence = said(part, block + 1, length, length(spot.row(sum)), likeliest(says));
        return JsonWriter.object(
                "added", spot.row(added).toFloatArray(), "length", length, "says", says, "said", List.of(sentence));
    }

    private static double length(NDArray row) {
        return row.mul(row).sum().sqrt().asDouble();
    }

    /** Returns what the model would say after the place if it ended with these numbers. */
    private List<Map<String, Object>> says(Variable x, Spot spot) {
        NDArray probabilities = spot.pass().scores(x, spot.place()).softmax();
        return strongest(probabilities, STRONGEST).stream()
                .map(i -> JsonWriter.object(
                        "character",
                        shown.character(i),
                        "probability",
                        probabilities.get(i).item()))
                .toList();
    }

    private static String likeliest(List<Map<String, Object>> says) {
        Map<String, Object> first = says.get(0);
        String character = ShownLanguageModel.quoted(first.get("character").toString());
        return said("says", character, 100 * (Double) first.get("probability"));
    }

    private static List<Object> neurons(NDArray sums, NDArray values) {
        return strongest(values, NEURONS).stream()
                .<Object>map(i -> JsonWriter.object(
                        "index",
                        i,
                        "sum",
                        sums.get(i).item(),
                        "value",
                        values.get(i).item()))
                .toList();
    }

    private static List<Integer> strongest(NDArray numbers, int count) {
        return ShownLanguageModel.likeliest(numbers.abs(), count);
    }

    /** Shows what a place takes from another one, by one head. */
    Object head(Body body) throws Refused {
        Spot spot = spot(body, true);
        LanguageModelPass.Heads heads = spot.block(blockOf(body)).heads();
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
        NDArray weights = spot.row(heads.weights(), head);
        double weight = weights.getDouble(from);
        NDArray taken = value.mul(weight);
        String other = shown.quoted(spot.seen()[from]);
        List<String> sentences = List.of(
                said("products", quoted(spot), other, first(query), first(key), first(products), key.size(), sum),
                said("divided", divisor, key.size(), scores.getDouble(from)),
                said("softmax", weights.size(), weight, 100 * weight),
                said("taken", weight, first(value), first(taken)));
        return JsonWriter.object(
                "query", query.toFloatArray(),
                "key", key.toFloatArray(),
                "products", products.toFloatArray(),
                "sum", (float) sum,
                "divisor", divisor,
                "score", scores.get(from).item(),
                "scores", scores.toFloatArray(),
                "weights", weights.toFloatArray(),
                "weight", (float) weight,
                "value", value.toFloatArray(),
                "taken", taken.toFloatArray(),
                "result", heads.taken().value().get(0, head, spot.place()).toFloatArray(),
                "said", sentences);
    }

    /** Shows what all places take from each other, by one head. */
    Object map(Body body) throws Refused {
        Spot last = spot(body, false);
        LanguageModelPass.Heads heads = last.block(blockOf(body)).heads();
        int head = headOf(body);
        body.end();
        List<float[]> rows = new ArrayList<>();
        int[] most = new int[3];
        for (int place = 0; place < last.seen().length; place++) {
            NDArray row = new Spot(last.seen(), place, last.pass()).row(heads.weights(), head);
            rows.add(row.toFloatArray());
            most[Math.min(2, place - strongest(row, 1).get(0))]++;
        }
        List<String> sentences = List.of(said("map", rows.size(), most[0], most[1], most[2]));
        return JsonWriter.object("seen", shown.characters(last.seen()), "weights", rows, "said", sentences);
    }

    /** Shows how a neuron comes to its value at a place, and what that adds. */
    Object neuron(Body body) throws Refused {
        Spot spot = spot(body, true);
        int block = blockOf(body);
        int index = body.integer("neuron", 0, 4 * shown.stored().size().width() - 1);
        body.end();
        LanguageModelPass.Neurons neurons = spot.block(block).neurons();
        Map<String, NDArray> parameters =
                spot.pass().parts().get("block" + block).values();
        NDArray inputs = spot.row(neurons.input());
        NDArray weights = parameters.get("up/W").get(Index.all(), index);
        NDArray products = inputs.mul(weights);
        double bias = parameters.get("up/b").getDouble(index);
        double sum = spot.row(neurons.up()).getDouble(index);
        double value = spot.row(neurons.gelu()).getDouble(index);
        NDArray outputs = parameters.get("down/W").get(index);
        NDArray added = outputs.mul(value);
        int to = strongest(added, 1).get(0);
        List<String> sentences = List.of(
                said("neuron", index + 1, inputs.size(), bias, sum, value),
                said("neuron.adds", value, outputs.getDouble(to), added.getDouble(to), to + 1));
        return JsonWriter.object(
                "index", index,
                "value", (float) value,
                "bias", (float) bias,
                "sum", (float) sum,
                "steps", List.of(step("Linear", sum), step("gelu", value)),
                "inputs", inputs.toFloatArray(),
                "weights", weights.toFloatArray(),
                "products", products.toFloatArray(),
                "from", connections(inputs, weights, products),
                "to", connections(NDArray.full(value, outputs.size()), outputs, added),
                "said", sentences);
    }

    private static Object step(String name, double value) {
        return JsonWriter.object("name", name, "value", (float) value);
    }

    private static List<Object> connections(NDArray values, NDArray weights, NDArray products) {
        return strongest(products, STRONGEST).stream()
                .<Object>map(i -> JsonWriter.object(
                        "index", i,
                        "value", values.get(i).item(),
                        "weight", weights.get(i).item(),
                        "product", products.get(i).item()))
                .toList();
    }
}
