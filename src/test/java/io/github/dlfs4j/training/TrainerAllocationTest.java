package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.Usage;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each step of the main job's training allocates a bounded amount of memory. */
@BothKernels
class TrainerAllocationTest {
    private static final long MEGABYTE = 1 << 20;

    @BeforeEach
    void needsPlainKernels() {
        assumeTrue(NDArray.kernel().equals("plain"), "a vector is an object until its loop is compiled");
    }

    /** Returns a trainer that has made its first steps. */
    private static Trainer begun(Dataset data) {
        RandomState random = new RandomState(1);
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, random);
        Trainer trainer = new Trainer(network, new SGD(0.1), Batches.random(data, 100, random));
        trainer.run(5);
        return trainer;
    }

    /** The 100 images of a batch take 0.3 megabytes. */
    @Test
    void aStepTakesAFifthOfAMegabyteIfInputsAreNotPrepared() throws IOException {
        Samples samples = Mnist.options().loadTest();
        Trainer trainer = begun(Dataset.of(samples.images(), samples.labels()));

        assertThat(Usage.of(() -> trainer.run(10)).bytes()).isLessThan(10 * MEGABYTE / 5);
    }

    @Test
    void aStepTakesLessThanFiveMegabytesAndNoMoreLaterOn() throws IOException {
        Samples samples = Mnist.options().normalize(false).loadTest();
        Dataset data = Dataset.of(samples.images(), samples.labels())
                .prepared(images -> images.astype(DType.FLOAT32).divi(255));
        Trainer trainer = begun(data);
        long first = Usage.of(() -> trainer.run(10)).bytes();
        trainer.run(200);
        long later = Usage.of(() -> trainer.run(10)).bytes();
        assertThat(first).isLessThan(10 * 5 * MEGABYTE);
        assertThat(later).isLessThan(first + MEGABYTE);
    }
}
