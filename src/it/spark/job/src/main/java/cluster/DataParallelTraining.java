package cluster;

import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Checkpoint;
import java.util.Map;

/** The loop of a training whose batches come in parts: their gradients are added, then one update. */
final class DataParallelTraining {
    private final Network network;
    private final Optimizer optimizer;
    private final Parts parts;
    private long steps;

    DataParallelTraining(Network network, Optimizer optimizer, Parts parts) {
        this.network = network;
        this.optimizer = optimizer;
        this.parts = parts;
    }

    /** Makes a step; the loss is that before its update. */
    double step() {
        Share sum = parts.sum(network, steps);
        optimizer.update(network.parameters(), sum.meanGradients());
        steps++;
        return sum.meanLoss();
    }

    long steps() {
        return steps;
    }

    /**
     * The state, from which Networks.load makes the network; the batches have none, since the step alone decides what
     * is drawn.
     */
    Checkpoint checkpoint(String description) {
        return new Checkpoint(steps, description, network, optimizer, Map.of());
    }

    void restore(Checkpoint checkpoint) {
        checkpoint.restore(network);
        optimizer.restore(checkpoint.optimizerState(), network.parameters(), checkpoint.steps());
        steps = checkpoint.steps();
    }
}
