package io.github.dlfs4j.network;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.state.Line;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The layers and networks of your own that files may name, for {@link Networks#load(java.nio.file.Path,
 * NetworkRegistry) Networks.load}. A file has only the name and arguments of a layer, which its {@code toString()}
 * gives, and its arrays. The registry says how to make the layer of them:
 *
 * <pre>{@code
 * class Swish implements Layer {
 *     private final double beta;
 *     private NDArray x;
 *
 *     Swish(double beta) {
 *         this.beta = beta;
 *     }
 *
 *     @Override
 *     public NDArray forward(NDArray x) {
 *         this.x = x;
 *         return infer(x);
 *     }
 *
 *     @Override
 *     public NDArray infer(NDArray x) {
 *         return x.mul(Activations.sigmoid(x.mul(beta)));
 *     }
 *
 *     @Override
 *     public NDArray backward(NDArray dout) {
 *         NDArray y = infer(x);
 *         NDArray share = Activations.sigmoid(x.mul(beta));
 *         return dout.mul(y.mul(beta).add(share.mul(y.mul(beta).rsub(1))));
 *     }
 *
 *     @Override
 *     public String toString() {
 *         return "Swish(" + beta + ")";
 *     }
 * }
 * RandomState random = new RandomState(0);
 * Affine affine = Affine.of(2, 3, Initialization.he(), random);
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "swish.npz");
 * Networks.save(file, new Sequential(affine, new Swish(1.5)));
 * NetworkRegistry registry = NetworkRegistry.empty().layer("Swish", saved -> new Swish(saved.number(0)));
 * System.out.println(Networks.load(file, registry));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * Sequential(Affine(2, 3), Swish(1.5), SoftmaxWithLoss)
 * }</pre>
 *
 * <p>The name of a layer or a network is what its {@code toString()} has before its arguments; the simple name of its
 * class, if {@code toString()} gives no name with arguments in parentheses. A {@link VariableNetwork} has the name of
 * its {@linkplain VariableNetwork#model model}, or the name {@code VariableNetwork} if it has a function:
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * NetworkRegistry registry = NetworkRegistry.empty()
 *         .network("MLP", saved -> {
 *             int[] sizes = saved.arguments().stream().mapToInt(Integer::parseInt).toArray();
 *             return new VariableNetwork(new MLP(sizes, Variable::tanh, saved.random()), Loss.meanSquaredError());
 *         });
 * Model model = new MLP(new int[] {1, 10, 1}, Variable::tanh, random);
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "mlp.npz");
 * Networks.save(file, new VariableNetwork(model, Loss.meanSquaredError()));
 * NDArray x = random.rand(5, 1);
 * System.out.println(Networks.load(file, registry).predict(x).equals(model.predict(x)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * true
 * }</pre>
 *
 * <p>Files of earlier versions have the full name of the class, such as {@code com.example.Swish}, and no arguments.
 *
 * <p>A file cannot make anything else: its text selects one of these functions, and no class is loaded by its name. A
 * function that refuses its arguments throws an {@link IllegalArgumentException}. A registry does not change; each
 * method returns a new one.
 */
public final class NetworkRegistry {
    private static final NetworkRegistry EMPTY = new NetworkRegistry(Map.of());

    private final Map<Key, Function<SavedPart, ?>> makers;

    /** What is registered: a part of a kind, which is the name of the method that registers it. */
    private record Key(String kind, String name) {}

    private NetworkRegistry(Map<Key, Function<SavedPart, ?>> makers) {
        this.makers = makers;
    }

    /** {@return a registry that knows the layers and networks of this library only} */
    public static NetworkRegistry empty() {
        return EMPTY;
    }

    /**
     * Registers a layer of your own.
     *
     * @param name the name in the file, such as {@code Swish}
     * @param maker makes the layer, with arrays of the right shapes
     * @return a registry that knows the layer too
     * @throws IllegalArgumentException {@code a layer named Swish is registered already}, or {@code a name in a file
     *     has letters, digits, _, . and $ only, unlike "Swish 2"}
     */
    public NetworkRegistry layer(String name, Function<SavedPart, ? extends Layer> maker) {
        return with("layer", name, maker);
    }

    /**
     * Registers a last layer of your own.
     *
     * @param name the name in the file
     * @param maker makes the last layer
     * @return a registry that knows the last layer too
     * @throws IllegalArgumentException as for {@link #layer layer}
     */
    public NetworkRegistry lastLayer(String name, Function<SavedPart, ? extends LastLayer> maker) {
        return with("lastLayer", name, maker);
    }

    /**
     * Registers a network of your own, such as a {@link VariableNetwork} with a model of your own.
     *
     * @param name the name in the file
     * @param maker makes the network, with arrays of the right shapes
     * @return a registry that knows the network too
     * @throws IllegalArgumentException as for {@link #layer layer}
     */
    public NetworkRegistry network(String name, Function<SavedPart, ? extends Network> maker) {
        return with("network", name, maker);
    }

    private NetworkRegistry with(String kind, String name, Function<SavedPart, ?> maker) {
        if (!Line.isName(Objects.requireNonNull(name, "name"))) {
            throw new IllegalArgumentException(
                    "a name in a file has letters, digits, _, . and $ only, unlike \"%s\"".formatted(Excerpt.of(name)));
        }
        Map<Key, Function<SavedPart, ?>> more = new HashMap<>(makers);
        if (more.put(new Key(kind, name), Objects.requireNonNull(maker, "maker")) != null) {
            throw new IllegalArgumentException("a %s named %s is registered already".formatted(kind, Excerpt.of(name)));
        }
        return new NetworkRegistry(Map.copyOf(more));
    }

    Layer layer(SavedPart saved) {
        return (Layer) make("layer", saved);
    }

    LastLayer lastLayer(SavedPart saved) {
        return (LastLayer) make("lastLayer", saved);
    }

    Network network(SavedPart saved) {
        return (Network) make("network", saved);
    }

    private Object make(String kind, SavedPart saved) {
        Function<SavedPart, ?> maker = makers.get(new Key(kind, saved.name()));
        if (maker == null) {
            throw new UnregisteredException(kind, saved);
        }
        Object made = maker.apply(saved);
        if (made == null) {
            throw new IllegalStateException(
                    "the function registered for %s has made no %s".formatted(saved.name(), kind));
        }
        return made;
    }

    /** Thrown when a file names a part that is not registered. */
    static final class UnregisteredException extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final String method;

        private UnregisteredException(String kind, SavedPart saved) {
            super(Architecture.OWN + Excerpt.of(saved.toString()));
            method = "NetworkRegistry.%s(\"%s\", …)".formatted(kind, Excerpt.of(saved.name()));
        }

        /** Returns the call that registers the part. */
        String method() {
            return method;
        }
    }
}
