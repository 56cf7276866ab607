package io.github.dlfs4j.app.recognition;

import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;

/**
 * The inference of section 3.6, with images one by one and in batches.
 *
 * @param network the network
 * @param images the images
 * @param labels their labels
 * @param progress shows how far it is
 */
public record Inference(ThreeLayerNet network, NDArray images, NDArray labels, Progress progress) {
    /**
     * The number of images between two updates of the progress: reading the clock takes as long as a small operation.
     */
    private static final int PROGRESS_PERIOD = 100;

    /**
     * Computes the share of images that are classified as they are labelled, one image at a time.
     *
     * @return the accuracy
     */
    public double accuracyOneByOne() {
        int hits = 0;
        int count = images.shape(0);
        for (int i = 0; i < count; i++) {
            NDArray y = network.predict(images.get(i));
            hits += y.argmax().asLong() == labels.getLong(i) ? 1 : 0;
            if (i % PROGRESS_PERIOD == 0) {
                progress.update("classifying", i + 1, count);
            }
        }
        progress.end();
        return (double) hits / count;
    }

    /**
     * Computes the same share, many images at a time.
     *
     * @param batchSize the number of images of a batch
     * @return the accuracy
     */
    @SuppressWarnings("try") // the scope is used by being open
    public double accuracyInBatches(int batchSize) {
        long hits = 0;
        int count = images.shape(0);
        for (int start = 0; start < count; start += batchSize) {
            int end = Math.min(start + batchSize, count);
            try (ArrayScope scope = ArrayScope.open()) {
                NDArray y = network.predict(images.get(Index.range(start, end)));
                hits += y.argmax(1)
                        .eq(labels.get(Index.range(start, end)))
                        .sum()
                        .asLong();
            }
            progress.update("classifying", end, count);
        }
        progress.end();
        return (double) hits / count;
    }
}
