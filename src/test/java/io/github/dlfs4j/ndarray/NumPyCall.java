package io.github.dlfs4j.ndarray;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A call in a record: a function and its arguments that are not arrays, {@code sum axes=0,2 keepdims=1}. */
public record NumPyCall(String name, Map<String, String> arguments) {
    public static NumPyCall of(String text) {
        String[] words = text.split(" ", -1);
        Map<String, String> arguments = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            arguments.put(pair[0], pair[1]);
        }
        return new NumPyCall(words[0], arguments);
    }

    public boolean has(String argument) {
        return arguments.containsKey(argument);
    }

    public boolean flag(String argument) {
        return "1".equals(arguments.get(argument));
    }

    public int integer(String argument) {
        return Integer.parseInt(arguments.get(argument));
    }

    public double number(String argument) {
        return parsed(arguments.get(argument));
    }

    private static double parsed(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    public double[] numbers(String argument) {
        String[] texts = arguments.get(argument).split(",", -1);
        double[] numbers = new double[texts.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = parsed(texts[i]);
        }
        return numbers;
    }

    /** Returns lengths or axes; an empty tuple is written {@code ()}. */
    public int[] integers(String argument) {
        String text = arguments.get(argument);
        return text.equals("()") ? new int[0] : NumPyRecord.ints(text, ",");
    }

    /** Returns the constant of an enum whose name NumPy writes in lower case. */
    public <E extends Enum<E>> E constant(String argument, Class<E> type) {
        return Enum.valueOf(type, arguments.get(argument).toUpperCase(Locale.ROOT));
    }

    public DType dtype(String argument) {
        return constant(argument, DType.class);
    }

    public RuntimeException unknown() {
        return new IllegalStateException("unknown call: " + this);
    }

    /** Returns the options of a reduction. */
    public ReductionOptions options() {
        ReductionOptions options = ReductionOptions.DEFAULT;
        if (has("axes") || has("axis")) {
            options = ReductionOptions.axes(integers(has("axes") ? "axes" : "axis"));
        }
        if (flag("keepdims")) {
            options = options.keepDims();
        }
        if (has("ddof")) {
            options = options.ddof(number("ddof"));
        }
        if (has("initial")) {
            NumPyRecord number = new NumPyRecord("", 0, List.of(arguments.get("initial")));
            options = number.isInteger(0) ? options.initial(number.integer(0)) : options.initial(number.number(0));
        }
        return options;
    }
}
