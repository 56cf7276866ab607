package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.Mutation;
import io.github.dlfs4j.Usage;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.io.ObjectStreamConstants;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged serialised forms give an exception of Java's serialisation, or an intact object, within a second and 64 MiB.
 */
class SerializedFormFuzzTest {
    private static final long SEED = Long.getLong("dlfs4j.seed", 1);
    private static final long MAX_NANOSECONDS = 1_000_000_000;
    private static final long MAX_BYTES = 64L << 20;

    /** The bytes before the object: a short for the format, and one for its version. */
    private static final int HEADER = 2 * Short.BYTES;

    private volatile String current;
    private int read;
    private int refused;

    static List<Object> serializableObjects() {
        RandomState random = new RandomState(27);
        Network network =
                MultiLayerNet.ofSizes(3, 4, 2).batchNormalization().dropout(0.3).build(random);
        Adam adam = new Adam(0.1);
        adam.update(network.parameters(), network.parameters());
        Map<String, NDArray> weights = new LinkedHashMap<>();
        for (int i = 1; i <= 3; i++) {
            weights.put("W" + i, random.randn(2, 2));
            weights.put("b" + i, random.randn(2));
        }
        return List.of(
                random.randn(2, 3),
                NDArray.arange(100).astype(DType.UINT8),
                NDArray.scalar(true),
                random,
                new BatchNormalization(NDArray.ones(2), NDArray.zeros(2)),
                network,
                new TwoLayerNet(3, 4, 2, random),
                SimpleConvNet.ofImages(1, 4, 4)
                        .filters(1, 3)
                        .hidden(2)
                        .classes(2)
                        .build(random),
                new ThreeLayerNet(weights),
                adam,
                new SGD(0.1),
                Dataset.of(random.randn(4, 2), NDArray.arange(4)),
                new Checkpoint(3, "a test", network.state(), "Adam", adam.state(), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("serializableObjects")
    void damagedSerialisedFormsGiveAnExceptionOrAnIntactObject(Object object) throws IOException {
        readDamaged(object, 80);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("serializableObjects")
    void moreDamagedFormsGiveAnExceptionOrAnIntactObject(Object object) throws IOException {
        readDamaged(object, 200);
    }

    @Tag("fuzz")
    @ParameterizedTest
    @MethodSource("serializableObjects")
    void thousandsOfDamagedFormsGiveAnExceptionOrAnIntactObject(Object object) throws IOException {
        readDamaged(object, 4000);
    }

    private void readDamaged(Object object, int count) throws IOException {
        byte[] original = Journey.beginning(object);
        Duration limit = Duration.ofMinutes(5).plusMillis(100L * count);
        assertTimeoutPreemptively(
                limit,
                () -> Mutation.inTurn(SEED, count).forEach(mutation -> check(mutation, original)),
                () -> "does not end: " + current);
        System.out.printf(
                "%s, seed %d: %d mutants read, %d refused%n", object.getClass().getSimpleName(), SEED, read, refused);
        assertThat(read + refused).isEqualTo(count);
        assertThat(refused).isGreaterThan(count / 4);
    }

    private void check(Mutation mutation, byte... original) {
        current = mutation.toString();
        byte[] damaged = mutation.apply(original);
        Usage usage = Usage.of(() -> Journey.end(damaged));
        assertThat(usage.bytes()).as(current).isLessThan(MAX_BYTES);
        assertThat(usage.nanoseconds()).as(current).isLessThan(MAX_NANOSECONDS);
        Object arrived;
        try {
            arrived = Journey.end(damaged);
        } catch (IOException | ClassNotFoundException e) {
            refused++;
            return;
        } catch (RuntimeException e) {
            // For some damage, such as an invalid class name, the JDK itself throws other exceptions. Our code must
            // not.
            assertThat(Stream.of(e.getStackTrace())
                            .map(StackTraceElement::getClassName)
                            .takeWhile(name -> !name.startsWith("java.io.ObjectInputStream")))
                    .as(current)
                    .noneMatch(name -> name.startsWith("io.github.dlfs4j"));
            refused++;
            return;
        }
        read++;
        if (arrived == null) {
            // Java reads null where the damage wrote it in the place of the object; nothing of ours may give it.
            assertThat(damaged[HEADER]).as(current).isEqualTo(ObjectStreamConstants.TC_NULL);
            return;
        }
        use(arrived);
    }

    /** Uses the object as every intact object can be used. */
    private void use(Object arrived) {
        try {
            assertThat(Journey.of(arrived)).as(current).isNotNull();
        } catch (IOException e) {
            throw new UncheckedIOException(current, e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(current, e);
        }
        if (arrived instanceof NDArray array) {
            assertThat(array.copy().toString()).as(current).isNotNull();
        } else if (arrived instanceof RandomState random) {
            assertThat(random.randn(700).shape(0)).as(current).isEqualTo(700);
        } else if (arrived instanceof Layer layer) {
            layer.parameters().values().forEach(this::use);
            layer.statistics().values().forEach(this::use);
        } else if (arrived instanceof Network network) {
            network.state().values().forEach(this::use);
        } else if (arrived instanceof ThreeLayerNet network) {
            assertThat(network.predict(NDArray.ones(2)).shape(0)).as(current).isEqualTo(2);
        } else if (arrived instanceof Optimizer optimizer) {
            optimizer.restore(optimizer.state());
        } else if (arrived instanceof Dataset data) {
            assertThat(data.batch(0, 1).x().ndim()).as(current).isPositive();
        } else if (arrived instanceof Checkpoint checkpoint) {
            checkpoint.network().values().forEach(this::use);
        }
    }
}
