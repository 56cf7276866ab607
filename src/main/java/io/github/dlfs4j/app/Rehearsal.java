package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Loads the weights while the images are being read, and then classifies an artificial image again and again until they
 * are there. When the first real image comes, the classes are loaded and the JIT compiler is at work.
 */
final class Rehearsal implements Callable<Optional<Map<String, NDArray>>>, AutoCloseable {
    static final String THREAD = "dlfs4j-rehearsal";

    private final DataSource data;
    private final FutureTask<Optional<Map<String, NDArray>>> task = new FutureTask<>(this);
    private volatile boolean over;

    /** Starts the rehearsal in a thread of its own. */
    Rehearsal(DataSource data) {
        this.data = data;
        Thread thread = new Thread(task, THREAD);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Optional<Map<String, NDArray>> call() throws IOException {
        Optional<Map<String, NDArray>> weights = data.loadWeights();
        ThreeLayerNet network = weights.isPresent() ? new ThreeLayerNet(weights.get()) : ThreeLayerNet.pretrained();
        // Mostly background, as real images are, so that the same code is compiled.
        byte[] pixels = new byte[28 * 28];
        Arrays.fill(pixels, 300, 450, (byte) 200);
        NDArray image = NDArray.of(pixels);
        while (!over) {
            network.predict(image).argmax().asLong();
        }
        return weights;
    }

    /** Ends the rehearsal, even if the images could not be read. */
    @Override
    public void close() {
        over = true;
    }

    /** Ends the rehearsal and returns the weights; empty if they are missing. */
    Optional<Map<String, NDArray>> weights() throws IOException {
        close();
        try {
            return task.get();
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
