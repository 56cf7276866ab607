package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.layer.Tanh;
import io.github.dlfs4j.network.Initialization;
import java.util.Locale;

/** The activation functions, each with the first weights that suit it, section 6.2. */
public enum PlayActivation {
    /** The rectified linear unit, with He's weights. */
    RELU,
    /** The hyperbolic tangent, with Xavier's weights. */
    TANH,
    /** The sigmoid function, with Xavier's weights. */
    SIGMOID;

    Layer layer() {
        return switch (this) {
            case RELU -> new Relu();
            case TANH -> new Tanh();
            case SIGMOID -> new Sigmoid();
        };
    }

    Initialization initialization() {
        return this == RELU ? Initialization.he() : Initialization.xavier();
    }

    /** Returns the name of {@link #initialization} in a program. */
    String firstWeights() {
        return this == RELU ? "he" : "xavier";
    }

    /** Returns the name in requests. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
