package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.gradient.GradientCheck;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code Map.of} has another order in each process; what is computed with it and written of it is the same. */
class MapsInProcessesTest {
    @Test
    void weightsAndFilesAreTheSameWhateverTheOrderOfMapOf() throws Exception {
        Map<String, List<String>> results = new HashMap<>();
        for (int process = 0; process < 50 && results.size() < 2; process++) {
            List<String> lines = JavaProcess.run(List.of("-XX:TieredStopAtLevel=1"), Program.class);
            results.put(lines.get(0), lines.subList(1, lines.size()));
        }
        assertThat(results).hasSize(2);
        List<String> one = results.values().iterator().next();
        assertThat(one).hasSizeGreaterThan(20);
        assertThat(results.values()).containsOnly(one);
    }

    private static <T> Map<String, T> four(T a, T b, T c, T d) {
        return Map.of("a", a, "b", b, "c", c, "d", d);
    }

    /** A layer of four parameters, which is also a network. */
    private record Two(Affine first, Affine second, IdentityWithLoss lastLayer) implements Layer, Network {
        static Two of(RandomState random) {
            Initialization xavier = Initialization.xavier();
            return new Two(Affine.of(1, 5, xavier, random), Affine.of(5, 1, xavier, random), new IdentityWithLoss());
        }

        @Override
        public NDArray forward(NDArray x) {
            return second.forward(first.forward(x));
        }

        @Override
        public NDArray backward(NDArray dout) {
            return first.backward(second.backward(dout));
        }

        @Override
        public Map<String, NDArray> parameters() {
            return four(first.weights(), first.bias(), second.weights(), second.bias());
        }

        @Override
        public Map<String, NDArray> gradients() {
            return four(first.dW(), first.db(), second.dW(), second.db());
        }

        @Override
        public Map<String, NDArray> statistics() {
            return four(NDArray.zeros(1), NDArray.zeros(2), NDArray.zeros(3), NDArray.zeros(4));
        }

        @Override
        public NDArray predict(NDArray x) {
            return forward(x);
        }

        @Override
        public NDArray loss(NDArray x, NDArray t) {
            return lastLayer.forward(forward(x), t);
        }

        @Override
        public Map<String, NDArray> gradient(NDArray x, NDArray t) {
            loss(x, t);
            backward(lastLayer.backward(1));
            return gradients();
        }

        @Override
        public String toString() {
            return "Two";
        }
    }

    /** Prints the names in the order in which it is given them. */
    private static final class Printing implements Optimizer {
        @Override
        public void update(Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
            System.out.println(parameters.keySet() + " " + gradients.keySet());
        }

        @Override
        public Map<String, NDArray> state() {
            NDArray array = NDArray.ones(1);
            return Map.of("lr", array, "a", array, "b", array, "c", array);
        }

        @Override
        public void restore(Map<String, NDArray> state) {
            System.out.println(state.keySet());
        }
    }

    /** A program that prints the order of this process, and then what must be the same in each. */
    static final class Program {
        private Program() {}

        /** Runs without arguments. */
        public static void main(String... arguments) throws IOException {
            System.out.println(four(1, 2, 3, 4).keySet());
            RandomState random = new RandomState(0);
            Sequential sequential = new Sequential(new IdentityWithLoss(), Two.of(random), new Tanh(), Two.of(random));
            train(sequential, new Adam(0.01));
            System.out.println(sequential.state().keySet());
            train(Two.of(random), new Adam(0.01));
            Optimizer printing = new Printing();
            train(Two.of(random), printing);
            printing.learningRate(0.5);
            Map<String, NDArray> arrays = Two.of(random).parameters();
            Network network = new VariableNetwork(
                    arrays,
                    (p, x) -> x.dot(p.get("a"))
                            .add(p.get("b"))
                            .tanh()
                            .dot(p.get("c"))
                            .add(p.get("d")),
                    Loss.meanSquaredError());
            train(network, new Adam(0.01));
            System.out.println(network);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Npz.write(out, arrays);
            Safetensors.write(out, arrays, four("1", "2", "3", "4"));
            System.out.println(Arrays.hashCode(out.toByteArray()));
            RandomSearch.LogRange range = new RandomSearch.LogRange(-6, -2);
            System.out.println(new RandomSearch(four(range, range, range, range)).draw(random));
        }

        /** Prints checksums of files, which have the weights. */
        private static void train(Network network, Optimizer optimizer) throws IOException {
            RandomState random = new RandomState(1);
            NDArray x = random.uniform(-2, 2, 60, 1);
            NDArray t = x.sin();
            System.out.println(
                    GradientCheck.of(() -> network.loss(x, t), network.parameters(), network.gradient(x, t)));
            System.out.println(network.numericalGradient(x, t).keySet());
            Trainer trainer = new Trainer(network, optimizer, Batches.shuffled(Dataset.of(x, t), 20, random));
            trainer.clipGradients(0.3).run(30);
            Path file = Files.createTempFile("map", ".npz");
            Networks.save(file, network);
            System.out.println(Arrays.hashCode(Files.readAllBytes(file)));
            Files.delete(file);
            ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
            trainer.checkpoint().write(checkpoint);
            System.out.println(Arrays.hashCode(checkpoint.toByteArray()));
        }
    }
}
