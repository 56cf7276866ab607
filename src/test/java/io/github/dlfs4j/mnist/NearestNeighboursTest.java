package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The votes of k nearest neighbours are those of the same lines of NumPy. A recipe shows one neighbour. */
class NearestNeighboursTest {
    private static final int IMAGES = 1000;
    private static final int BLOCK = 50;

    private static NDArray vote(NDArray known, NDArray squares, NDArray labels, NDArray images, int k) {
        int n = images.shape(0);
        NDArray distances = squares.sub(images.dot(known.transpose()).mul(2));
        NDArray nearest = distances.argsort(1).get(Index.all(), Index.to(k));
        NDArray votes = labels.get(nearest).add(NDArray.arange(0, 10L * n, 10).reshape(n, 1));
        return Statistics.bincount(votes.ravel(), 10 * n).reshape(n, 10).argmax(1);
    }

    @Test
    @Tag("long")
    void threeNeighboursAreRightAsOftenAsInNumPy() throws IOException {
        Mnist mnist = Mnist.load();
        NDArray squares = mnist.trainImages().square().sum(1);
        NDArray[] guesses = new NDArray[IMAGES / BLOCK];
        for (int i = 0; i < guesses.length; i++) {
            NDArray images = mnist.testImages().get(Index.range(i * BLOCK, (i + 1) * BLOCK));
            guesses[i] = vote(mnist.trainImages(), squares, mnist.trainLabels(), images, 3);
        }
        NDArray right = NDArray.concatenate(0, guesses).eq(mnist.testLabels().get(Index.to(IMAGES)));
        assertThat(right.mean().asDouble()).isEqualTo(0.962);
    }
}
