package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;

/**
 * Samples for training or for a test. A data set keeps the inputs as they are and prepares them batch by batch: 60,000
 * images of MNIST are 47 MB as uint8, but would be 188 MB as float32.
 *
 * <pre>{@code
 * Samples samples = Mnist.options().normalize(false).loadTest();
 * Dataset test = Dataset.of(samples.images(), samples.labels())
 *         .prepared(images -> images.astype(DType.FLOAT32).divi(255));
 * Batch batch = test.batch(0, 100);
 * System.out.println(test.inputs().dtype() + ", " + batch.x().dtype() + " " + batch.x().shape());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * uint8, float32 (100, 784)
 * }</pre>
 *
 * <p>Its serialised form has the arrays and the preparation, which must be {@link Serializable}, such as a lambda
 * expression that is cast to {@code (UnaryOperator<NDArray> & Serializable)}.
 *
 * @param inputs the inputs; the first axis counts them
 * @param targets one label, one-hot row or row of numbers for each input
 * @param preparation makes a new array of some inputs, as a network takes them
 */
public record Dataset(NDArray inputs, NDArray targets, UnaryOperator<NDArray> preparation) implements Serializable {
    /** The number of samples that are evaluated at a time: enough for speed, and little memory. */
    private static final int SLICE = 250;

    /**
     * The preparation that changes nothing. It is a record, because the message for a damaged stream would name the
     * constants of an enum.
     */
    private record Identity() implements UnaryOperator<NDArray>, Serializable {
        @Override
        public NDArray apply(NDArray inputs) {
            return inputs;
        }
    }

    /**
     * Creates a data set.
     *
     * @throws IllegalArgumentException {@code inputs of shape (3, 2) and targets of shape (4,) must be equally many}
     */
    public Dataset {
        Objects.requireNonNull(preparation, "preparation");
        if (inputs.ndim() == 0 || targets.ndim() == 0 || inputs.shape(0) != targets.shape(0)) {
            throw new IllegalArgumentException("inputs of shape %s and targets of shape %s must be equally many"
                    .formatted(inputs.shape(), targets.shape()));
        }
    }

    /**
     * Returns a data set whose inputs need no preparation.
     *
     * @param inputs the inputs; the first axis counts them
     * @param targets one label, one-hot row or row of numbers for each input
     * @return a data set of these arrays, which are not copied
     * @throws IllegalArgumentException {@code inputs of shape (3, 2) and targets of shape (4,) must be equally many}
     */
    public static Dataset of(NDArray inputs, NDArray targets) {
        return new Dataset(inputs, targets, new Identity());
    }

    /**
     * Returns the same samples with another preparation.
     *
     * @param preparation makes a new array of some inputs, as a network takes them
     * @return a data set of the same arrays
     */
    public Dataset prepared(UnaryOperator<NDArray> preparation) {
        return new Dataset(inputs, targets, preparation);
    }

    /**
     * Two parts of a data set.
     *
     * @param train the samples for training
     * @param test the samples for the test
     */
    public record Split(Dataset train, Dataset test) {
        /** Refuses null. */
        public Split {
            Objects.requireNonNull(train, "train");
            Objects.requireNonNull(test, "test");
        }
    }

    /**
     * Splits the samples: the first are for training, and the last for the test. If the samples lie in an order that
     * matters, such as class by class, take {@link #split(double, RandomState) the random split} instead.
     *
     * @param testShare the share of samples for the test, above 0 and below 1; rounded to whole samples
     * @return two data sets of views of the same arrays
     * @throws IllegalArgumentException {@code a share of 1.5 of 10 samples leaves none to train with}, or none to test
     *     with
     */
    public Split split(double testShare) {
        int train = size() - testSize(testShare);
        return new Split(part(a -> a.get(Index.to(train))), part(a -> a.get(Index.from(train))));
    }

    /**
     * Splits the samples at random.
     *
     * <pre>{@code
     * Dataset data = Dataset.of(NDArray.arange(10).reshape(10, 1), NDArray.arange(10));
     * Dataset.Split split = data.split(0.3, new RandomState(0));
     * System.out.println(split.train().targets() + " " + split.test().targets());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [2 8 4 9 1 6 7] [3 0 5]
     * }</pre>
     *
     * @param testShare the share of samples for the test, above 0 and below 1; rounded to whole samples
     * @param random the generator for the order, {@code permutation}: its first samples are for training, its last for
     *     the test
     * @return two data sets of copies of the arrays
     * @throws IllegalArgumentException {@code a share of 1.5 of 10 samples leaves none to train with}, or none to test
     *     with; nothing is drawn then
     */
    public Split split(double testShare, RandomState random) {
        int train = size() - testSize(testShare);
        NDArray order = random.permutation(size());
        return new Split(part(a -> a.get(order.get(Index.to(train)))), part(a -> a.get(order.get(Index.from(train)))));
    }

