package io.github.dlfs4j.book;

import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.training.Course;
import io.github.dlfs4j.app.page.training.Learner;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A language model that learns the novel in the view "Train", and writes on after the same prompt again and again. */
final class LanguageLearner {
    private static final String PROMPT = "It is a truth ";

    /** How many characters it writes. */
    private static final int LENGTH = 120;

    /** How often it is examined in a whole training, and the fewest steps between, since that takes some seconds. */
    private static final int EXAMINATIONS = 20;

    private static final long LEAST_BETWEEN = 20;

    private final LanguageTraining training;
    private final Options options;
    private final double counted;
    /** What it has written, without the prompt, by the number of steps. */
    private final Map<Long, String> written = new ConcurrentSkipListMap<>();

    private LanguageLearner(LanguageTraining training, Options options) {
        this.training = training;
        this.options = options;
        counted = training.novel().bitsByCountingThree();
    }

    /**
     * Prepares a training.
     *
     * @param values the values of the fields that are filled in, by name
     * @param file a saved training to continue; empty for a new one
     * @return the training; empty if it is one of another network
     */
    static Optional<Course> course(Map<String, String> values, Optional<Path> file) throws IOException, Refused {
        boolean isOne = file.isPresent()
                ? LanguageTraining.isSavedIn(file.get())
                : LanguageFields.LANGUAGE_MODEL.equals(values.get(LanguageFields.NETWORK));
        if (!isOne) {
            return Optional.empty();
        }
        Options options = LanguageFields.options(values, file.isEmpty());
        LanguageTraining training = LanguageTraining.of(Novel.FILE, Novel.read(Novel.FILE), options, file);
        return Optional.of(new LanguageLearner(training, options).course(values));
    }

    private Course course(Map<String, String> values) {
        long steps = options.value(LanguageTraining.STEPS);
        LanguageModel.Size size = training.size();
        Learner learner = new Learner(
                () -> Words.PAGE.of("network.language", size.blocks(), size.width()),
                Optional.empty(),
                "bits",
                Optional.of(counted),
                Optional.of(Math.max(LEAST_BETWEEN, steps / EXAMINATIONS)),
                (step, ofEpoch) -> examine(step));
        Dataset pieces = Novel.pieces(training.novel().train(), size.context(), 1);
        Life life = new Life(
                training.network(),
                training.optimizer(),
                training.trainer(),
                new Life.Sets(pieces, pieces, false), // It is examined on whole pieces instead.
                new Life.Goal(steps, Optional.empty()));
        return new Course(learner, this::name, values, life);
    }

    private String name() {
        NDArray rate = NDArray.scalar(options.value(LanguageTraining.RATE));
        return Words.PAGE.of("train.run", training.optimizer().name(), rate, LanguageModel.BATCH);
    }

    private Learner.Verdict examine(long step) {
        double bits = training.bits();
        String text = training.written(PROMPT, LENGTH, LanguageModel.Sampling.USUAL, options.value(Option.SEED));
        written.put(step, text.substring(PROMPT.length()));
        Map<String, Object> shown = JsonWriter.object("step", step, "bits", bits, "counted", counted, "prompt", PROMPT);
        List<Object> texts = new ArrayList<>();
        written.forEach((after, one) -> texts.add(JsonWriter.object("step", after, "text", one)));
        shown.put("written", texts);
        return new Learner.Verdict(Double.NaN, bits, Optional.empty(), shown);
    }
}
