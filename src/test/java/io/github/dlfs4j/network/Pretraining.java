package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the weights of {@link ThreeLayerNet#pretrained()}: trains the network of section 3.6, in float32, on the
 * training images of MNIST. It uses the test images only at the end, to compute the accuracy.
 *
 * <p>It makes the same file on every machine and with every kernel, since the arithmetic of the library has the same
 * bits everywhere.
 *
 * <p>Run it from the root of the project, after {@code mvn -q test-compile}; it takes about 15 seconds:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.network.Pretraining \
 *     src/main/resources/io/github/dlfs4j/network/three-layer-net.npz
 * }</pre>
 */
public final class Pretraining implements Network {
    private static final long SEED = 0;
    private static final int BATCH = 100;
    static final int EPOCHS = 16;
    private static final double LEARNING_RATE = 1;
    /** The factor of the learning rate after each epoch. */
    private static final double DECAY = 0.93;

    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final List<Affine> affine;
    private final List<Layer> layers;
    private final SoftmaxWithLoss lastLayer = new SoftmaxWithLoss();

    private Pretraining(RandomState random) {
        Affine first = affine(1, 784, 50, 4, random);
        Affine second = affine(2, 50, 100, 4, random);
        Affine third = affine(3, 100, 10, 1, random);
        affine = List.of(first, second, third);
        layers = List.of(first, new Sigmoid(), second, new Sigmoid(), third);
    }

    /**
     * Draws the weights of a layer as X. Glorot and Y. Bengio propose ("Understanding the difficulty of training deep
     * feedforward neural networks", AISTATS 2010): uniformly within the square root of 6 / (inputs + outputs), and
     * within four times as much before a sigmoid.
     */
    private Affine affine(int number, int inputs, int outputs, double gain, RandomState random) {
        double limit = gain * Math.sqrt(6.0 / (inputs + outputs));
        NDArray w = random.uniform(-limit, limit, inputs, outputs).astype(DType.FLOAT32);
        NDArray b = NDArray.zeros(DType.FLOAT32, outputs);
        parameters.put("W" + number, w);
        parameters.put("b" + number, b);
        return new Affine(w, b);
    }

    @Override
    public Map<String, NDArray> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public NDArray predict(NDArray x) {
        NDArray out = x;
        for (Layer layer : layers) {
            out = layer.forward(out);
        }
        return out;
    }

    @Override
    public NDArray loss(NDArray x, NDArray t) {
        return lastLayer.forward(predict(x), t);
    }

    @Override
    public Map<String, NDArray> gradient(NDArray x, NDArray t) {
        loss(x, t);
        NDArray dout = lastLayer.backward(1);
        for (int i = layers.size() - 1; i >= 0; i--) {
            dout = layers.get(i).backward(dout);
        }
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        for (int i = 0; i < affine.size(); i++) {
            gradients.put("W" + (i + 1), affine.get(i).dW());
            gradients.put("b" + (i + 1), affine.get(i).db());
        }
        return gradients;
    }

    /** Returns the weights after some epochs. */
    static Map<String, NDArray> train(Samples samples, int epochs) {
        Dataset data = normalized(samples);
        RandomState random = new RandomState(SEED);
        Pretraining network = new Pretraining(random);
        SGD sgd = new SGD(LEARNING_RATE);
        Trainer trainer = new Trainer(network, sgd, Batches.shuffled(data, BATCH, random));
        trainer.every(trainer.stepsPerEpoch(), t -> sgd.learningRate(sgd.learningRate() * DECAY));
        trainer.runEpochs(epochs);
        return network.parameters();
    }

    private static Dataset normalized(Samples samples) {
        return Dataset.of(samples.images(), samples.labels())
                .prepared(images -> images.astype(DType.FLOAT32).divi(255));
    }

    /**
     * Trains the network and writes its weights.
     *
     * @param args the file
     * @throws IOException if MNIST cannot be read from {@code data}, or the file not be written
     */
    public static void main(String[] args) throws IOException {
        Samples samples = Mnist.options().normalize(false).loadTraining();
        Map<String, NDArray> weights = train(samples, EPOCHS);
        Npz.write(Path.of(args[0]), weights);
        ThreeLayerNet network = new ThreeLayerNet(weights);
        Samples test = Mnist.options().loadTest();
        NDArray right = network.predict(test.images()).argmax(1).eq(test.labels());
        System.out.println("test accuracy: " + right.mean());
    }
}
