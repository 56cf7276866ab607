package cluster;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import java.io.Serializable;

/**
 * Images that stay together on one machine and give a part of each batch. Which images, the step and the number of the
 * part decide: whoever computes it, and however often, has the same bits.
 *
 * @param number from 0 on
 * @param images uint8; the first axis counts them
 * @param labels as many
 */
record Part(int number, NDArray images, NDArray labels) implements Serializable {
    /** Up to so many parts, no two steps draw from the same seed. */
    private static final int MOST = 1024;

    Share share(Network network, long step, int size) {
        NDArray drawn = new RandomState(step * MOST + number).choice(labels.shape(0), size);
        NDArray x = images.get(drawn).astype(DType.FLOAT32).divi(255);
        NDArray t = labels.get(drawn);
        return new Share(1, network.trainingLoss(x, t), network.gradient(x, t));
    }
}
