package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of an array, NumPy's {@code str} and {@code repr}: the elements, aligned, in nested brackets. A large array
 * is summarised: only its outermost elements are printed.
 *
 * <p>Only printed elements are read, one by one from the storage, so that a view is not copied and a large array costs
 * no more than its summary.
 */
final class ArrayFormat {
    private final Shape shape;
    private final PrintOptions options;
    private final String separator;
    /** The texts of the printed elements in C order, padded to one length. */
    private final Iterator<String> words;

    private ArrayFormat(NDArray a, String separator, PrintOptions options) {
        this.shape = a.shape();
        this.options = options;
        this.separator = separator;
        List<String> texts = texts(a.storage(), printedPositions(a.layout())).toList();
        int longest = texts.stream().mapToInt(String::length).max().orElse(0);
        int width = a.dtype() == DType.BOOL && a.ndim() > 0 ? "False".length() : longest;
        this.words = texts.stream()
                .map(text -> " ".repeat(width - text.length()) + text)
                .iterator();
    }

    /** Formats the array with NumPy's default options. */
    static String str(NDArray a) {
        return str(a, PrintOptions.DEFAULT);
    }

    /** Formats the array with NumPy's default options. */
    static String repr(NDArray a) {
        return repr(a, PrintOptions.DEFAULT);
    }

    /**
     * Returns the text that NumPy prints for an array, {@code str(a)}.
     *
     * @param a an array or view
     * @param options the print options
     * @return the elements in brackets; for a 0-d array its element, with all digits
     */
    static String str(NDArray a, PrintOptions options) {
        if (a.ndim() > 0) {
            return body(a, " ", "", options, options.lineWidth());
        }
        return switch (a.dtype()) {
            case BOOL -> truth(a.asBoolean());
            case UINT8, INT64 -> Long.toString(a.asLong());
            case FLOAT32, FLOAT64 -> FloatFormat.scalar(a.dtype(), a.asDouble());
        };
    }

    /**
     * Returns NumPy's representation of an array, {@code repr(a)}.
     *
     * @param a an array or view
     * @param options the print options
     * @return {@code array(…)}, with the shape and the dtype where the elements do not show them
     */
    static String repr(NDArray a, PrintOptions options) {
        String prefix = "array(";
        String text = prefix + body(a, ", ", prefix, options, options.lineWidth() - ")".length());
        List<String> extras = extras(a, options);
        if (extras.isEmpty()) {
            return text + ")";
        }
        String extra = String.join(", ", extras) + ")";
        int lastLine = text.length() - (text.lastIndexOf('\n') + 1);
        boolean fits = lastLine + ", ".length() + extra.length() <= options.lineWidth();
        return text + "," + (fits ? " " : "\n" + " ".repeat(prefix.length())) + extra;
    }

    private static List<String> extras(NDArray a, PrintOptions options) {
        List<String> extras = new ArrayList<>();
        boolean empty = a.size() == 0;
        if (a.size() > options.threshold() || (empty && a.ndim() > 1)) {
            extras.add("shape=" + a.shape());
        }
        if (empty || a.dtype() == DType.UINT8 || a.dtype() == DType.FLOAT32) {
            extras.add("dtype=" + a.dtype());
        }
        return extras;
    }

    private static String body(NDArray a, String separator, String prefix, PrintOptions options, int width) {
        String indent = " ".repeat(prefix.length() + "[".length());
        return a.size() == 0 ? "[]" : new ArrayFormat(a, separator, options).block(0, indent, width);
    }

    private boolean isSummarised(int axis) {
        return shape.size() > options.threshold() && shape.get(axis) > 2L * options.edgeItems();
    }

    private int[] printedPositions(Layout layout) {
        IntStream positions = IntStream.of(layout.offset());
        for (int axis = 0; axis < layout.ndim(); axis++) {
            int length = layout.length(axis);
            int stride = layout.strides()[axis];
            int edge = options.edgeItems();
            IntStream items = isSummarised(axis)
                    ? IntStream.concat(IntStream.range(0, edge), IntStream.range(length - edge, length))
                    : IntStream.range(0, length);
            int[] steps = items.map(item -> item * stride).toArray();
            positions = positions.flatMap(p -> Arrays.stream(steps).map(step -> p + step));
        }
        return positions.toArray();
    }

    private Stream<String> texts(Storage storage, int... positions) {
        return switch (DType.of(storage.primitive())) {
            case BOOL -> Arrays.stream(positions).mapToObj(p -> truth(storage.getLong(p) != 0));
            case UINT8, INT64 -> {
                long[] values =
                        Arrays.stream(positions).mapToLong(storage::getLong).toArray();
                boolean anyNegative = Arrays.stream(values).anyMatch(value -> value < 0);
                String sign = options.signOf(anyNegative);
                yield Arrays.stream(values).mapToObj(value -> value < 0 ? Long.toString(value) : sign + value);
            }
            case FLOAT32, FLOAT64 -> {
                double[] values =
                        Arrays.stream(positions).mapToDouble(storage::getDouble).toArray();
                yield Arrays.stream(values)
                        .mapToObj(new FloatFormat(DType.of(storage.primitive()), values, options)::format);
            }
        };
    }

    private static String truth(boolean value) {
        return value ? "True" : "False";
    }

    /**
     * Returns the text of the next block from an axis on: an element, a row of elements, or blocks below each other.
     */
    private String block(int axis, String indent, int width) {
        if (axis == shape.ndim()) {
            return words.next();
        }
        boolean summarised = isSummarised(axis);
        int count = summarised ? 2 * options.edgeItems() : shape.get(axis);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(block(axis + 1, indent + " ", width - 1));
        }
        if (summarised) {
            items.add(options.edgeItems(), "...");
        }
        int innerAxes = shape.ndim() - 1 - axis;
        String text = innerAxes == 0
                ? row(items, indent, width - 1)
                : String.join(separator.stripTrailing() + "\n".repeat(innerAxes) + indent, items);
        return "[" + text + "]";
    }

    /** Joins items to a row, with a line break before an item that would exceed the width. */
    private String row(List<String> items, String indent, int width) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(items.get(0));
        for (String item : items.subList(1, items.size())) {
            line.append(separator);
            if (indent.length() + line.length() + item.length() > width) {
                lines.append(line.toString().stripTrailing()).append('\n').append(indent);
                line.setLength(0);
            }
            line.append(item);
        }
        return lines.append(line).toString();
    }
}
