package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.Saving;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.training.EarlyStop;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A training on MNIST, as in sections 4.5 and 5.7, that prints a line for each epoch. The images stay uint8 in memory.
 */
final class Training {
    private final Options.Training options;
    private final TrainingSetup setup;
    private final Trainer trainer;
    private final Samples samples;
    private final ClassNames names;
    private final EpochLog log;
    private final Optional<Keeping> keeping;
    private final Health health;
    private final PrintStream out;
    private final Progress progress;
    /** When the steps of the next line began; {@link System#nanoTime()}. */
    private long start;

    private long firstStep;
    private long startStep;
    private double accuracy;

    /**
     * Loads all that the training needs, so that missing files are reported at once.
     *
     * @param samples the test images, not normalised
     */
    Training(Options options, Samples samples, PrintStream out, Progress progress) throws IOException {
        this.options = options.training();
        this.out = out;
        this.progress = progress;
        OutputFiles.check(this.options);
        setup = TrainingSetup.of(options, samples);
        trainer = setup.trainer();
        keeping = this.options.saving().map(saving -> new Keeping(saving.file()));
        health = setup.health(keeping);
        this.samples = samples;
        names = options.data().classNames();
        log = new EpochLog(this.options.csv(), unseenName());
        if (keeping.isPresent()) {
            keeping.get().tryOut(setup.lengthOfState());
        }
        if (this.options.curves().isPresent()) {
            new Keeping(this.options.curves().get()).tryOut(Curves.USUAL_LENGTH);
        }
        log.begin(trainer.steps(), this.options.force());
    }

    /** Returns the network as a classifier, which follows what the network learns. */
    Classifier classifier() {
        return Classifier.of(setup.plan().network(), setup.network());
    }

    private String unseenName() {
        return setup.plan().validation() == 0 ? "test" : "validation";
    }

    /** Trains. It stops early and saves if the process is asked to end, or if the reader of the output goes away. */
    void run() throws IOException {
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
                        : " with " + setup.optimizer().name(),
                setup.end(),
                setup.optimizer().learningRate());
        options.resumption()
                .ifPresent(from -> out.println(
                        "  going on from %s after step %s".formatted(Printable.of(from.file()), trainer.steps())));
        options.saving()
                .filter(Saving::again)
                .ifPresent(saving -> out.println("  and saving to it again, since there is no --save"));
    }

    private void train() {
        trainer.every(1, health::checkStep);
        trainer.every(
                1,
                t -> progress.update(
                        "training", t.steps(), setup.end(), () -> t.loss().asDouble()));
        trainer.every(trainer.stepsPerEpoch(), t -> printEpoch());
        options.patience()
                .ifPresent(epochs -> trainer.every(trainer.stepsPerEpoch(), new EarlyStop(epochs, t -> accuracy)));
        options.saving().ifPresent(saving -> trainer.every(period(saving), t -> keepUnchecked()));
        firstStep = trainer.steps();
        startStep = firstStep;
        start = System.nanoTime();
        trainer.run(Math.max(0, setup.end() - trainer.steps()));
        progress.end();
    }

    /**
     * Checks the state, and saves it if there is a file for it.
     *
     * @throws Refusal if a number of the state is not finite
     */
    void keep() throws IOException {
        health.check(trainer);
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

    private long period(Saving saving) {
        return saving.period().orElse((long) trainer.stepsPerEpoch());
    }

    private void printEpoch() {
        health.check(trainer);
        double seconds = (System.nanoTime() - start) / 1e9;
        EpochLog.Row row = evaluated();
        out.println("epoch " + trainer.epoch()
                + ": loss " + Figures.fraction(row.loss())
                + ", train accuracy " + Figures.fraction(row.trainAccuracy())
                + ", " + unseenName() + " accuracy " + Figures.fraction(row.accuracy())
                + ", " + Math.round((trainer.steps() - startStep) / seconds) + " steps/s");
        startStep = trainer.steps();
        start = System.nanoTime();
    }

    private EpochLog.Row evaluated() {
        progress.say("evaluating…");
        accuracy = setup.unseen().accuracy(setup.network());
        EpochLog.Row row = new EpochLog.Row(
                trainer.steps(), trainer.loss().asDouble(), setup.train().accuracy(setup.network()), accuracy);
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
        boolean isWanted = options.csv().isPresent() || options.curves().isPresent();
        if (isWanted && trainer.steps() > firstStep && !log.has(trainer.steps())) {
            evaluated();
        }
        if (options.curves().isPresent()) {
            Curves.write(
                    options.curves().get(),
                    log.rows(),
                    "training " + setup.plan().network(),
                    unseenName());
        }
    }

    private void end(boolean interrupted) throws IOException {
        keep();
        finishLog();
        if (interrupted) {
            out.println("interrupted after step " + trainer.steps());
        } else {
            if (trainer.steps() < setup.end()) {
                out.println("stopped after step " + trainer.steps() + ", since the accuracy no longer got better");
            }
            double accuracyOnTest = EvaluationReport.print(out, classifier(), samples, names, progress);
            out.println("final test accuracy: " + Figures.fraction(accuracyOnTest));
            out.println("SHA-256 of the weights: " + Networks.sha256(setup.network()));
        }
        if (keeping.isPresent()) {
            out.println(keeping.get().conclusion());
        } else if (interrupted) {
            out.println("not saved, since there is no --save");
        }
        out.flush();
    }
}
