package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.app.Main;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Printable;
import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Value;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.History;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;

/** The command that learns a text with a {@link LanguageModel}, or goes on where it was interrupted, and writes. */
public final class LanguageModelCommand {
    /** The steps from one checkpoint to the next. */
    private static final int SAVED = 500;

    /** The most characters of a vocabulary, so that the scores of a batch fit into some hundred megabytes. */
    private static final int MOST = 10_000;

    private static final Value<Path> A_FILE = new Value.Place("a file");
    private static final Value<Integer> FROM_1 = new Value.Count(new Value.Whole(1, 1_000_000));
    private static final Value<Double> FROM_0 = new Value.Real("a number from 0 on", 0, Double.POSITIVE_INFINITY);

    private static final Option<Path> TEXT =
            new Option<>("--text", "FILE", A_FILE, Novel.FILE.toString(), "learn this text, a file in UTF-8");
    private static final Option<Integer> STEPS = new Option<>("--steps", "N", FROM_1, "6000", """
            learn for this number of steps in all""");
    private static final Path CHECKPOINT = Chapter.PARAMETERS.resolve("language-model.npz");
    private static final Option<Path> FILE = new Option<>("--file", "FILE.npz", A_FILE, CHECKPOINT.toString(), """
            keep checkpoints here, and go on from there; each text needs a file of its own""");
    private static final Option<String> PROMPT = new Option<>("--prompt", "TEXT", new Prompt(), "It is a truth ", """
            write on after this, in characters of the text""");
    private static final Option<Integer> LENGTH =
            new Option<>("--length", "N", FROM_1, "500", "write this number of characters");
    private static final Option<Double> TEMPERATURE = new Option<>("--temperature", "X", FROM_0, "0.8", """
            below 1, likely characters become more likely; at 0, the likeliest is always taken""");
    private static final Option<Integer> TOP_K =
            new Option<>("--top-k", "N", FROM_1, "20", "draw from this number of characters, the likeliest");

    private static final List<Option<?>> OPTIONS =
            List.of(TEXT, STEPS, Option.SEED, FILE, PROMPT, LENGTH, TEMPERATURE, TOP_K, Option.HELP);

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
    private final Novel novel;
    private final LanguageModel model;
    private final Trainer trainer;

    /** Checks all that the options name, and prepares the training. */
    private LanguageModelCommand(Options options, Progress progress) throws IOException {
        this.options = options;
        this.progress = progress;
        novel = Novel.read(options.value(TEXT));
        checkText();
        RandomState random = new RandomState(options.value(Option.SEED));
        model = new LanguageModel(LanguageModel.Size.USUAL, novel.vocabulary().size(), random);
        VariableNetwork network = model.network();
        trainer = model.trainer(network, novel, options.value(STEPS), random);
        history.metric("bits", t -> model.bits(network, novel));
        prepareFile();
    }

    private void checkText() {
        Path text = options.value(TEXT);
        int length = novel.train().size() + novel.heldOut().size();
        int least = 10 * LanguageModel.Size.USUAL.context() + 1; // The tenth that is held out is then a whole piece.
        check(length >= least, "%s: the number of characters must be at least %s, but is %s", text, least, length);
        int different = novel.vocabulary().size();
        String many = "%s: the number of different characters must be from 2 to %s, but is %s";
        check(different > 1 && different <= MOST, many, text, MOST, different);
        check(!options.value(PROMPT).isEmpty(), "--prompt needs at least one character");
        novel.numbers(options.value(PROMPT));
    }

    private static void check(boolean right, String message, Object... values) {
        if (!right) {
            throw new Refusal(format(message, values));
        }
    }

    /** Goes on from a checkpoint if there is one, and writes one. */
    private void prepareFile() throws IOException {
        Path file = options.value(FILE);
        if (Files.exists(file)) {
            try {
                if (!Checkpoint.read(file).description().equals(novel.digest())) {
                    throw new FileFormatException(
                            file, "a checkpoint of " + options.value(TEXT), "one of another text");
                }
                trainer.resume(file);
            } catch (FileFormatException e) {
                throw new Refusal(e.getMessage() + "; name another file by --file");
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        trainer.save(file); // A file that cannot be written is refused now, not after hundreds of steps.
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
        err.println(Printable.of(trouble));
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
                        figure("language-model-attention", () -> model.attention(novel, novel.beginning(24))));
    }

    private String written() {
        long[] prompt = novel.numbers(options.value(PROMPT));
        LanguageModel.Sampling sampling = new LanguageModel.Sampling(options.value(TEMPERATURE), options.value(TOP_K));
        return novel.text(model.write(prompt, options.value(LENGTH), sampling, options.value(Option.SEED))
                .get(0));
    }

    /** Learns what is left of the steps. */
    private void learn() {
        double counted = novel.bitsByCountingThree(); // If the memory is too small, better before the training.
        Path file = options.value(FILE);
        int steps = options.value(STEPS);
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
