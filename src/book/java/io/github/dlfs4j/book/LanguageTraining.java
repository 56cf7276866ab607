package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;

import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.AdamW;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A training of a {@link LanguageModel}, new or as a checkpoint has left it.
 *
 * @param novel what is learned
 * @param model what learns
 * @param size its size
 * @param network its network
 * @param optimizer updates its parameters
 * @param trainer makes the steps
 */
record LanguageTraining(
        Novel novel,
        LanguageModel model,
        LanguageModel.Size size,
        VariableNetwork network,
        AdamW optimizer,
        Trainer trainer) {
    /** The most characters of a vocabulary, so that the scores of a batch fit into some hundred megabytes. */
    private static final int MOST = 10_000;

    static final Value<Integer> FROM_1 = new Value.Count(new Value.Whole(1, 1_000_000));

    static final Option<Integer> STEPS =
            new Option<>("--steps", "N", FROM_1, "6000", "learn for this number of steps in all");
    static final Option<Integer> WIDTH =
            new Option<>("--width", "N", new Value.Choice<>(List.of(32, 48, 64, 96, 128)), "96", """
            give each place this number of elements""");
    static final Option<Integer> BLOCKS = new Option<>(
            "--blocks", "N", new Value.Choice<>(List.of(1, 2, 3, 4, 5, 6, 7, 8)), "3", "have this number of blocks");
    static final Option<Double> RATE = new Option<>("--lr", "X", Option.LR.value(), "0.002", """
            let the learning rate rise to this, and then fall""");

    static final List<Option<?>> OPTIONS = List.of(STEPS, WIDTH, BLOCKS, RATE, Option.SEED);

    /**
     * Prepares a training.
     *
     * @param text the file of the text, for messages
     * @param file a checkpoint to go on from, which decides the size where no option does
     * @throws Refusal if the text is too short, or has too many or too few different characters
     * @throws FileFormatException if the checkpoint is of another text or another size
     */
    static LanguageTraining of(Path text, Novel novel, Options options, Optional<Path> file) throws IOException {
        LanguageModel.Size usual = LanguageModel.Size.USUAL;
        checkText(text, novel, usual);
        if (file.isPresent()) {
            Checkpoint checkpoint = read(file.get());
            if (!checkpoint.description().equals(novel.digest())) {
                throw new FileFormatException(file.get(), "a checkpoint of " + text, "one of another text");
            }
            usual = LanguageModel.Size.of(checkpoint.network());
        }
        LanguageModel.Size size = new LanguageModel.Size(
                usual.context(),
                options.given(WIDTH).orElse(usual.width()),
                usual.heads(),
                options.given(BLOCKS).orElse(usual.blocks()));
        RandomState random = new RandomState(options.value(Option.SEED));
        LanguageModel model = new LanguageModel(size, novel.vocabulary().size(), random);
        VariableNetwork network = model.network();
        AdamW optimizer = new AdamW(options.value(RATE));
        Trainer trainer = model.trainer(network, optimizer, novel, options.value(STEPS), random);
        if (file.isPresent()) {
            trainer.resume(file.get());
        }
        return new LanguageTraining(novel, model, size, network, optimizer, trainer);
    }

    /** Returns whether a file is a checkpoint of a language model, whatever its text is. */
    static boolean isSavedIn(Path file) throws IOException {
        return read(file).description().matches("[0-9a-f]{64}");
    }

    private static void checkText(Path text, Novel novel, LanguageModel.Size size) {
        int length = novel.train().size() + novel.heldOut().size();
        int least = 10 * size.context() + 1; // The tenth that is held out is then a whole piece.
        check(length >= least, "%s: the number of characters must be at least %s, but is %s", text, least, length);
        int different = novel.vocabulary().size();
        String many = "%s: the number of different characters must be from 2 to %s, but is %s";
        check(different > 1 && different <= MOST, many, text, MOST, different);
    }

    static void check(boolean right, String message, Object... values) {
        if (!right) {
            throw new Refusal(format(message, values));
        }
    }

    private static Checkpoint read(Path file) throws IOException {
        try {
            return Checkpoint.read(file);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    /** Returns the bits per character of the text that was held out. */
    double bits() {
        return model.bits(network, novel);
    }

    /** Writes on after a prompt. */
    String written(String prompt, int length, LanguageModel.Sampling sampling, long seed) {
        return novel.text(
                model.write(novel.numbers(prompt), length, sampling, seed).get(0));
    }
}
