package io.github.dlfs4j.network;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.LayerNorm;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.Scales;
import io.github.dlfs4j.state.TorchTensor;
import io.github.dlfs4j.state.TorchTensor.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The weights of a network as PyTorch has them: a state dict, whose tensors have PyTorch's names, shapes and order of
 * axes. {@link #load load} copies one into the network, {@link #stateDict stateDict} makes one of it.
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * Sequential net = new Sequential(
 *         Affine.of(4, 3, Initialization.he(), random), new Relu(), Affine.of(3, 2, Initialization.he(), random));
 * Map<String, NDArray> weights = TorchWeights.of(net).stateDict();
 * weights.forEach((name, array) -> System.out.println(name + " " + array.shape()));
 * TorchWeights.of(net).load(weights);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 0.weight (3, 4)
 * 0.bias (3,)
 * 2.weight (2, 3)
 * 2.bias (2,)
 * }</pre>
 *
 * <p>The names of a {@link Sequential}, and of the book's networks, are those of an {@code nn.Sequential} of the same
 * layers, with an {@code nn.Flatten} before the first {@code nn.Linear} after images. A model of package
 * {@link io.github.dlfs4j.graph.model graph.model} has the names of its parts: the {@code W} of the part {@code l1} is
 * {@code l1.weight}. {@link #renamed renamed} is for networks that PyTorch names otherwise.
 *
 * <p>These layers are known: {@link Affine} and {@link Linear} as {@code nn.Linear}, {@link Convolution} and
 * {@link Conv2d} as {@code nn.Conv2d}, {@link BatchNormalization} and {@link BatchNorm} as {@code nn.BatchNorm1d} and
 * {@code 2d}, {@link LayerNorm}, {@link Embedding}, and {@link RNN} and {@link LSTM} as those of one layer and one
 * direction. Layers without parameters need not be known. The {@link Dropout} of the book makes its outputs smaller in
 * predictions, that of PyTorch makes them larger in training: so the weights after it are here 1 / (1 - ratio) times
 * those of PyTorch.
 */
public final class TorchWeights {
    /** What the modules of PyTorch add to the variance by default. */
    private static final double EPSILON = 1e-5;

    private final List<Tensor> tensors;
    private final Map<String, String> names;
    private final double epsilon;

    /**
     * A tensor of PyTorch. It consists of the network's own arrays, or views of them, one after the other.
     *
     * @param number what an element here is of one there; of an epsilon, its value here
     */
    private record Tensor(String name, Role role, double number, List<NDArray> blocks) {
        Tensor times(double factor) {
            return new Tensor(name, role, number * factor, blocks);
        }

        NDArray scaled(NDArray array) {
            return (number == 1 ? array : array.mul(number))
                    .astype(blocks.get(0).dtype());
        }

        /** Says what is wrong with an array for this tensor, or returns null. */
        String fault(NDArray array, double epsilon) {
            if (blocks.isEmpty()) {
                boolean isOther = role == Role.EPSILON && number != epsilon;
                return isOther ? "is %s here, %s in PyTorch".formatted(number, epsilon) : null;
            }
            if (array == null) {
                return "is missing";
            }
            int[] shape = blocks.get(0).shape().toArray();
            shape[0] *= blocks.size();
            if (!array.dtype().isFloating() || !array.shape().equals(Shape.of(shape))) {
                return "must be floats of shape %s, not %s".formatted(Shape.of(shape), SavedArrays.kind(array));
            }
            if (!SavedArrays.isFinite(scaled(array))) {
                return "must be finite";
            }
            return role == Role.VARIANCE && array.lt(0).any().asBoolean() ? "must not be negative" : null;
        }

        void set(NDArray array) {
            int at = 0;
            for (NDArray block : blocks) {
                NDArray part = scaled(array).get(Index.range(at, at + block.shape(0)));
                block.at(Index.ellipsis()).set(role == Role.ADDED ? block.add(part) : part);
                at += block.shape(0);
            }
        }

        NDArray get() {
            if (role == Role.COUNT) {
                return NDArray.scalar(0L);
            }
            NDArray joined = NDArray.concatenate(0, blocks);
            return role == Role.ADDED ? NDArray.zerosLike(joined) : number == 1 ? joined : joined.div(number);
        }
    }

    private TorchWeights(List<Tensor> tensors, Map<String, String> names, double epsilon) {
        this.tensors = tensors;
        this.names = names;
        this.epsilon = epsilon;
    }

    /**
     * Describes the weights of a network.
     *
     * @param network a {@link Sequential}, which those of the book's plans are, a {@link TwoLayerNet}, a
     *     {@link ThreeLayerNet}, or a {@link VariableNetwork} with a model
     * @return its weights
     * @throws IllegalArgumentException {@code layer 2 of 3, Swish, has no known weights in PyTorch}, and likewise for a
     *     network
     */
    public static TorchWeights of(Network network) {
        if (network instanceof VariableNetwork variables) {
            return of(variables.model());
        }
        TorchWeights weights = new TorchWeights(new ArrayList<>(), Map.of(), EPSILON);
        Sequential layers = Sequential.of(Objects.requireNonNull(network, "network"));
        if (layers == null) {
            throw unknown(LayerError.name(network));
        }
        weights.addLayers(layers.layers());
        return weights;
    }

    /**
     * Describes the weights of a model.
     *
     * @param model a layer of package {@link io.github.dlfs4j.graph.model graph.model}, or a model with such parts
     * @return its weights
     * @throws IllegalArgumentException {@code scale, Scale, has no known weights in PyTorch}
     */
    public static TorchWeights of(Model model) {
        TorchWeights weights = new TorchWeights(new ArrayList<>(), Map.of(), EPSILON);
        weights.addModel("", model);
        return weights;
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException(what + ", has no known weights in PyTorch");
    }

    private void addLayers(List<Layer> layers) {
        int number = 0;
        boolean isOfImages = false;
        // PyTorch's dropout multiplies in training what the book's divides in predictions: weights after it are so
        // much larger here, or at the end of a network, the last weights.
        double factor = 1;
        int last = -1;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Scales scaling = layer.getClass().getAnnotation(Scales.class);
            boolean scales = scaling != null;
            boolean takesImages = scales && scaling.images();
            int before = tensors.size();
            boolean hasWeights = scales && !layer.parameters().isEmpty();
            if (hasWeights && isOfImages && !takesImages) {
                number++; // nn.Flatten
                isOfImages = false;
            }
            Map<String, NDArray> values = NamedArrays.joined(layer.parameters(), layer.statistics());
            boolean isKnown = add(number + ".", layer, values) || values.isEmpty();
            if (!isKnown || (factor != 1 && !scales)) {
                String place = "layer %s of %s, %s".formatted(i + 1, layers.size(), LayerError.name(layer));
                throw unknown(place + (factor == 1 ? "" : " after a Dropout"));
            }
            if (layer instanceof Dropout dropout) {
                factor /= 1 - dropout.ratio();
            } else if (hasWeights) {
                tensors.set(before, tensors.get(before).times(factor));
                factor = 1;
            }
            last = hasWeights ? before : scales ? last : -1;
            isOfImages |= takesImages;
            number++;
        }
        if ((factor != 1 && last < 0) || Double.isInfinite(factor)) {
            throw unknown("a network that ends in a Dropout whose ratio no weights before it can take");
        }
        for (int i = last; factor != 1 && i < last + 2; i++) {
            tensors.set(i, tensors.get(i).times(factor));
        }
    }

    private void addModel(String prefix, Model model) {
        Map<String, NDArray> values = NamedArrays.joined(model.values(), model.statistics());
        if (add(prefix, model, values)) {
            return;
        }
        if (!values.keySet().stream().allMatch(name -> name.contains("/"))) {
            throw unknown(prefix.replaceFirst("\\.$", ", ") + LayerError.name(model));
        }
        model.parts().forEach((name, part) -> addModel(prefix + name + ".", part));
    }

    /** Adds the weights of a layer of either package, or returns false if it is not known. */
    private boolean add(String prefix, Object layer, Map<String, NDArray> values) {
        TorchTensor[] known = layer.getClass().getAnnotationsByType(TorchTensor.class);
        for (TorchTensor tensor : known) {
            List<String> names =
                    tensor.of().isEmpty() ? List.of() : List.of(tensor.of().split(" ", -1));
            if (values.keySet().containsAll(names)) {
                List<NDArray> blocks = names.stream()
                        .map(name -> tensor.transposed() ? values.get(name).transpose() : values.get(name))
                        .toList();
                double number = tensor.role() == Role.EPSILON ? epsilon(layer) : 1;
                tensors.add(new Tensor(prefix + tensor.name(), tensor.role(), number, blocks));
            }
        }
        return known.length > 0;
    }

    /** Returns what a layer adds to the variance. */
    private static double epsilon(Object layer) {
        return layer instanceof BatchNormalization norm
                ? norm.epsilon()
                : layer instanceof BatchNorm norm ? norm.epsilon() : EPSILON;
    }

    /**
     * Returns the same weights for a state dict that has other names.
     *
     * <pre>{@code
     * TorchWeights.of(net).renamed(Map.of("0", "conv1", "4", "fc1", "6", "fc2")).load(weights);
     * }</pre>
     *
     * @param others other names by names here. A name is whole, such as {@code 0.weight}, or its start before a dot,
     *     such as {@code 0}; the empty name is the start of all, for a state dict in a dictionary
     * @return the weights under other names
     * @throws IllegalArgumentException {@code the network has nothing named 3: it has [0.weight, 0.bias]}
     */
    public TorchWeights renamed(Map<String, String> others) {
        for (String name : others.keySet()) {
            if (!name.isEmpty() && tensors.stream().noneMatch(tensor -> (tensor.name() + ".").startsWith(name + "."))) {
                String present = tensors.stream().map(Tensor::name).toList().toString();
                throw new IllegalArgumentException("the network has nothing named %s: it has %s"
                        .formatted(Excerpt.of(name), Excerpt.of(present, 300)));
            }
        }
        return new TorchWeights(tensors, Map.copyOf(others), epsilon);
    }

    /**
     * Returns the same weights for modules of normalisation that add another number to the variance than PyTorch's
     * 10<sup>-5</sup>. A state dict does not say which. The layers here must add the same.
     *
     * @param number the {@code eps} of the modules
     * @return the weights with another epsilon
     */
    public TorchWeights withEpsilon(double number) {
        return new TorchWeights(tensors, names, number);
    }

    private String named(String name) {
        String start = name;
        while (!names.containsKey(start) && start.contains(".")) {
            start = start.substring(0, start.lastIndexOf('.'));
        }
        if (names.containsKey(start)) {
            return names.get(start) + name.substring(start.length());
        }
        return names.containsKey("") ? names.get("") + "." + name : name;
    }

    private void check(Map<String, NDArray> weights) {
        List<String> faults = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(weights.keySet());
        for (Tensor tensor : tensors) {
            String name = named(tensor.name());
            String fault = tensor.fault(weights.get(name), epsilon);
            left.remove(name);
            if (fault != null) {
                faults.add(Excerpt.of(name) + " " + fault);
            }
        }
        left.forEach(name ->
                faults.add("%s is left over, %s".formatted(Excerpt.of(name), SavedArrays.kind(weights.get(name)))));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the weights are not those of this network: " + String.join("; ", faults));
        }
    }

    /**
     * Copies a state dict into the network, in the dtype of the network.
     *
     * @param weights the arrays by PyTorch's names, as {@link io.github.dlfs4j.ndarray.io.TorchFile TorchFile} and
     *     {@link io.github.dlfs4j.ndarray.io.Safetensors Safetensors} read them. The {@code num_batches_tracked} of
     *     batch normalisation may be there and counts nothing
     * @throws IllegalArgumentException {@code the weights are not those of this network: 0.weight must be floats of
     *     shape (3, 4), not float32 of shape (3, 5); 2.bias is missing; fc.bias is left over, float32 of shape (2,)}:
     *     all that is wrong, also arrays that are not finite, and layers of batch normalisation with another epsilon;
     *     then nothing is changed
     */
    public void load(Map<String, NDArray> weights) {
        check(NamedArrays.nonNull("weights", weights));
        tensors.forEach(tensor -> tensor.set(weights.get(named(tensor.name()))));
    }

    /**
     * Returns the weights of the network as PyTorch has them. {@link io.github.dlfs4j.ndarray.io.Safetensors#write(
     * java.nio.file.Path, Map) Safetensors.write} makes a file of them that PyTorch loads. Where PyTorch has two
     * biases, the second one is 0.
     *
     * @return an unmodifiable map of new arrays by PyTorch's names
     * @throws IllegalArgumentException {@code the weights are not those of this network: 1.eps is 1.0E-6 here, 1.0E-5
     *     in PyTorch}, or {@code 0.bias must be finite}
     */
    public Map<String, NDArray> stateDict() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        tensors.stream()
                .filter(tensor -> tensor.role() != Role.EPSILON)
                .forEach(tensor -> state.put(named(tensor.name()), tensor.get()));
        check(state);
        return Collections.unmodifiableMap(state);
    }
}
