package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.optimizer.Adam;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The network of section 7.5 learns from a few images. */
class ConvNetTrainingTest {
    private static final Path DATA = Path.of("data");

    private static Dataset first(int count, Samples samples) {
        Index first = Index.to(count);
        return Dataset.of(samples.images().get(first), samples.labels().get(first))
                .prepared(images -> images.astype(DType.FLOAT32).divi(255));
    }

    @Test
    @Tag("long")
    void aConvNetReaches85PercentWith1000ImagesIn200Steps() throws IOException {
        Dataset train =
                first(1000, Mnist.options().normalize(false).flatten(false).loadTraining(DATA));
        Dataset test =
                first(500, Mnist.options().normalize(false).flatten(false).loadTest(DATA));
        RandomState random = new RandomState(0);
        Sequential network = SimpleConvNet.initial(random);
        Trainer trainer = new Trainer(network, new Adam(0.002), Batches.shuffled(train, 20, random));
        History history = new History().metric("accuracy", t -> test.accuracy(network));
        history.accept(trainer);
        trainer.every(100, history).run(200);
        NDArray accuracy = history.values("accuracy");
        assertThat(accuracy.getDouble(0)).isLessThan(0.3);
        assertThat(accuracy.getDouble(2)).isGreaterThan(0.85);
    }
}
