package cluster;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * What a training came to, to the bit.
 *
 * @param losses one a step
 * @param weights the SHA-256 of each parameter
 */
record Outcome(List<Double> losses, Map<String, String> weights) {
    static Outcome of(Network network, DataParallelTraining training, int steps, LongConsumer beforeStep) {
        List<Double> losses = new ArrayList<>();
        while (training.steps() < steps) {
            beforeStep.accept(training.steps());
            losses.add(training.step());
        }
        return new Outcome(losses, weights(network.parameters()));
    }

    static Map<String, String> weights(Map<String, NDArray> parameters) {
        Map<String, String> weights = new TreeMap<>();
        parameters.forEach(
                (name, array) -> weights.put(name, sha256(array.ravel().toDoubleArray())));
        return weights;
    }

    private static String sha256(double[] elements) {
        ByteBuffer bits = ByteBuffer.allocate(elements.length * Double.BYTES);
        bits.asDoubleBuffer().put(elements);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bits.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
