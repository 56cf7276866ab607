package io.github.dlfs4j.app.recognition;

import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Prepares the first prediction while the images are being read. One thread loads the weights. Another classifies an
 * artificial image with artificial weights again and again, until the images and the weights are there. When the first
 * real image comes, the classes are loaded and the JIT compiler is at work.
 */
public final class Rehearsal implements Callable<Optional<Map<String, NDArray>>>, Runnable, AutoCloseable {
    /** How the names of the threads begin. */
    public static final String THREADS = "dlfs4j-rehearsal";

    /** The numbers of pixels, of neurons in the two hidden layers, and of digits. */
    private static final int[] SIZES = {28 * 28, 50, 100, 10};

    private final DataSource data;
    private final FutureTask<Optional<Map<String, NDArray>>> weights = new FutureTask<>(this);
    private volatile boolean over;

    /**
     * Starts the rehearsal.
     *
     * @param data where the weights come from
     */
    public Rehearsal(DataSource data) {
        this.data = data;
        start(weights, THREADS + "-weights");
        // Like the weights' task, this one keeps an error to itself, such as too little memory.
        start(new FutureTask<>(this, null), THREADS);
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Optional<Map<String, NDArray>> call() throws IOException {
        return data.loadWeights();
    }

    @Override
    public void run() {
        Map<String, NDArray> artificial = new HashMap<>();
        for (int i = 1; i < SIZES.length; i++) {
            artificial.put("W" + i, NDArray.zeros(DType.FLOAT32, SIZES[i - 1], SIZES[i]));
            artificial.put("b" + i, NDArray.zeros(DType.FLOAT32, SIZES[i]));
        }
        ThreeLayerNet network = new ThreeLayerNet(artificial);
        // Mostly background, as real images are, so that the same code is compiled.
        byte[] pixels = new byte[SIZES[0]];
        Arrays.fill(pixels, 300, 450, (byte) 200);
        NDArray image = NDArray.of(pixels);
        while (!over) {
            network.predict(image).argmax().asLong();
        }
    }

    /** Ends the rehearsal, even if the images could not be read. */
    @Override
    public void close() {
        over = true;
    }

    /**
     * Returns the weights, as soon as they are loaded; empty if they are missing.
     *
     * @return the weights by name
     * @throws IOException if they cannot be used
     */
    public Optional<Map<String, NDArray>> weights() throws IOException {
        try {
            return weights.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
