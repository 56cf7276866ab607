package io.github.dlfs4j.book;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sections 6.2.2 and 6.2.3: the spread of the first weights decides the spread of the outputs of hidden layers. */
final class ActivationHistograms {
    private static final int NODES = 100;
    private static final int LAYERS = 5;

    private ActivationHistograms() {}

    /** The initialisations for the sigmoid function and for tanh. */
    private static Map<String, Initialization> ofSigmoid() {
        Map<String, Initialization> initializations = new LinkedHashMap<>();
        initializations.put("standard deviation 1", Initialization.normal(1));
        initializations.put("standard deviation 0.01", Initialization.normal(0.01));
        initializations.put("Xavier", Initialization.xavier());
        return initializations;
    }

    private static Map<String, Initialization> ofRelu() {
        Map<String, Initialization> initializations = new LinkedHashMap<>();
        initializations.put("standard deviation 0.01", Initialization.normal(0.01));
        initializations.put("Xavier", Initialization.xavier());
        initializations.put("He", Initialization.he());
        return initializations;
    }

    /** Returns the outputs of five layers of 100 neurons for 1000 random inputs, each of shape (1000, 100). */
    static List<NDArray> activations(UnaryOperator<NDArray> function, Initialization initialization) {
        RandomState random = new RandomState(0);
        NDArray x = random.randn(1000, NODES);
        List<NDArray> activations = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            NDArray w = initialization.weights(random, NODES, NODES, NODES);
            NDArray a = x.dot(w);
            NDArray z = function.apply(a);
            activations.add(z);
            x = z;
        }
        return activations;
    }

    static void sigmoid(PrintStream out) {
        ofSigmoid()
                .forEach((name, initialization) -> print(out, name, activations(Activations::sigmoid, initialization)));
    }

    /** The outputs of tanh lie around 0; those of the sigmoid function lie around 0.5. */
    static void tanh(PrintStream out) {
        ofSigmoid().forEach((name, initialization) -> print(out, name, activations(NDArray::tanh, initialization)));
    }

    static void relu(PrintStream out) {
        ofRelu().forEach((name, initialization) -> print(out, name, activations(Activations::relu, initialization)));
    }

    private static void print(PrintStream out, String name, List<NDArray> activations) {
        out.println(name);
        out.println("  mean      " + NDArray.stack(0, each(activations, NDArray::mean)));
        out.println("  deviation " + NDArray.stack(0, each(activations, NDArray::std)));
    }

    private static NDArray[] each(List<NDArray> activations, UnaryOperator<NDArray> statistic) {
        return activations.stream().map(statistic).toArray(NDArray[]::new);
    }

    static Panels sigmoidPanels() {
        Panels panels = new Panels(1);
        ofSigmoid()
                .forEach((name, initialization) ->
                        panels.add(row(activations(Activations::sigmoid, initialization), 0, 60_000), name));
        return panels;
    }

    static Panels tanhPanels() {
        Panels panels = new Panels(1);
        ofSigmoid()
                .forEach((name, initialization) ->
                        panels.add(row(activations(NDArray::tanh, initialization), -1, 60_000), name));
        return panels;
    }

    static Panels reluPanels() {
        Panels panels = new Panels(1);
        ofRelu().forEach((name, initialization) ->
                panels.add(row(activations(Activations::relu, initialization), 0, 7000), name));
        return panels;
    }

    private static Panels row(List<NDArray> activations, double low, double highest) {
        Panels panels = new Panels(LAYERS);
        for (int i = 0; i < LAYERS; i++) {
            String name = "layer " + (i + 1);
            panels.add(new Plot(190, 140)
                    .title(name)
                    .histogram(name, activations.get(i), 30, low, 1)
                    .yLimits(0, highest));
        }
        return panels;
    }
}
