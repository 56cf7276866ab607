package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;

import io.github.dlfs4j.book.figure.AttentionMap;
import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.graph.Mode;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.Attention;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.AdamW;
import io.github.dlfs4j.optimizer.CosineDecay;
import io.github.dlfs4j.optimizer.LinearWarmUp;
import io.github.dlfs4j.training.Batch;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A language model from characters to text: it guesses the next character of a novel, learns from what came, and writes
 * on by itself. The model is a decoder-only transformer in the form of GPT-2 (Radford et al., <i>Language Models are
 * Unsupervised Multitask Learners</i>, 2019).
 */
@SuppressWarnings("serial") // It is saved by its trainer.
public final class LanguageModel extends Model {
    private static final DType DTYPE = DType.FLOAT32;
    static final int BATCH = 16;
    private static final double LEARNING_RATE = 0.002;

    /**
     * How large a model is.
     *
     * @param context the number of characters that it sees
     * @param width the number of elements of a position
     * @param heads the number of heads of each attention
     * @param blocks the number of blocks
     */
    record Size(int context, int width, int heads, int blocks) {
        static final Size USUAL = new Size(64, 96, 4, 3);

        /** Returns the size of a model of four heads with these parameters; the usual one if they are of none. */
        static Size of(Map<String, NDArray> parameters) {
            NDArray places = parameters.get("places/W");
            if (places == null || places.ndim() != 2 || places.size() == 0 || places.shape(1) % USUAL.heads > 0) {
                return USUAL;
            }
            int blocks = 0;
            while (parameters.containsKey("block" + blocks + "/before/gamma")) {
                blocks++;
            }
            return new Size(places.shape(0), places.shape(1), USUAL.heads, blocks);
        }
    }

    /** Positions look at each other, then each one thinks for itself; both add to what a position has. */
    @SuppressWarnings("serial")
    static final class Block extends Model {
        private final LayerNorm before;
        private final Attention attention;
        private final LayerNorm between;
        private final Linear up;
        private final Linear down;

        Block(Size size, RandomState random) {
            int width = size.width();
            before = part("before", new LayerNorm(width, DTYPE));
            attention = part("attention", new Attention(width, size.heads(), random, DTYPE));
            between = part("between", new LayerNorm(width, DTYPE));
            up = part("up", new Linear(width, 4 * width, random, DTYPE));
            down = part("down", new Linear(4 * width, width, random, DTYPE));
        }

        @Override
        public Variable forward(Variable x) {
            return think(x.add(attention.forward(before.forward(x))));
        }

        /** Passes the next position alone. */
        Variable next(Variable x, Attention.Cache cache) {
            return think(x.add(attention.next(before.forward(x), cache)));
        }

        private Variable think(Variable x) {
            return x.add(down.forward(up.forward(between.forward(x)).gelu()));
        }

        NDArray weights(Variable x) {
            return attention.weights(before.forward(x)).value();
        }
    }

    private final Size size;
    private final Embedding characters;
    private final Embedding places;
    private final List<Block> blocks = new ArrayList<>();
    private final LayerNorm norm;
    private final Linear output;

    LanguageModel(Size size, int vocabulary, RandomState random) {
        this.size = size;
        characters = part("characters", new Embedding(vocabulary, size.width(), random, DTYPE));
        places = part("places", new Embedding(size.context(), size.width(), random, DTYPE));
        for (int i = 0; i < size.blocks(); i++) {
            blocks.add(part("block" + i, new Block(size, random)));
        }
        norm = part("norm", new LayerNorm(size.width(), DTYPE));
        output = part("output", new Linear(size.width(), vocabulary, random, DTYPE));
    }

    /** Returns the scores of the next character, of shape (n · length, vocabulary), after each of (n, length). */
    @Override
    public Variable forward(Variable ids) {
        Variable x = embedded(ids, 0);
        for (Block block : blocks) {
            x = block.forward(x);
        }
        return scores(x);
    }

    private Variable embedded(Variable ids, int first) {
        NDArray positions = NDArray.arange(first, first + ids.shape().get(1));
        return characters.forward(ids).add(places.forward(Variable.constant(positions)));
    }

    private Variable scores(Variable x) {
        return output.forward(norm.forward(x).reshape(-1, size.width()));
    }

    /** Returns the weights of each head, for each block, of shape (heads, length, length). */
    List<NDArray> weights(NDArray ids) {
        return Mode.withoutGraph(() -> {
            List<NDArray> weights = new ArrayList<>();
            Variable x = embedded(Variable.constant(ids.reshape(1, -1)), 0);
            for (Block block : blocks) {
                weights.add(block.weights(x).get(0));
                x = block.forward(x);
            }
            return weights;
        });
    }

    /** The positions that some sequences have so far. */
    final class Memory {
        private final List<Attention.Cache> caches;
        private int length;

        Memory(int n) {
            caches = blocks.stream()
                    .map(block -> block.attention.cache(n, size.context()))
                    .toList();
        }

