package io.github.dlfs4j.pretraining;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Batch;
import io.github.dlfs4j.training.Batches;
import java.util.Map;

/** Batches of images of MNIST, and of drawn digits, most of them distorted. */
final class DistortedBatches implements Batches {
    private static final int PIXELS = 784;
    private static final double DRAWN = 0.3;
    private static final double AS_THEY_ARE = 0.1;

    private final byte[] images;
    private final long[] labels;
    private final int size;
    private final RandomState random;

    DistortedBatches(Samples samples, int size, RandomState random) {
        this.images = samples.images().flatten().toByteArray();
        this.labels = samples.labels().astype(DType.INT64).toLongArray();
        this.size = size;
        this.random = random;
    }

    @Override
    public Batch next() {
        float[] x = new float[size * PIXELS];
        long[] t = new long[size];
        double[] kinds = random.rand(size).toDoubleArray();
        double[] careful = random.rand(size).toDoubleArray();
        int[] chosen = random.randint(0, labels.length, size).toIntArray();
        for (int i = 0; i < size; i++) {
            float[] image;
            if (kinds[i] < DRAWN) {
                t[i] = chosen[i] % 10;
                image = DrawnDigit.draw((int) t[i], random);
            } else {
                t[i] = labels[chosen[i]];
                image = image(chosen[i]);
            }
            float[] seen = careful[i] < AS_THEY_ARE ? image : Distortion.apply(image, random);
            System.arraycopy(seen, 0, x, i * PIXELS, PIXELS);
        }
        return new Batch(NDArray.of(x, size, 1, 28, 28), NDArray.of(t));
    }

    private float[] image(int number) {
        float[] image = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            image[i] = (images[number * PIXELS + i] & 0xff) / 255f;
        }
        return image;
    }

    @Override
    public int perEpoch() {
        return labels.length / size;
    }

    @Override
    public Map<String, NDArray> state() {
        return Map.of();
    }

    @Override
    public void restore(Map<String, NDArray> state) {
        throw new UnsupportedOperationException("this training does not resume");
    }
}
