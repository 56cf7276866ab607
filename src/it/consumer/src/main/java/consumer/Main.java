package consumer;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What another project does with the library: arrays, an exported package each, a file, a resource. */
final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        System.out.println(NDArray.class.getModule());
        System.out.println(NDArray.kernel());
        System.out.println(NDArray.of(1, 2, 3).div(NDArray.of(4, 5, 6)));
        NDArray w = new RandomState(0).randn(3, 2);
        NDArray y = Activations.softmax(NDArray.of(new double[][] {{1, 0.5, -1}, {0.1, 0.2, 0.3}})
                .dot(w));
        System.out.println(y);
        Path file = Files.createTempFile("consumer", ".npz");
        Npz.write(file, Map.of("w", w));
        System.out.println(Npz.read(file).get("w").equals(w));
        Files.delete(file);
        NDArray image = NDArray.zeros(28, 28);
        image.at(Index.range(4, 24), Index.range(13, 15)).set(1);
        System.out.println(ThreeLayerNet.pretrained().predict(image.ravel()).argmax());
    }
}
