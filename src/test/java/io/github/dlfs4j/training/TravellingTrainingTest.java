package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import io.github.dlfs4j.Journey;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of a training are serialised and read again, and the training goes on as it would have. */
class TravellingTrainingTest {
    /** The parts of a training; dropout and batches share one generator. */
    private record Parts(Network network, Optimizer optimizer, Dataset data, RandomState random)
            implements Serializable {
        static Parts of(Optimizer optimizer) {
            RandomState random = new RandomState(27);
            Network network = MultiLayerNet.ofSizes(6, 8, 7, 3)
                    .batchNormalization()
                    .dropout(0.3)
                    .weightDecay(0.01)
                    .build(random);
            UnaryOperator<NDArray> preparation = (UnaryOperator<NDArray> & Serializable) x -> x.mul(0.5);
            Dataset data = Dataset.of(random.randn(40, 6), random.randint(0, 3, 40));
            return new Parts(network, optimizer, data.prepared(preparation), random);
        }

        Trainer trainer() {
            return new Trainer(network, optimizer, Batches.shuffled(data, 7, random));
        }
    }

    static List<Optimizer> optimizers() {
        return List.of(new SGD(0.1), new Momentum(0.05), new Adam(0.01));
    }

    /** The training is in the middle of an epoch, and the generator has drawn one of a pair of Gaussians. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void aTravelledTrainingGoesOnWithItsPartsAndACheckpoint(Optimizer optimizer) throws Exception {
        Parts parts = Parts.of(optimizer);
        Trainer trainer = parts.trainer();
        trainer.run(9);
        Object[] arrived = Journey.of(new Object[] {parts, trainer.checkpoint()});
        Trainer other = ((Parts) arrived[0]).trainer();
        other.restore((Checkpoint) arrived[1]);
        trainer.run(20);
        other.run(20);
        assertThat(other.checkpoint()).isEqualTo(trainer.checkpoint());
    }

    /** At the end of an epoch, batches need no checkpoint. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void aTravelledTrainingGoesOnAfterAnEpochWithoutACheckpoint(Optimizer optimizer) throws Exception {
        Parts parts = Parts.of(optimizer);
        Trainer trainer = parts.trainer();
        trainer.runEpochs(2);
        Trainer other = Journey.of(parts).trainer();
        trainer.run(20);
        other.run(20);
        Checkpoint expected = trainer.checkpoint();
        Checkpoint checkpoint = other.checkpoint();
        assertThat(checkpoint.network()).isEqualTo(expected.network());
        assertThat(checkpoint.optimizerState()).isEqualTo(expected.optimizerState());
        assertThat(checkpoint.batches()).isEqualTo(expected.batches());
    }

    @Test
    void aTrainingTravelsByKryosJavaSerializer() {
        Parts parts = Parts.of(new Adam(0.01));
        parts.trainer().runEpochs(1);
        Kryo kryo = new Kryo();
        kryo.setRegistrationRequired(false);
        kryo.addDefaultSerializer(Serializable.class, JavaSerializer.class);
        Output out = new Output(1 << 10, -1);
        kryo.writeObject(out, parts);
        Parts arrived = kryo.readObject(new Input(out.toBytes()), Parts.class);
        parts.trainer().run(5);
        arrived.trainer().run(5);
        assertThat(arrived.network.state()).isEqualTo(parts.network.state());
        assertThat(arrived.random.state()).isEqualTo(parts.random.state());
    }

    @Test
    void aDatasetWithoutPreparationTravels() throws Exception {
        Dataset data = Dataset.of(NDArray.arange(6).reshape(3, 2), NDArray.arange(3));
        assertThat(Journey.of(data)).isEqualTo(data);
    }

    @Test
    void aDatasetWhosePreparationIsNotSerializableIsRefused() {
        UnaryOperator<NDArray> preparation = x -> x;
        Dataset data =
                Dataset.of(NDArray.arange(6).reshape(3, 2), NDArray.arange(3)).prepared(preparation);
        assertThatExceptionOfType(NotSerializableException.class)
                .isThrownBy(() -> Journey.beginning(data))
                .withMessage("a Dataset whose preparation is not Serializable cannot be serialised: "
                        + preparation.getClass().getName());
    }

    @Test
    void aTravelledCheckpointHasTheChecksOfAFile() throws Exception {
        Checkpoint checkpoint = new Checkpoint(3, "", Map.of("W", NDArray.ones(2)), "SGD", Map.of(), Map.of());
        assertThat(Journey.of(checkpoint)).isEqualTo(checkpoint);
        byte[] serialised = Journey.beginning(checkpoint);
        for (int at = 0; at < serialised.length; at++) {
            if (serialised[at] == 's' && serialised[at + 1] == 't' && serialised[at + 2] == 'e') {
                serialised[at] = 'S';
            }
        }
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.end(serialised))
                .withMessageStartingWith(
                        "serialised Checkpoint, steps, byte 0: expected a number from 0 on, found none");
    }
}
