package io.github.dlfs4j.app;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** The training of sections 4.5 and 5.7 on MNIST, with a line for each epoch. Images stay uint8 in memory. */
final class Training {
    private static final int EPOCHS = 16;
    private static final int INPUTS = 784;
    private static final int CLASSES = 10;
    private static final double LEARNING_RATE = 0.1;

    private final Options.Training options;
    private final Dataset train;
    private final Dataset test;
    private final TwoLayerNet network;
    private final SGD sgd = new SGD(LEARNING_RATE);
    private final Trainer trainer;
    private final long end;
    private final PrintStream out;
    private final Progress progress;
    /** When and at which step that began which the next line tells of. */
    private long start;

    private long startStep;

    /**
     * Loads all that the training needs, so that what is missing shows at once.
     *
     * @param samples to test with, not normalised
     */
    Training(Options options, Samples samples, PrintStream out, Progress progress) throws IOException {
        this.options = options.training();
        this.out = out;
        this.progress = progress;
        if (this.options.save().isPresent()) {
            checkFolderOf(this.options.save().get());
        }
        train = normalized(options.data().loadTraining(Mnist.options().normalize(false)));
        test = normalized(samples);
        RandomState random = new RandomState(this.options.seed());
        if (this.options.resume().isPresent()) {
            Path file = this.options.resume().get();
            Checkpoint checkpoint = Checkpoint.read(file);
            network = new TwoLayerNet(INPUTS, hidden(file, checkpoint), CLASSES, random);
            trainer = new Trainer(network, sgd, Batches.random(train, batch(file, checkpoint), random));
            trainer.resume(file);
        } else {
            network = new TwoLayerNet(INPUTS, this.options.hidden(), CLASSES, random);
            trainer = new Trainer(network, sgd, Batches.random(train, this.options.batch(), random));
        }
        this.options.learningRate().ifPresent(sgd::learningRate);
        end = this.options.steps().orElse((long) EPOCHS * trainer.stepsPerEpoch());
    }

    private static void checkFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(file.toString(), null, "no such folder to save in");
        }
    }

    private static Dataset normalized(Samples samples) {
        return Dataset.of(samples.images(), samples.labels())
                .prepared(images -> images.astype(DType.FLOAT32).divi(255));
    }

    private static int hidden(Path file, Checkpoint checkpoint) throws IOException {
        NDArray w1 = checkpoint.network().get("W1");
        if (w1 == null || w1.ndim() != 2) {
            throw new FileFormatException(file, 0, "a checkpoint of TwoLayerNet", "arrays of another network");
        }
        return w1.shape(1);
    }

    private static int batch(Path file, Checkpoint checkpoint) throws IOException {
        NDArray size = checkpoint.batches().get("size");
        if (size == null || size.ndim() != 0 || size.asDouble() < 1 || size.asDouble() > Options.MAX_BATCH) {
            throw new FileFormatException(
                    file, "batches/size", 0, "a number from 1 to " + Options.MAX_BATCH, String.valueOf(size));
        }
        return size.asInt();
    }

    /** Trains, and ends early but in good order when the process is asked to end. */
    void run() throws IOException {
        out.printf(
                Locale.ROOT,
                "training a network of %d-%d-%d: %d steps, learning rate %s%n",
                INPUTS,
                network.parameters().get("b1").size(),
                CLASSES,
                end,
                sgd.learningRate());
        options.resume().ifPresent(file -> out.printf("  going on from %s after step %d%n", file, trainer.steps()));
        try (Interruption interruption = new Interruption(trainer::stop)) {
            trainer.every(1, t -> progress.update("training", t.steps(), end));
            trainer.every(trainer.stepsPerEpoch(), t -> printEpoch());
            options.save().ifPresent(file -> trainer.saveEvery(saveEvery(), file));
            startStep = trainer.steps();
            start = System.nanoTime();
            trainer.run(Math.max(0, end - trainer.steps()));
            progress.end();
            end(interruption.requested());
        }
    }

    private long saveEvery() {
        return options.saveEvery().orElse(trainer.stepsPerEpoch());
    }

    private void printEpoch() {
        double seconds = (System.nanoTime() - start) / 1e9;
        double trainAccuracy = train.accuracy(network);
        double testAccuracy = test.accuracy(network);
        progress.end();
        out.printf(
                Locale.ROOT,
                "epoch %d: loss %.4f, train accuracy %.4f, test accuracy %.4f, %.0f steps/s%n",
                trainer.steps() / trainer.stepsPerEpoch(),
                trainer.loss().asDouble(),
                trainAccuracy,
                testAccuracy,
                (trainer.steps() - startStep) / seconds);
        startStep = trainer.steps();
        start = System.nanoTime();
    }

    private void end(boolean interrupted) throws IOException {
        if (options.save().isPresent()) {
            trainer.save(options.save().get());
        }
        if (interrupted) {
            out.println("interrupted after step " + trainer.steps());
        } else {
            out.println("final test accuracy: " + NDArray.scalar(test.accuracy(network)));
        }
        if (options.save().isPresent()) {
            out.println("saved; --resume " + options.save().get() + " goes on from there");
        } else if (interrupted) {
            out.println("not saved, since there is no --save");
        }
        out.flush();
    }
}
