package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.app.Main;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** The command that learns a text with a {@link LanguageModel}, or goes on where it was interrupted, and writes. */
public final class LanguageModelCommand {
    /** The steps from one checkpoint to the next. */
    private static final int SAVED = 500;

    private static final Value<Path> A_FILE = new Value.Place("a file");
    private static final Value<Double> FROM_0 = new Value.Real("a number from 0 on", 0, Double.POSITIVE_INFINITY);

    private static final Option<Path> TEXT =
            new Option<>("--text", "FILE", A_FILE, Novel.FILE.toString(), "learn this text, a file in UTF-8");
    static final Path CHECKPOINT = Chapter.PARAMETERS.resolve("language-model.npz");
    private static final Option<Path> FILE = new Option<>("--file", "FILE.npz", A_FILE, CHECKPOINT.toString(), """
            keep checkpoints here, and go on from there; each text needs a file of its own""");
    private static final Option<String> PROMPT = new Option<>("--prompt", "TEXT", new Prompt(), "It is a truth ", """
            write on after this, in characters of the text""");
    private static final Option<Integer> LENGTH =
            new Option<>("--length", "N", LanguageTraining.FROM_1, "500", "write this number of characters");
    private static final Option<Double> TEMPERATURE = new Option<>("--temperature", "X", FROM_0, "0.8", """
            below 1, likely characters become more likely; at 0, the likeliest is always taken""");
    private static final Option<Integer> TOP_K = new Option<>(
            "--top-k", "N", LanguageTraining.FROM_1, "20", "draw from this number of characters, the likeliest");

    private static final List<Option<?>> OPTIONS = Stream.of(
                    List.of(TEXT),
                    LanguageTraining.OPTIONS,
                    List.of(FILE, PROMPT, LENGTH, TEMPERATURE, TOP_K, Option.HELP))
            .<Option<?>>flatMap(List::stream)
            .toList();

    private static final String HELP = """
            Learns to guess the next character of a text, and writes. Type options as
            -Dexec.args="--option value …"
            """;

    /** A text to write on after. */
    private record Prompt() implements Value<String> {
        @Override
        public String words() {
            return "a text";
        }

        @Override
        public String read(String text) {
            return text;
        }
    }

    private final Options options;
    private final Progress progress;
    private final History history = new History();
    private final LanguageTraining training;
    private final Trainer trainer;

    /** Checks all that the options name, and prepares the training. */
    private LanguageModelCommand(Options options, Progress progress) throws IOException {
        this.options = options;
        this.progress = progress;
        LanguageTraining.check(!options.value(PROMPT).isEmpty(), "--prompt needs at least one character");
        training = prepared();
        trainer = training.trainer();
        training.novel().numbers(options.value(PROMPT));
        history.metric("bits", t -> training.bits());
        Path file = options.value(FILE);
        Files.createDirectories(file.toAbsolutePath().getParent());
        trainer.save(file); // A file that cannot be written is refused now, not after hundreds of steps.
    }

    /** Goes on from a checkpoint if there is one. */
    private LanguageTraining prepared() throws IOException {
        Path text = options.value(TEXT);
        Novel novel = Novel.read(text);
        Path file = options.value(FILE);
        try {
            return LanguageTraining.of(text, novel, options, Optional.of(file).filter(Files::exists));
        } catch (FileFormatException e) {
            throw new Refusal(e.getMessage() + "; name another file by --file");
        }
    }

    /**
     * Runs the command. If it cannot use its arguments or files, it ends with exit code 2 and one line before it
     * learns.
     *
     * @param args an argument is the options of a training; {@code --help} explains them
     */
    public static void main(String[] args) {
        Progress progress = new Progress(System.out, new Main.Terminal(), InstantSource.system());
        int status = run(progress, System.out, System.err, args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the command and returns its exit code. */
    static int run(Progress progress, PrintStream out, PrintStream err, String... args) {
        String trouble;
        try {
            Options options = Options.parse(OPTIONS, args);
            if (options.has(Option.HELP)) {
                out.print(Option.helpText(HELP, OPTIONS));
            } else {
                Chapter chapter = new LanguageModelCommand(options, progress).chapter();
                Output.to(out, chapter::run);
            }
            return 0;
        } catch (Options.UsageException | Refusal e) {
            trouble = e.getMessage();
        } catch (UncheckedIOException e) {
            trouble = FileTrouble.line(e.getCause());
        } catch (IOException e) {
            trouble = FileTrouble.line(e);
        } catch (OutOfMemoryError e) {
            trouble = "the memory is too small for this text: set the variable MAVEN_OPTS to -Xmx4g, for example";
        } finally {
            progress.end();
        }
        err.println(Excerpt.whole(trouble));
        return 2;
    }

    private Chapter chapter() {
        return Chapter.of(
                        "language-model",
                        section("language-model-learning", this::learn),
                        section("language-model-writing", () -> print(written())))
                .with(
                        figure(
                                "language-model-bits",
                                () -> new Plot()
                                        .line("bits per character", history.steps(), history.values("bits"))
                                        .xLabel("steps")
                                        .yLabel("bits per character")),
                        figure(
                                "language-model-attention",
                                () -> training.model()
                                        .attention(
                                                training.novel(),
                                                training.novel().beginning(24))));
    }

    private String written() {
        LanguageModel.Sampling sampling = new LanguageModel.Sampling(options.value(TEMPERATURE), options.value(TOP_K));
        return training.written(options.value(PROMPT), options.value(LENGTH), sampling, options.value(Option.SEED));
    }

    /** Learns what is left of the steps. */
    private void learn() {
        double counted =
                training.novel().bitsByCountingThree(); // If the memory is too small, better before the training.
        Path file = options.value(FILE);
        int steps = options.value(LanguageTraining.STEPS);
        DoubleSupplier loss = () -> trainer.loss().asDouble();
        trainer.every(1, t -> progress.update("training", t.steps(), steps, loss));
        trainer.every(SAVED, history).every(SAVED, t -> {
            progress.end();
            print(format("step %d: %.3f bits per character", t.steps(), bits()));
            if (t.steps() == SAVED || t.steps() % (4 * SAVED) == 0) {
                print(written());
            }
        });
        trainer.saveEvery(SAVED, file).saveEvery(steps, file);
        trainer.run(Math.max(0, steps - trainer.steps()));
        if (history.steps().size() == 0 || trainer.steps() % SAVED > 0) {
            history.accept(trainer);
        }
        progress.end();
        print(format(
                "%.3f bits per character of what it has not seen; %.3f by counting three characters", bits(), counted));
    }

    private double bits() {
        return history.values("bits").get(-1).asDouble();
    }
}
