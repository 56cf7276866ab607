package cluster;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What some parts of a batch say: sums, for which the order matters to the last bit.
 *
 * @param parts how many
 * @param loss the sum of their losses
 * @param gradients the sums of their gradients, by the names of the parameters
 */
record Share(int parts, NDArray loss, Map<String, NDArray> gradients) implements Serializable {
    Share plus(Share next) {
        Map<String, NDArray> sums = new TreeMap<>();
        gradients.forEach((name, gradient) -> sums.put(name, gradient.add(next.gradients.get(name))));
        return new Share(parts + next.parts, loss.add(next.loss), sums);
    }

    double meanLoss() {
        return loss.asDouble() / parts;
    }

    Map<String, NDArray> meanGradients() {
        Map<String, NDArray> means = new TreeMap<>();
        gradients.forEach((name, gradient) -> means.put(name, gradient.div(parts)));
        return means;
    }
}