        boolean isFull() {
            return length == size.context();
        }

        /** Takes the next character of each sequence, and returns the scores of the one after it. */
        NDArray next(NDArray ids) {
            return Mode.withoutGraph(() -> {
                Variable x = embedded(Variable.constant(ids.reshape(-1, 1)), length++);
                for (int i = 0; i < caches.size(); i++) {
                    x = blocks.get(i).next(x, caches.get(i));
                }
                return scores(x).value();
            });
        }
    }

    /**
     * How characters are drawn.
     *
     * @param temperature divides the scores: below 1 likely characters become more likely, and at 0 only the likeliest
     *     is left
     * @param topK the number of characters that may be drawn, the likeliest ones
     */
    public record Sampling(double temperature, int topK) {
        static final Sampling USUAL = new Sampling(0.8, 20);

        long draw(NDArray scores, RandomState random) {
            NDArray p = probabilities(scores);
            return random.choice(p.size(), new int[0], true, p).asLong();
        }

        /** Returns the probability with which each character is drawn. */
        NDArray probabilities(NDArray scores) {
            NDArray below = scores.astype(DType.FLOAT64).sub(scores.max());
            NDArray scaled = below.div(Math.max(temperature, Double.MIN_VALUE));
            int last = Math.max(0, scaled.size() - topK);
            NDArray likely = scaled.ge(NDArray.sort(scaled).get(last));
            return NDArray.where(likely, scaled, Double.NEGATIVE_INFINITY).softmax();
        }
    }

    /** Returns where that begins which a model sees of so many characters, of which it sees so many at most. */
    static int begin(int length, int context) {
        int begin = 0;
        while (length - begin > context) {
            begin += context - context / 2;
        }
        return begin;
    }

    /**
     * Writes on after a beginning, once for each seed. If the model sees no further, it goes on from the last half of
     * what it sees.
     *
     * @return the numbers of the characters, a row for each seed, with the beginning
     */
    NDArray write(long[] beginning, int length, Sampling sampling, long... seeds) {
        List<RandomState> random =
                LongStream.of(seeds).mapToObj(RandomState::new).toList();
        NDArray text = NDArray.zeros(DType.INT64, seeds.length, beginning.length + length);
        text.at(Index.all(), Index.to(beginning.length)).set(NDArray.of(beginning));
        Memory memory = new Memory(seeds.length);
        for (int i = 0; i < text.shape(1) - 1; i++) {
            if (memory.isFull()) {
                memory = new Memory(seeds.length);
                for (int j = i - size.context() / 2; j < i; j++) {
                    memory.next(text.get(Index.all(), j));
                }
            }
            NDArray scores = memory.next(text.get(Index.all(), i));
            for (int s = 0; s < seeds.length && i + 1 >= beginning.length; s++) {
                text.at(s, i + 1).set(sampling.draw(scores.get(s), random.get(s)));
            }
        }
        return text;
    }

    /** Returns the network of this model, which learns every character of a piece at once. */
    VariableNetwork network() {
        return new VariableNetwork(this, (y, t) -> y.softmaxWithLoss(t.ravel()));
    }

    /** Returns a trainer of that network for so many steps in all. */
    Trainer trainer(VariableNetwork network, Novel novel, int steps, RandomState random) {
        return trainer(network, new AdamW(LEARNING_RATE), novel, steps, random);
    }

    /** Returns such a trainer with an optimiser, whose learning rate is the highest one. */
    Trainer trainer(VariableNetwork network, AdamW optimizer, Novel novel, int steps, RandomState random) {
        Dataset pieces = Novel.pieces(novel.train(), size.context(), 1);
        double rate = optimizer.learningRate();
        return new Trainer(network, optimizer, Batches.random(pieces, BATCH, random))
                .learningRate(new LinearWarmUp(100, new CosineDecay(rate, rate / 10, steps)))
                .clipGradients(1)
                .describe(novel.digest());
    }

    /** Returns the bits per character of the text that was held out. */
    double bits(VariableNetwork network, Novel novel) {
        Dataset pieces = Novel.pieces(novel.heldOut(), size.context(), size.context());
        double sum = 0;
        for (int from = 0; from < pieces.size(); from += BATCH) {
            Batch batch = pieces.batch(from, Math.min(from + BATCH, pieces.size()));
            sum += network.loss(batch.x(), batch.t()).asDouble() * batch.x().shape(0);
        }
        return sum / pieces.size() / Math.log(2);
    }

    /** Draws what each head looks at in a line, a row of maps for each block. */
    Panels attention(Novel novel, String line) {
        Panels panels = new Panels(size.heads());
        List<NDArray> weights = weights(NDArray.of(novel.numbers(line)));
        for (int block = 0; block < size.blocks(); block++) {
            for (int head = 0; head < size.heads(); head++) {
                String caption = format("block %d, head %d", block + 1, head + 1);
                panels.add(new AttentionMap(weights.get(block).get(head), line), caption);
            }
        }
        return panels;
    }
}
