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
 * What becomes of some characters in a {@link LanguageModel}, step by step. The sequence has the length of the context,
 * so that the numbers have the bits with which the model writes; what fills it up changes none of those before.
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
     * @param parameters its parameters
     * @param attended what the attention adds, (1, context, width)
     * @param middle the sum
     * @param thought what the neurons add
     * @param end the sum
     */
    record Block(
            Map<String, NDArray> parameters,
            Heads heads,
            Variable attended,
            Variable middle,
            Neurons neurons,
            Variable thought,
            Variable end) {}

    /**
     * What heads do.
     *
     * @param query of shape (1, heads, context, d), as key, value and what is taken are
     * @param sums the sums of the products of queries and keys, (1, heads, context, context)
     * @param weights their softmax over the places so far, after they were divided
     */
    record Heads(Variable query, Variable key, Variable value, Variable sums, Variable weights, Variable taken) {
        double divisor() {
            return Math.sqrt(query.shape().get(-1));
        }
    }

    /** What the neurons get, what they add up, and their values. */
    record Neurons(Variable input, Variable up, Variable gelu) {}

    static LanguageModelPass of(StoredLanguageModel stored, long[] seen) {
        return Mode.withoutGraph(() -> {
            NDArray ids = NDArray.zeros(DType.INT64, 1, stored.size().context());
            ids.at(Index.at(0), Index.to(seen.length)).set(NDArray.of(seen));
            Map<String, Model> parts = stored.model().parts();
            Variable characters = parts.get("characters").forward(Variable.constant(ids));
            Variable places = parts.get("places").forward(Variable.constant(NDArray.arange(ids.size())));
            Variable sum = characters.add(places);
            List<Block> blocks = new ArrayList<>();
            Variable x = sum;
            for (int i = 0; i < stored.size().blocks(); i++) {
                blocks.add(block(parts.get("block" + i), x, stored.size().heads()));
                x = blocks.get(i).end();
            }
            return new LanguageModelPass(parts, characters, places, sum, blocks);
        });
    }

    private static Block block(Model block, Variable x, int count) {
        Map<String, Model> parts = block.parts();
        Attention attention = (Attention) parts.get("attention");
        Variable asked = parts.get("before").forward(x);
        Variable query = split(attention.parts().get("query").forward(asked), count);
        Variable key = split(attention.parts().get("key").forward(asked), count);
        Variable value = split(attention.parts().get("value").forward(asked), count);
        Variable weights = attention.weights(asked);
        Variable sums = query.matmul(key.swapaxes(-2, -1));
        Heads heads = new Heads(query, key, value, sums, weights, weights.matmul(value));
        Variable attended = attention.forward(asked);
        Variable middle = x.add(attended);
        Variable input = parts.get("between").forward(middle);
        Variable up = parts.get("up").forward(input);
        Neurons neurons = new Neurons(input, up, up.gelu());
        Variable thought = parts.get("down").forward(neurons.gelu());
        return new Block(block.values(), heads, attended, middle, neurons, thought, middle.add(thought));
    }

    private static Variable split(Variable x, int heads) {
        return x.reshape(1, x.shape().get(1), heads, -1).swapaxes(1, 2);
    }

    /** Returns the scores of the next character after a place, if the model ended with these numbers. */
    NDArray scores(Variable x, int place) {
        return Mode.withoutGraph(() -> {
            Variable rows = parts.get("norm").forward(x).reshape(-1, x.shape().get(-1));
            return parts.get("output").forward(rows).value().get(place);
        });
    }

    /** Returns what the last layers get. */
    Variable end() {
        return blocks.get(blocks.size() - 1).end();
    }
}
