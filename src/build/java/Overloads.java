import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes overloads of the methods of some classes, with Javadoc, into superclasses that are not public:
 *
 * <ul>
 *   <li>of an element-wise function of arrays, one with an output, such as {@code tan(a, out)};
 *   <li>of a method with {@code @WithNumber}, those with a {@code double} and a {@code long} in place of the last
 *       array;
 *   <li>of a reduction along an axis, one that says whether the axis stays, such as {@code sum(axis, keepDims)};
 *   <li>of an element-wise operation on two variables, those with a number and an array in place of the second one.
 * </ul>
 *
 * <p>The method is one expression. Of it, and of its Javadoc, those of the overloads are made. Which ones these are
 * says the expression, with {@link OperationTables}; the words of Javadoc go into Javadoc alone. An overload that
 * stands in the class itself is not made.
 */
final class Overloads {
    private static final Path FOLDER = Path.of("io", "github", "dlfs4j");
    private static final List<String> CLASSES = List.of(
            "graph/Variable", "ndarray/BitOperations", "ndarray/Logic", "ndarray/MathFunctions", "ndarray/NDArray");

    /** A method of one expression: Javadoc, annotation and its text, static, result, name, parameters, expression. */
    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}/\\*\\*\\n((?: {5}\\*.*\\n)+?) {5}\\*/\\n"
            + "(?: {4}@Override\\n)?( {4}@WithNumber(?:\\(\\w+ = \"(.*)\"\\))?\\n)?"
            + " {4}public (static )?((?:NDArray|Variable)(?:\\[])?) (\\w+)\\((.*)\\) \\{\\n {8}return (.*);\\n");

    private static final Pattern ELEMENTWISE = Pattern.compile("(?:Elementwise|Comparison|Quantifiers\\.truth).*");
    private static final Pattern ARRAYS = Pattern.compile("(?:NDArray [ab](?:, NDArray b)?)?");
    private static final Pattern UFUNC = Pattern.compile("\\.([A-Z][A-Z_0-9]+|power)\\b");

    /** The operations whose results are always floating-point, and those that integers and bools alone have. */
    private static final Set<String> FLOATING = ufuncs("(\\w+) +floating .*");

    private static final Set<String> OF_BITS = ufuncs("(\\w+) .* -");

    /** What the function is in NumPy: a call, or an operator. */
    private static final Pattern FUNCTION = Pattern.compile("\\{@code (np\\.\\w+\\([^}]*)\\)}");

    private static final Pattern OPERATOR = Pattern.compile("\\{@code (?:a (\\S+) b|[-~]a)}");

    /** What an operation on two variables does, with its formula. */
    private static final Pattern OPERATION = Pattern.compile("(.*?\\{@code [^}]*}).*");

    /** The name of a method of the class itself, in a call. */
    private static final Pattern OWN_METHOD = Pattern.compile("(?<![.\\w])(?=[a-z]\\w*\\()");

    /** The words of Javadoc that go into one line. */
    private static final Pattern LINE = Pattern.compile("(.{1,109})(?: |$)");

    private static final String RETURN = "@return ";
    private static final String ILLEGAL = "@throws IllegalArgumentException ";
    private static final String UNSUPPORTED = "@throws UnsupportedOperationException ";

    private static final String BOOL_OUTPUT = ": true and false, or 1 and 0 if it is not bool";
    private static final String SHAPE =
            "{@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}";
    private static final String READ_ONLY =
            "{@code output array is read-only} if it is a view that repeats elements; then nothing changes";
    private static final String CAST = "{@code Cannot cast ufunc '%s' output from %s with casting rule 'same_kind'}";

    private static final String CLASS = """
            // Generated from %1$s.java by src/build/java/Overloads.java: edit the original, not this file.
            %2$s
            /** Overloads of the methods of {@link %1$s}. */
            abstract class %1$sOverloads {%3$s}
            """;

    private static final String SELF = """

                private %1$s self() {
                    return (%1$s) this;
                }
            """;

    private final String type;
    private final String source;
    private final boolean isStatic;
    private final String result;
    private final String name;
    private final String parameters;
    private final String expression;
    private final String summary;
    private final List<String> tags;
    private final String ufunc;
    private final boolean isBool;
    private final boolean isInPlace;
    private final StringBuilder written = new StringBuilder();

    private Overloads(String type, String source, MatchResult method) {
        this.type = type;
        this.source = source;
        isStatic = method.group(4) != null;
        result = method.group(5);
        name = method.group(6);
        parameters = method.group(7);
        expression = method.group(8);
        List<String> javadoc = Stream.of(
                        method.group(1).replaceAll("(?m)^ {5}\\* ?", "").split("\\n(?=@)"))
                .map(part -> part.replaceAll("\\s+", " ").strip())
                .toList();
        summary = javadoc.get(0);
        tags = javadoc.subList(1, javadoc.size());
        Matcher constant = UFUNC.matcher(expression);
        ufunc = constant.find() ? constant.group(1).toLowerCase(Locale.ROOT) : "";
        isBool = expression.matches("(?:Comparison|Quantifiers)\\..*");
        isInPlace = expression.endsWith(", this)");
    }

    /** Returns the names of the lines of the tables that match a pattern, whose first group is the name. */
    private static Set<String> ufuncs(String pattern) {
        return (OperationTables.UNARY + OperationTables.BINARY)
                .lines()
                .filter(line -> line.matches(pattern))
                .map(line -> line.replaceFirst(pattern, "$1"))
                .collect(Collectors.toSet());
    }

    /** Returns the files of which overloads are made. */
    static List<Path> originals(Path sources) {
        return CLASSES.stream()
                .map(name -> sources.resolve(FOLDER).resolve(name + ".java"))
                .toList();
    }

    /** Adds the superclasses. */
    static void generate(Path sources, Map<Path, String> generated) throws IOException {
        for (Path original : originals(sources)) {
            String source = Files.readString(original).replace("\r\n", "\n");
            String type = original.getFileName().toString().replace(".java", "");
            String overloads = METHOD.matcher(source)
                    .results()
                    .map(method -> new Overloads(type, source, method).all(method))
                    .collect(Collectors.joining());
            String packageAndImports = source.substring(0, source.indexOf("\n/**"));
            String self = overloads.contains("self()") ? SELF.formatted(type) : "";
            Path file = sources.relativize(original).resolveSibling(type + "Overloads.java");
            generated.put(file, CLASS.formatted(type, packageAndImports, self + overloads));
        }
    }

    private String all(MatchResult method) {
        addWithOutput();
        if (method.group(2) != null) {
            addWithNumber(method.group(3), "double");
            addWithNumber(method.group(3), "long");
        }
        if (parameters.equals("int axis") && expression.contains("axis, false)")) {
            addWithAxisThatStays();
        }
        if (result.equals("Variable") && parameters.matches("Variable \\w+")) {
            String operand = parameters.substring("Variable ".length());
            if (expression.contains("ElementwiseOperations.")) {
                addOfConstant("double " + operand, "a number", "number(%s)".formatted(operand));
            }
            addOfConstant("NDArray " + operand, "an array", "Variable.operand(\"%1$s\", %1$s)".formatted(operand));
        }
        return written.toString();
    }

    private void addWithAxisThatStays() {
        List<String> all = tags("@param");
        all.add("@param keepDims whether the axis stays in the result, with length 1");
        all.add(RETURN + "a new " + (type.equals("Variable") ? "variable" : "array") + ", as for " + link());
        all.addAll(tags("@throws"));
        String text = summary.replace("axis)}", "axis, keepdims=keepDims)}");
        add(text, all, parameters + ", boolean keepDims", expression.replace("false)", "keepDims)"));
    }

    /** Adds the overload of an operation with a constant in place of the second variable. */
    private void addOfConstant(String constant, String words, String variable) {
        boolean isNumber = constant.startsWith("double ");
        List<String> all = tags("@param");
        all.replaceAll(tag -> isNumber ? "@param b a constant, which does not change the dtype" : tag + "; a constant");
        all.addAll(tags(RETURN));
        all.addAll(isNumber ? List.of() : tags(ILLEGAL));
        String does = OPERATION.matcher(summary).replaceFirst("$1, as ") + link() + " does.";
        String text = does.replaceFirst("a variable", words).replace("two elements", "an element and a constant");
        add(text, all, constant, name + "(" + variable + ")");
    }

    private void addWithOutput() {
        Matcher function = FUNCTION.matcher(summary);
        Matcher operator = OPERATOR.matcher(summary);
        boolean isFunction = function.find();
        boolean isOperator = !isFunction && operator.find();
        if (!ELEMENTWISE.matcher(expression).matches()
                || !ARRAYS.matcher(parameters).matches()) {
            return;
        }
        boolean isBinary = parameters.endsWith(" b");
        String call = isFunction ? function.group(1) : "np." + ufunc + (isBinary ? "(a, b" : "(a");
        String text = "Writes the result of " + link() + " into an array";
        if (isFunction || isOperator) {
            text += ", {@code " + call + ", out=out)}";
        }
        if (isStatic && isBinary && isOperator) {
            text += "; with {@code a} as the output this is {@code a " + operator.group(1) + "= b}";
        }
        List<String> all = tags("@param");
        String one = isStatic ? "the operand or a view of it" : "this array or a view of it";
        all.add("@param out receives the result"
                + (isBool ? BOOL_OUTPUT : "; it may be " + (isBinary ? "an operand or a view of one" : one)));
        all.add(RETURN + "{@code out}");
        all.add(ILLEGAL + listed(words(ILLEGAL), isBool ? SHAPE + ", " + READ_ONLY : SHAPE));
        if (!isBool) {
            String types =
                    OF_BITS.contains(ufunc) ? "dtype('int64') to dtype('uint8')" : "dtype('float64') to dtype('int64')";
            all.add(UNSUPPORTED + listed(words(UNSUPPORTED), CAST.formatted(ufunc, types)));
        }
        String list = parameters.isEmpty() ? "NDArray out" : parameters + ", NDArray out";
        add(text + ".", all, list, expression.replaceFirst("\\)$", ", out)"));
    }

    /** Joins the reasons for an error, of which the first may be none. */
    private static String listed(String first, String others) {
        String all = first.isEmpty() ? others : first.replace(", or {@code", ", {@code") + ", " + others;
        return all.replaceFirst("(.*), \\{@code", "$1, or {@code");
    }

    /** Adds the overload with a number of a type, which NumPy converts to the dtype of the array if it can. */
    private void addWithNumber(String told, String number) {
        boolean isLong = number.equals("long");
        if ((isLong ? FLOATING : OF_BITS).contains(ufunc)) {
            return;
        }
        String array = told == null ? words("@param b ").split(",")[0] : told;
        String dtype =
                isLong ? "int64 for bool, otherwise of the same dtype" : "float32 for float32, otherwise of float64";
        boolean isNew = !isBool && !isInPlace && result.equals("NDArray");
        List<String> all = tags("@param");
        all.set(all.size() - 1, "@param b " + (isStatic ? array + ", a weak scalar" : "the weak scalar"));
        all.add(RETURN + (isNew ? "a new array of " + dtype : words(RETURN).split(";")[0]));
        if (isLong && !isBool) {
            all.add(ILLEGAL + "{@code Python integer 300 out of bounds for uint8}");
        }
        if (OF_BITS.contains(ufunc) || isInPlace) {
            all.add(UNSUPPORTED + words(UNSUPPORTED));
        }
        String own = told == null ? summary : summary.replaceFirst("^.*(?=, \\{@code)", told);
        String text = isStatic ? "Works like " + link() + ", with a scalar." : own;
        String scalar = isLong && isBool ? "Casting.comparable(b, " : "Casting.weak(b, ";
        String call = name + (isStatic ? "(a, " + scalar + "a." : "(" + scalar);
        add(text, all, parameters.replaceFirst("NDArray b$", number + " b"), call + "dtype()))");
    }

    private List<String> tags(String kind) {
        return tags.stream().filter(tag -> tag.startsWith(kind)).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns what a tag says; nothing if it is missing. */
    private String words(String tag) {
        return tags(tag).stream()
                .map(text -> text.substring(tag.length()))
                .findFirst()
                .orElse("");
    }

    /** Links the method, with the same words as in its own class. */
    private String link() {
        String call = name + "(" + parameters.replaceAll(" \\w+(?=,|$)", "") + ")";
        return "{@link " + type + "#" + call + " " + call + "}";
    }

    private void add(String text, List<String> all, String list, String body) {
        String head = result + " " + name + "(" + list + ") {\n";
        if (source.contains(head)) {
            return;
        }
        written.append("\n    /**\n     * ").append(lines(text, "")).append("\n     *\n");
        all.forEach(tag -> written.append("     * ").append(lines(tag, "    ")).append('\n'));
        String called = OWN_METHOD.matcher(body).replaceAll(isStatic ? type + "." : "self().");
        String own = called.replaceAll("\\bthis\\b", "self()");
        written.append("     */\n    public ").append(isStatic ? "static " : "").append(head);
        written.append("        return ").append(own).append(";\n    }\n");
    }

    private static String lines(String text, String indent) {
        return LINE.matcher(text).replaceAll("$1\n").strip().replace("\n", "\n     * " + indent);
    }
}
