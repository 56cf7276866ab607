package io.github.dlfs4j.book;

import java.util.Map;

/** The titles of figures, which are made from their names: {@code 5.3.1-addition} is 5.3.1 Addition. */
final class FigureTitles {
    /** The titles of those whose names say too little. */
    static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("1.6.1-sin", "The sine function"),
            Map.entry("1.6.2-sin-and-cos", "Sine and cosine"),
            Map.entry("1.6.3-image", "An image"),
            Map.entry("3.2.7-relu", "ReLU"),
            Map.entry("3.6.1-digit", "A digit of MNIST"),
            Map.entry("4.2.2-minus-logarithm", "Minus the logarithm"),
            Map.entry("4.3.2-function1", "A function and its tangent"),
            Map.entry("4.3.3-surface", "A function of two numbers"),
            Map.entry("5.5.1-relu", "ReLU"),
            Map.entry("5.6.2-affine", "The Affine layer"),
            Map.entry("6.1.7-optimizer-paths", "The paths of four optimisers"),
            Map.entry("6.1.8-losses-of-optimizers", "The losses of four optimisers"),
            Map.entry("6.2.3-activations-of-relu", "Activations of ReLU"),
            Map.entry("6.2.4-losses-of-initializations", "The losses of three initialisations"),
            Map.entry("6.3.2-batch-normalization", "Batch normalisation"),
            Map.entry("8.1.1-misclassified", "Digits that are read wrong"));

    private FigureTitles() {}

    static String of(String name) {
        int end = name.indexOf('-');
        String words = name.substring(end + 1).replace('-', ' ');
        String title = OTHERS.getOrDefault(name, Character.toUpperCase(words.charAt(0)) + words.substring(1));
        return end < 0 ? title : name.substring(0, end) + " " + title;
    }
}
