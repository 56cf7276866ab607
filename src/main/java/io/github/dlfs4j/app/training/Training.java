package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.Interruption;
import io.github.dlfs4j.app.console.Output;
import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.data.ClassNames;
import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.app.option.OptimizerKind;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.Saving;
import io.github.dlfs4j.app.recognition.Classifier;
import io.github.dlfs4j.app.recognition.EvaluationReport;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A training on MNIST, as in sections 4.5 and 5.7, that prints a line for each epoch. The images stay uint8 in memory.
 */
public final class Training implements Life.Watcher {
    private final Options options;
    private final TrainingSetup setup;
    private final Life life;
    private final Trainer trainer;
    private final Samples samples;
    private final ClassNames names;
    private final EpochLog log;
    private final Optional<Keeping> keeping;
    /** The number of steps between two saves. */
    private final long period;

    private final PrintStream out;
    private final Progress progress;
    /** When the steps of the next line began; {@link System#nanoTime()}. */
    private long start;

    private long startStep;

    /**
     * Loads all that the training needs, so that missing files are reported at once.
     *
     * @param options the options
     * @param samples the test images, not normalised
     * @param out where lines are printed
     * @param progress shows how far it is
     * @throws IOException if a file cannot be used
     */
    public Training(Options options, Samples samples, PrintStream out, Progress progress) throws IOException {
        this.options = options;
        this.out = out;
        this.progress = progress;
        OutputFiles.check(options);
        setup = TrainingSetup.of(options, samples);
        life = setup.life();
        trainer = life.trainer();
        keeping = options.saving().map(saving -> new Keeping(saving.file()));
        period = options.given(Option.SAVE_EVERY).orElse((long) trainer.stepsPerEpoch());
        this.samples = samples;
        names = options.data().classNames();
        log = new EpochLog(options.given(Option.CSV), life.sets().unseenName());
        if (keeping.isPresent()) {
            keeping.get().tryOut(setup.lengthOfState());
        }
        if (options.has(Option.CURVES)) {
            new Keeping(options.value(Option.CURVES)).tryOut(Curves.USUAL_LENGTH);
        }
        log.begin(trainer.steps(), options.has(Option.FORCE));
    }

    /** {@return the network as a classifier, which follows what the network learns} */
    public Classifier classifier() {
        return Classifier.of(setup.plan().network(), life.network());
    }

    /**
     * Trains. It stops early and saves if the process is asked to end, or if the reader of the output goes away.
     *
     * @throws IOException if a file cannot be written
     */
    public void run() throws IOException {
        try (Interruption interruption = new Interruption(trainer::stop)) {
            try {
                announce();
                train();
                end(interruption.requested());
            } catch (OutOfMemoryError e) {
                throw setup.need().refusal();
            } catch (Output.Lost e) {
                keep();
                throw e;
            }
        }
    }

    private void announce() {
        out.printf(
                Locale.ROOT,
                "training %s%s: %d steps, learning rate %s%n",
                setup.plan().network(),
                setup.plan().optimizer() == OptimizerKind.SGD
                        ? ""
                        : " with " + life.optimizer().name(),
                life.end(),
                life.optimizer().learningRate());
        options.resumption()
                .ifPresent(from -> out.println("  going on from %s after step %s"
                        .formatted(Excerpt.whole(from.file().toString()), trainer.steps())));
        options.saving()
                .filter(Saving::again)
                .ifPresent(saving -> out.println("  and saving to it again, since there is no --save"));
    }

    private void train() {
        startStep = trainer.steps();
        start = System.nanoTime();
        life.run(this);
        progress.end();
    }

    @Override
    public void afterStep() {
        progress.update(
                "training", trainer.steps(), life.end(), () -> trainer.loss().asDouble());
    }

    @Override
    public void beforeNextStep() {
        if (keeping.isPresent() && trainer.steps() % period == 0) {
            keepUnchecked();
        }
    }

    @Override
    public String lastGood() {
        return keeping.map(Keeping::lastGood).orElse("");
    }

    /**
     * Checks the state, and saves it if there is a file for it.
     *
     * @throws Refusal if a number of the state is not finite
     * @throws IOException if the file cannot be written
     */
    public void keep() throws IOException {
        life.check(lastGood());
        if (keeping.isPresent()) {
            keeping.get().save(trainer);
        }
    }

    private void keepUnchecked() {
        try {
            keep();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public double afterEpoch() {
        life.check(lastGood());
        double seconds = (System.nanoTime() - start) / 1e9;
        EpochLog.Row row = evaluated();
        out.println("epoch " + trainer.epoch()
                + ": loss " + Figures.fraction(row.loss())
                + ", train accuracy " + Figures.fraction(row.trainAccuracy())
                + ", " + life.sets().unseenName() + " accuracy " + Figures.fraction(row.accuracy())
                + ", " + Math.round((trainer.steps() - startStep) / seconds) + " steps/s");
        startStep = trainer.steps();
        start = System.nanoTime();
        return row.accuracy();
    }

    private EpochLog.Row evaluated() {
        progress.say("evaluating…");
        double accuracy = life.sets().unseen().accuracy(life.network());
        EpochLog.Row row = new EpochLog.Row(
                trainer.steps(), trainer.loss().asDouble(), life.sets().train().accuracy(life.network()), accuracy);
        progress.end();
        try {
            log.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    /** Completes the log and draws the curves. A training that ends within an epoch gets a last row of its own. */
    private void finishLog() throws IOException {
        boolean isWanted = options.has(Option.CSV) || options.has(Option.CURVES);
        if (isWanted && trainer.steps() > life.firstStep() && !log.has(trainer.steps())) {
            evaluated();
        }
        if (options.has(Option.CURVES)) {
            Curves.write(
                    options.value(Option.CURVES),
                    log.rows(),
                    "training " + setup.plan().network(),
                    life.sets().unseenName());
        }
    }

    private void end(boolean interrupted) throws IOException {
        keep();
        finishLog();
        if (interrupted) {
            out.println(life.interrupted());
        } else {
            if (trainer.steps() < life.end()) {
                out.println(life.stoppedEarly());
            }
            double accuracyOnTest = EvaluationReport.print(out, classifier(), samples, names, progress);
            out.println("final test accuracy: " + Figures.fraction(accuracyOnTest));
            out.println("SHA-256 of the weights: " + Networks.sha256(life.network()));
        }
        if (keeping.isPresent()) {
            out.println(keeping.get().conclusion());
        } else if (interrupted) {
            out.println("not saved, since there is no --save");
        }
        out.flush();
    }
}
