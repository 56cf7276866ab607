package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.SerializedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

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

    /** Creates an optimiser of this package, by the name of its class, whose numbers the state will replace. */
    private Optimizer create() {
        String type = getClass().getPackageName() + "." + Objects.requireNonNull(name, "name");
        try {
            // A stranger chose the name, so nothing of the class runs before it is known to be an optimiser.
            return Class.forName(type, false, getClass().getClassLoader())
                    .asSubclass(RememberingOptimizer.class)
                    .getConstructor(double.class)
                    .newInstance(1);
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException("there is no optimiser " + Excerpt.of(name), e);
        }
    }
}
