package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.ShownLanguageModel.percent;
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
import java.util.stream.IntStream;

/**
 * What a language model does with one place of a text, each step with its numbers.
 *
 * @param shown the model
 */
record InsideLanguageModel(ShownLanguageModel shown) {
    static final int STRONGEST = 5;
    private static final int NEURONS = 8;

    /** What a request asks about. */
    private record Spot(ShownLanguageModel.Text text, long[] seen, int place, LanguageModelPass pass) {
        int id() {
            return (int) seen[place];
        }
    }

    private Spot spot(Body body, boolean hasPlace) throws Refused {
        ShownLanguageModel.Text text = shown.someText(body);
        long[] seen = text.seen();
        int place = hasPlace ? ShownLanguageModel.count(body, "place", -1) : -1;
        if (place >= seen.length) {
            throw new Refused(Refused.NOT_FOUND, said("no.place"));
        }
        return new Spot(text, seen, place < 0 ? seen.length - 1 : place, LanguageModelPass.of(shown.stored(), seen));
    }

    private static int number(Body body, String name, int count) throws Refused {
        int number = ShownLanguageModel.count(body, name, 0);
        if (number >= count) {
            throw new Refused(Refused.NOT_FOUND, said("no." + name));
        }
        return number;
    }

    private static float[] row(Variable x, int place) {
        return x.value().get(Index.ellipsis(), Index.at(place), Index.all()).toFloatArray();
    }

    private static float[] row(Variable x, int head, int place, int length) {
        return x.value().get(0, head, place).get(Index.to(length)).toFloatArray();
    }

    private static String number(double x) {
        return format("%.3g", x);
    }

    /** Answers a request for the steps of a place. */
    Object place(Body body) throws Refused {
        Spot spot = spot(body, true);
        body.end();
        int place = spot.place();
        LanguageModelPass pass = spot.pass();
        float[] character = row(pass.characters(), place);
        float[] ofPlace = row(pass.places(), place);
        float[] sum = row(pass.sum(), place);
        List<Object> blocks = new ArrayList<>();
        List<Map<String, Object>> says = List.of();
        for (int i = 0; i < pass.blocks().size(); i++) {
            LanguageModelPass.Block block = pass.blocks().get(i);
            says = shown.says(pass, block.end(), place);
            blocks.add(JsonWriter.object(
                    "heads",
                    IntStream.range(0, shown.stored().size().heads())
                            .mapToObj(head -> row(block.weights(), head, place, place + 1))
                            .toList(),
                    "attention",
                    added(
                            "attention",
                            i,
                            block.attended(),
                            block.middle(),
                            place,
                            shown.says(pass, block.middle(), place)),
                    "neurons",
                    neurons(block, place),
                    "mlp",
                    added("mlp", i, block.thought(), block.end(), place, says)));
        }
        return JsonWriter.object(
                "place",
                place,
                "character",
                shown.character(spot.id()),
                "seen",
                shown.characters(spot.text()),
                "embedding",
                JsonWriter.object(
                        "character",
                        character,
                        "place",
                        ofPlace,
                        "sum",
                        sum,
                        "said",
                        List.of(said(
                                "embedding",
                                shown.quoted(spot.id()),
                                place + 1,
                                sum.length,
                                number(character[0]),
                                number(ofPlace[0]),
                                number(sum[0])))),
                "blocks",
                blocks,
                "says",
                says,
                "said",
                List.of(said("end", pass.blocks().size(), says(says))));
    }

    private static String says(List<Map<String, Object>> says) {
        Map<String, Object> first = says.get(0);
        String character = first.get("character").toString();
        return said(
                "says",
                character.replace(' ', '␣').replace('\n', '⏎'),
                percent(((Float) first.get("probability")).doubleValue()));
    }

    private static Map<String, Object> added(
            String part, int block, Variable added, Variable sum, int place, List<Map<String, Object>> says) {
        double length = length(added, place);
        return JsonWriter.object(
                "added",
                row(added, place),
                "length",
                length,
                "says",
                says,
                "said",
                List.of(said(part, block + 1, number(length), number(length(sum, place)), says(says))));
    }

    private static double length(Variable x, int place) {
        NDArray row = x.value().get(0, place);
        return Math.sqrt(row.mul(row).sum().asDouble());
    }

    private static List<Object> neurons(LanguageModelPass.Block block, int place) {
        float[] sums = row(block.up(), place);
        float[] values = row(block.gelu(), place);
        return strongest(values, NEURONS).stream()
                .<Object>map(i -> JsonWriter.object("index", i, "sum", sums[i], "value", values[i]))
                .toList();
    }

