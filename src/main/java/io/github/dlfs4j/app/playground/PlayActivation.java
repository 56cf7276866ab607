package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.network.Initialization;
import java.util.Locale;
import java.util.function.Supplier;

/** The activation functions, each with the first weights that suit it, section 6.2. */
public enum PlayActivation {
    /** The hyperbolic tangent, with Xavier's weights. */
    TANH("tanh", Tanh::new, false),
    /** The rectified linear unit, with He's weights. */
    RELU("ReLU", Relu::new, true),
    /** The sigmoid function, with Xavier's weights. */
    SIGMOID("sigmoid", Sigmoid::new, false);

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor
    private final Supplier<Layer> layer;

    private final boolean isForHe;

    PlayActivation(String title, Supplier<Layer> layer, boolean isForHe) {
        this.title = title;
        this.layer = layer;
        this.isForHe = isForHe;
    }

    /** {@return the name as people write it} */
    public String title() {
        return title;
    }

    Layer layer() {
        return layer.get();
    }

    Initialization initialization() {
        return isForHe ? Initialization.he() : Initialization.xavier();
    }

    /** Returns the name of {@link #initialization} in a program. */
    String firstWeights() {
        return isForHe ? "he" : "xavier";
    }

    /** Returns the name in requests. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
