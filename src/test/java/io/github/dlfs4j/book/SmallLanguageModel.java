package io.github.dlfs4j.book;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A language model that is so small that it learns within a second: 200 steps on the first chapters of the novel.
 *
 * @param model the model
 * @param network its network
 * @param trainer its trainer
 * @param novel the first chapters
 */
public record SmallLanguageModel(LanguageModel model, VariableNetwork network, Trainer trainer, Novel novel) {
    static final int STEPS = 200;
    static final LanguageModel.Size SIZE = new LanguageModel.Size(16, 16, 2, 2);

    /** Returns a model that has learned nothing yet. */
    static SmallLanguageModel create() throws IOException {
        Novel novel = Novel.of(Files.readString(Novel.FILE).substring(0, 20_000));
        RandomState random = new RandomState(0);
        LanguageModel model = new LanguageModel(SIZE, novel.vocabulary().size(), random);
        VariableNetwork network = model.network();
        return new SmallLanguageModel(model, network, model.trainer(network, novel, STEPS, random), novel);
    }

    NDArray write(long... seeds) {
        return model.write(novel.numbers("It is"), 40, LanguageModel.Sampling.USUAL, seeds);
    }

    /** Trains and writes. */
    public static void run(BiConsumer<String, NDArray> results) {
        try {
            SmallLanguageModel small = create();
            small.trainer().run(STEPS);
            List<NDArray> weights =
                    small.model().values().values().stream().map(NDArray::ravel).toList();
            results.accept("weights of a language model", NDArray.concatenate(0, weights.toArray(NDArray[]::new)));
            results.accept("what a language model writes", small.write(0, 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
