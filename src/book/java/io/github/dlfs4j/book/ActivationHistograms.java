package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
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

    static void sigmoid() {
        ofSigmoid()
                .forEach(
                        (name, initialization) -> printSpread(name, activations(Activations::sigmoid, initialization)));
    }

    /** The outputs of tanh lie around 0; those of the sigmoid function lie around 0.5. */
    static void tanh() {
        ofSigmoid().forEach((name, initialization) -> printSpread(name, activations(NDArray::tanh, initialization)));
    }

    static void relu() {
        ofRelu().forEach((name, initialization) -> printSpread(name, activations(Activations::relu, initialization)));
    }

    private static void printSpread(String name, List<NDArray> activations) {
        print(name);
        print("  mean     ", NDArray.stack(0, each(activations, NDArray::mean)));
        print("  deviation", NDArray.stack(0, each(activations, NDArray::std)));
    }

    private static NDArray[] each(List<NDArray> activations, UnaryOperator<NDArray> statistic) {
        return activations.stream().map(statistic).toArray(NDArray[]::new);
    }

    static Panels sigmoidPanels() {
        Panels panels = new Panels(LAYERS);
        ofSigmoid()
                .forEach((name, initialization) ->
                        addRow(panels, name, activations(Activations::sigmoid, initialization), 0));
        return panels;
    }

    static Panels tanhPanels() {
        Panels panels = new Panels(LAYERS);
        ofSigmoid()
                .forEach(
                        (name, initialization) -> addRow(panels, name, activations(NDArray::tanh, initialization), -1));
        return panels;
    }

    static Panels reluPanels() {
        Panels panels = new Panels(LAYERS);
        ofRelu().forEach((name, initialization) ->
                addPositiveRow(panels, name, activations(Activations::relu, initialization)));
        return panels;
    }

    /** Adds a histogram for each layer, all with the same axes. */
    private static void addRow(Panels panels, String name, List<NDArray> activations, double low) {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            plots.add(new Plot(200, 150)
                    .title("layer " + (i + 1))
                    .histogram("outputs", activations.get(i), 30, low, 1)
                    .xLabel("output")
                    .yLabel("count"));
        }
        addRow(panels, name, plots);
    }

    /** As {@link #addRow}, without the zeros of ReLU: half of all outputs in one column would hide the others. */
    private static void addPositiveRow(Panels panels, String name, List<NDArray> activations) {
        List<Plot> plots = new ArrayList<>();
        for (int i = 0; i < LAYERS; i++) {
            NDArray z = activations.get(i);
            NDArray positive = z.get(z.gt(0));
            long zeros = Math.round(100.0 * (z.size() - positive.size()) / z.size());
            plots.add(new Plot(200, 150)
                    .title("layer %s (%s%% are 0)".formatted(i + 1, zeros))
                    .histogram("outputs", positive, 30, 0, 1)
                    .xLabel("output")
                    .yLabel("count"));
        }
        addRow(panels, name, plots);
    }

    private static void addRow(Panels panels, String name, List<Plot> plots) {
        double highest = plots.stream()
                .mapToDouble(plot -> plot.chart().getStyler().getYAxisMax())
                .max()
                .orElseThrow();
        panels.row(name);
        plots.forEach(plot -> panels.add(plot.yLimits(0, highest)));
    }
}
