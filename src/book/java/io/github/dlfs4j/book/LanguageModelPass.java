package io.github.dlfs4j.book;

import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Attention;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of some characters in a {@link LanguageModel}, step by step. All sequences have the length of the
 * context, so that the numbers have the bits with which the model writes; what comes after the characters changes none
 * of theirs.
 *
 * @param parts the parts of the model
 * @param characters the embeddings of the characters, (1, context, width)
 * @param places those of the places, (context, width)
 * @param sum their sum
 * @param blocks what each block does
 */
record LanguageModelPass(
        Map<String, Model> parts, Variable characters, Variable places, Variable sum, List<Block> blocks) {
    /**
     * What a block does.
     *
     * @param query of shape (1, heads, context, d), as key and value are
     * @param sums the sums of the products of queries and keys, (1, heads, context, context)
     * @param divisor what these are divided by
     * @param scores the results
     * @param weights their softmax over the places so far
     * @param taken what each head returns
     * @param attended what the attention adds, (1, context, width)
     * @param middle the sum
     * @param normed what the first layer of neurons gets
     * @param up what its neurons sum up
     * @param gelu their values
     * @param thought what the neurons add
     * @param end the sum
     */
    record Block(
            Variable query,
            Variable key,
            Variable value,
            Variable sums,
            double divisor,
            Variable scores,
            Variable weights,
            Variable taken,
            Variable attended,
            Variable middle,
            Variable normed,
            Variable up,
            Variable gelu,
            Variable thought,
            Variable end) {}

    static LanguageModelPass of(StoredLanguageModel stored, long[] seen) {
        return Mode.withoutGraph(() -> {
            int context = stored.size().context();
            NDArray ids = NDArray.zeros(DType.INT64, 1, context);
            ids.at(Index.at(0), Index.to(seen.length)).set(NDArray.of(seen));
            Map<String, Model> parts = stored.model().parts();
            Variable characters = parts.get("characters").forward(Variable.constant(ids));
            Variable places = parts.get("places").forward(Variable.constant(NDArray.arange(context)));
            Variable sum = characters.add(places);
            List<Block> blocks = new ArrayList<>();
            Variable x = sum;
            for (int i = 0; i < stored.size().blocks(); i++) {
                blocks.add(
                        block(parts.get("block" + i).parts(), x, stored.size().heads()));
                x = blocks.get(i).end();
            }
            return new LanguageModelPass(parts, characters, places, sum, blocks);
        });
    }

    private static Block block(Map<String, Model> parts, Variable x, int heads) {
        Attention attention = (Attention) parts.get("attention");
        Variable asked = parts.get("before").forward(x);
        Variable query = split(attention, "query", asked, heads);
        Variable key = split(attention, "key", asked, heads);
        Variable value = split(attention, "value", asked, heads);
        Variable sums = query.matmul(key.swapaxes(-2, -1));
        double divisor = Math.sqrt(query.shape().get(-1));
        Variable weights = attention.weights(asked);
        Variable attended = attention.forward(asked);
        Variable middle = x.add(attended);
        Variable normed = parts.get("between").forward(middle);
        Variable up = parts.get("up").forward(normed);
        Variable gelu = up.gelu();
        Variable thought = parts.get("down").forward(gelu);
        return new Block(
                query,
                key,
                value,
                sums,
                divisor,
                sums.div(divisor),
                weights,
                weights.matmul(value),
                attended,
                middle,
                normed,
                up,
                gelu,
                thought,
                middle.add(thought));
    }

    private static Variable split(Attention attention, String part, Variable x, int heads) {
        Variable all = attention.parts().get(part).forward(x);
        return all.reshape(1, x.shape().get(1), heads, -1).swapaxes(1, 2);
    }

    /** Returns the scores of the next character after each place, (context, vocabulary), if the model ended here. */
    NDArray scores(Variable x) {
        return Mode.withoutGraph(() -> parts.get("output")
                .forward(parts.get("norm").forward(x).reshape(-1, x.shape().get(-1)))
                .value());
    }

    /** Returns the scores after each place. */
    NDArray scores() {
        return scores(blocks.get(blocks.size() - 1).end());
    }
}