    private static List<Integer> strongest(float[] values, int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Float.compare(Math.abs(values[b]), Math.abs(values[a])))
                .limit(count)
                .toList();
    }

    private LanguageModelPass.Block block(Body body, Spot spot) throws Refused {
        return spot.pass()
                .blocks()
                .get(number(body, "block", spot.pass().blocks().size()));
    }

    /** Answers a request for what a place takes from another one, by one head. */
    Object head(Body body) throws Refused {
        Spot spot = spot(body, true);
        int place = spot.place();
        LanguageModelPass.Block block = block(body, spot);
        int head = number(body, "head", shown.stored().size().heads());
        int from = number(body, "from", place + 1);
        body.end();
        NDArray query = block.query().value().get(0, head, place);
        NDArray key = block.key().value().get(0, head, from);
        NDArray value = block.value().value().get(0, head, from);
        NDArray products = query.mul(key);
        float[] scores = row(block.scores(), head, place, place + 1);
        float[] weights = row(block.weights(), head, place, place + 1);
        float sum = (float) block.sums().value().getDouble(0, head, place, from);
        NDArray taken = value.mul(weights[from]);
        String number = number(weights[from]);
        return JsonWriter.object(
                "place",
                place,
                "from",
                from,
                "head",
                head,
                "query",
                query.toFloatArray(),
                "key",
                key.toFloatArray(),
                "products",
                products.toFloatArray(),
                "sum",
                sum,
                "divisor",
                block.divisor(),
                "score",
                scores[from],
                "scores",
                scores,
                "weights",
                weights,
                "weight",
                weights[from],
                "value",
                value.toFloatArray(),
                "taken",
                taken.toFloatArray(),
                "result",
                row(block.taken(), head, place, query.size()),
                "said",
                List.of(
                        said(
                                "products",
                                shown.quoted(spot.id()),
                                shown.quoted((int) spot.seen()[from]),
                                number(query.getDouble(0)),
                                number(key.getDouble(0)),
                                number(products.getDouble(0)),
                                query.size(),
                                number(sum)),
                        said("divided", number(block.divisor()), query.size(), number(scores[from])),
                        said("softmax", place + 1, number, percent(weights[from])),
                        said("taken", number, number(value.getDouble(0)), number(taken.getDouble(0)))));
    }

    /** Answers a request for what all places take from each other, by one head. */
    Object map(Body body) throws Refused {
        Spot spot = spot(body, false);
        LanguageModelPass.Block block = block(body, spot);
        int head = number(body, "head", shown.stored().size().heads());
        body.end();
        List<float[]> rows = new ArrayList<>();
        int[] most = new int[3];
        for (int place = 0; place < spot.seen().length; place++) {
            float[] row = row(block.weights(), head, place, place + 1);
            rows.add(row);
            most[Math.min(2, place - strongest(row, 1).get(0))]++;
        }
        return JsonWriter.object(
                "seen",
                shown.characters(spot.text()),
                "weights",
                rows,
                "said",
                List.of(said("map", rows.size(), most[0], most[1], most[2])));
    }

    /** Answers a request for how a neuron comes to its value at a place. */
    Object neuron(Body body) throws Refused {
        Spot spot = spot(body, true);
        int place = spot.place();
        int number = ShownLanguageModel.count(body, "block", 0);
        if (number >= spot.pass().blocks().size()) {
            throw new Refused(Refused.NOT_FOUND, said("no.block"));
        }
        LanguageModelPass.Block block = spot.pass().blocks().get(number);
        int index = number(body, "neuron", block.up().shape().get(-1));
        body.end();
        Map<String, NDArray> parameters =
                spot.pass().parts().get("block" + number).values();
        float[] inputs = row(block.normed(), place);
        float[] weights = parameters.get("up/W").get(Index.all(), index).toFloatArray();
        float[] outputs = parameters.get("down/W").get(index).toFloatArray();
        float bias = (float) parameters.get("up/b").getDouble(index);
        float sum = row(block.up(), place)[index];
        float value = row(block.gelu(), place)[index];
        float[] products = NDArray.of(inputs).mul(NDArray.of(weights)).toFloatArray();
        float[] values =
                NDArray.full(NDArray.of(outputs).dtype(), value, outputs.length).toFloatArray();
        float[] added = NDArray.of(outputs).mul(value).toFloatArray();
        int to = strongest(added, 1).get(0);
        return JsonWriter.object(
                "block", number,
                "place", place,
                "index", index,
                "value", value,
                "bias", bias,
                "sum", sum,
                "steps",
                        List.of(
                                JsonWriter.object("name", "Linear", "value", sum),
                                JsonWriter.object("name", "gelu", "value", value)),
                "inputs", inputs,
                "weights", weights,
                "products", products,
                "from", connections(inputs, weights, products),
                "to", connections(values, outputs, added),
                "said",
                        List.of(
                                said("neuron", index + 1, inputs.length, number(bias), number(sum), number(value)),
                                said("neuron.adds", number(value), number(outputs[to]), number(added[to]), to + 1)));
    }

    private static List<Object> connections(float[] values, float[] weights, float[] products) {
        return strongest(products, STRONGEST).stream()
                .<Object>map(i ->
                        JsonWriter.object("index", i, "value", values[i], "weight", weights[i], "product", products[i]))
                .toList();
    }
}
