package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.SerializedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Map;

/** The serialised form of the optimisers of this package: the name, and the state as an {@code .npz} archive. */
record SerializedOptimizer(String name, SerializedArrays state) implements Serializable {
    SerializedOptimizer(Optimizer optimizer) {
        this(optimizer.name(), optimizer.state());
    }

    SerializedOptimizer(String name, Map<String, NDArray> state) {
        this(name, new SerializedArrays(state));
    }

    private Object readResolve() throws InvalidObjectException {
        return SerializedForm.resolve(() -> {
            Optimizer optimizer = create();
            optimizer.restore(state.arrays());
            return optimizer;
        });
    }

    /** Creates an optimiser whose numbers the state will replace. */
    private Optimizer create() {
        return switch (name) {
            case "SGD" -> new SGD(1);
            case "Momentum" -> new Momentum(1);
            case "Nesterov" -> new Nesterov(1);
            case "AdaGrad" -> new AdaGrad(1);
            case "RMSProp" -> new RMSProp(1);
            case "Adam" -> new Adam(1);
            default -> throw new IllegalArgumentException("there is no optimiser " + Excerpt.of(name));
        };
    }
}
