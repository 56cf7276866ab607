package cluster;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.util.List;
import java.util.Map;

/**
 * Scores a learning rate by the accuracy after a short training.
 *
 * @param training what it learns
 * @param validation what it is asked then
 * @param steps how many, of 100 images
 */
record ShortTraining(Part training, Part validation, int steps) implements ClusterSearch.Score {
    @Override
    public double applyAsDouble(Map<String, Double> drawn) {
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState(0));
        DataParallelTraining loop =
                new DataParallelTraining(network, new SGD(drawn.get("lr")), new PartsHere(List.of(training), 100));
        while (loop.steps() < steps) {
            loop.step();
        }
        return network.accuracy(validation.images().astype(DType.FLOAT32).divi(255), validation.labels());
    }
}