    /**
     * Returns the samples in a random order. This is the book's {@code shuffle_dataset}.
     *
     * <pre>{@code
     * Dataset data = Dataset.of(NDArray.arange(10).reshape(5, 2), NDArray.arange(5));
     * System.out.println(data.shuffled(new RandomState(0)).targets());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [2 0 1 3 4]
     * }</pre>
     *
     * @param random the generator for the order, {@code permutation}
     * @return a data set of copies of the arrays
     */
    public Dataset shuffled(RandomState random) {
        NDArray order = random.permutation(size());
        return part(a -> a.get(order));
    }

    private int testSize(double share) {
        int count = (int) Math.round(share * size());
        if (!(share > 0 && share < 1) || count == 0 || count == size()) {
            throw new IllegalArgumentException("a share of %s of %s samples leaves none to %s with"
                    .formatted(share, size(), share < 0.5 ? "test" : "train"));
        }
        return count;
    }

    private Dataset part(UnaryOperator<NDArray> part) {
        return new Dataset(part.apply(inputs), part.apply(targets), preparation);
    }

    /** {@return the number of samples} */
    public int size() {
        return inputs.shape(0);
    }

    /**
     * Returns the class of each sample. Of one-hot rows it is the position of the 1.
     *
     * @return the targets if they are labels, of shape (n,) and an integer dtype; for one-hot rows, int64 of shape (n,)
     * @throws IllegalArgumentException {@code float64 targets of shape (20, 1) are not classes}
     */
    public NDArray labels() {
        if (targets.ndim() == 1 && !targets.dtype().isFloating()) {
            return targets;
        }
        if (targets.ndim() == 2 && targets.shape(1) > 1) {
            return targets.argmax(1);
        }
        throw new IllegalArgumentException(
                "%s targets of shape %s are not classes".formatted(targets.dtype(), targets.shape()));
    }

    /**
     * Returns the samples at the given positions.
     *
     * @param positions a 1-d array of int64
     * @return the samples in this order, prepared
     * @throws IndexOutOfBoundsException {@code index 60000 is out of bounds for axis 0 with size 60000}
     */
    public Batch batch(NDArray positions) {
        return new Batch(prepare(inputs.get(Objects.requireNonNull(positions, "positions"))), targets.get(positions));
    }

    /**
     * Returns the samples at the given positions. It reuses the arrays of a batch of the same size that is no longer
     * needed; prepared inputs always get a new array.
     */
    Batch batch(Batch spent, NDArray positions) {
        if (spent.x().shape(0) != positions.size()) {
            return batch(positions);
        }
        NDArray x =
                preparation instanceof Identity ? inputs.take(positions, 0, spent.x()) : prepare(inputs.get(positions));
        return new Batch(x, targets.take(positions, 0, spent.t()));
    }

    /**
     * Returns the samples from one position to another.
     *
     * @param from the position of the first sample
     * @param to the position after the last sample
     * @return the samples, prepared
     */
    public Batch batch(int from, int to) {
        Index range = Index.range(from, to);
        return new Batch(prepare(inputs.get(range)), targets.get(range));
    }

    private NDArray prepare(NDArray some) {
        NDArray prepared = preparation.apply(some);
        if (prepared == null) {
            throw new IllegalStateException("the preparation of a Dataset has made no array");
        }
        return prepared;
    }

    /**
     * Computes the share of samples whose class a network predicts, 250 samples at a time.
     *
     * @param network the network
     * @return from 0 to 1; NaN if there are no samples
     */
    public double accuracy(Network network) {
        return sumOfSlices((x, t) -> Math.rint(network.accuracy(x, t) * x.shape(0))) / size();
    }

    /**
     * Computes the loss of a network, averaged over all samples, 250 samples at a time.
     *
     * @param network the network
     * @return a number; NaN if there are no samples
     */
    public double loss(Network network) {
        return sumOfSlices((x, t) -> network.loss(x, t).asDouble() * x.shape(0)) / size();
    }

    @SuppressWarnings("try") // nothing uses the scope; it only has to be open
    private double sumOfSlices(ToDoubleBiFunction<NDArray, NDArray> metric) {
        double sum = 0;
        for (int from = 0; from < size(); from += SLICE) {
            // A layer keeps what it makes in its first call.
            try (ArrayScope scope = from == 0 ? null : ArrayScope.open()) {
                Batch batch = batch(from, Math.min(from + SLICE, size()));
                sum += metric.applyAsDouble(batch.x(), batch.t());
            }
        }
        return sum;
    }

    @Override
    public String toString() {
        return "Dataset(%s samples, inputs: %s %s, targets: %s %s)"
                .formatted(size(), inputs.dtype(), inputs.shape(), targets.dtype(), targets.shape());
    }

    /** The record is its own serialised form: Java calls its constructor when it reads one. */
    private Object writeReplace() throws NotSerializableException {
        if (!(preparation instanceof Serializable)) {
            throw new NotSerializableException("a Dataset whose preparation is not Serializable cannot be serialised: "
                    + preparation.getClass().getName());
        }
        return this;
    }
}
