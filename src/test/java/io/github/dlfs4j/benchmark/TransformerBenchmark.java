package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Attention;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/**
 * A training step of a language model, a decoder-only transformer of 0.44 million parameters; always the same batch.
 */
public class TransformerBenchmark extends OfBothPrecisions {
    private static final int BATCH = 8;
    private static final int CONTEXT = 64;
    private static final int WIDTH = 128;
    private static final int HEADS = 4;
    private static final int BLOCKS = 2;
    private static final int VOCABULARY = 128;

    private final Adam optimizer = new Adam(0.001);
    private LanguageModel model;
    private Variable x;
    private NDArray t;

    @Setup
    public void draw() {
        RandomState random = new RandomState(0);
        model = new LanguageModel(random, dtype);
        x = Variable.constant(random.randint(0, VOCABULARY, BATCH, CONTEXT));
        t = random.randint(0, VOCABULARY, BATCH * CONTEXT);
    }

    @Benchmark
    @SuppressWarnings("try") // the open scope is used implicitly
    public void step() {
        try (ArrayScope scope = ArrayScope.open()) {
            model.forward(x).softmaxWithLoss(t).backward();
            optimizer.update(model.values(), model.gradients());
        }
    }

    /** Attention and two layers, each added to what a position has. */
    @SuppressWarnings("serial") // nobody saves it
    private static final class Block extends Model {
        private final LayerNorm before;
        private final Attention attention;
        private final LayerNorm between;
        private final Linear up;
        private final Linear down;

        Block(RandomState random, DType dtype) {
            before = part("before", new LayerNorm(WIDTH, dtype));
            attention = part("attention", new Attention(WIDTH, HEADS, random, dtype));
            between = part("between", new LayerNorm(WIDTH, dtype));
            up = part("up", new Linear(WIDTH, 4 * WIDTH, random, dtype));
            down = part("down", new Linear(4 * WIDTH, WIDTH, random, dtype));
        }

        @Override
        public Variable forward(Variable x) {
            Variable y = x.add(attention.forward(before.forward(x)));
            return y.add(down.forward(up.forward(between.forward(y)).relu()));
        }
    }

    @SuppressWarnings("serial") // nobody saves it
    private static final class LanguageModel extends Model {
        private final Embedding characters;
        private final Embedding places;
        private final List<Block> blocks;
        private final LayerNorm norm;
        private final Linear output;

        LanguageModel(RandomState random, DType dtype) {
            characters = part("characters", new Embedding(VOCABULARY, WIDTH, random, dtype));
            places = part("places", new Embedding(CONTEXT, WIDTH, random, dtype));
            blocks = IntStream.range(0, BLOCKS)
                    .mapToObj(i -> part("block" + i, new Block(random, dtype)))
                    .toList();
            norm = part("norm", new LayerNorm(WIDTH, dtype));
            output = part("output", new Linear(WIDTH, VOCABULARY, random, dtype));
        }

        /** Returns the scores of the next character at each position, of shape (BATCH * CONTEXT, VOCABULARY). */
        @Override
        public Variable forward(Variable ids) {
            Variable x = characters.forward(ids).add(places.forward(Variable.constant(NDArray.arange(CONTEXT))));
            for (Block block : blocks) {
                x = block.forward(x);
            }
            return output.forward(norm.forward(x).reshape(-1, WIDTH));
        }
    }
}
