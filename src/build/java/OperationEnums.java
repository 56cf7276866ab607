import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the enums of element-wise operations from {@link OperationTables}, with NumPy's names, the dtypes of the
 * results, and the loops. The loops stand in switches and not in objects, since a program that starts would have to
 * create an object for each of about a hundred loops, few of which it uses.
 */
final class OperationEnums {
    private static final String PACKAGE = "io.github.dlfs4j.ndarray";
    private static final String FOLDER = PACKAGE.replace('.', '/');
    private static final String NONE = "-";

    /** The dtypes of results: that of the operands, or what a method of {@code ResultTypes} says of it. */
    private static final String SAME = "same";

    /** Those of them that refuse dtypes in errors with the name of the operation. */
    private static final Set<String> NAMING = Set.of("ofNumbers", "ofBits", "ofShift");

    private static final Pattern CALL = Pattern.compile("(?<method>[\\w.]+)(?:\\((?<arguments>.*)\\))?");

    private static final Map<String, String> CARRIERS = new LinkedHashMap<>();

    static {
        CARRIERS.put("boolean", "Boolean");
        CARRIERS.put("long", "Long");
        CARRIERS.put("float", "Float");
        CARRIERS.put("double", "Double");
    }

    private final String name;
    private final List<String[]> rows;
    private final boolean unary;
    private final boolean relation;

    private final Map<String, Set<String>> loopClasses;

    private OperationEnums(
            String name, String table, boolean unary, boolean relation, Map<String, Set<String>> loopClasses) {
        this.name = name;
        this.loopClasses = loopClasses;
        this.rows = table.lines().map(line -> line.trim().split(" +")).toList();
        this.unary = unary;
        this.relation = relation;
    }

    /** Adds the enums of all tables, after the classes of loops that are generated. */
    static void generate(Path sources, Map<Path, String> generated) throws IOException {
        Map<String, Set<String>> loopClasses = loopClasses(sources, generated);
        new OperationEnums("UnaryFunction", OperationTables.UNARY, true, false, loopClasses).add(generated);
        new OperationEnums("BinaryFunction", OperationTables.BINARY, false, false, loopClasses).add(generated);
        new OperationEnums("Relation", OperationTables.RELATIONS, false, true, loopClasses).add(generated);
    }

    private void add(Map<Path, String> generated) {
        generated.put(Path.of(FOLDER, name + ".java"), source());
    }

    private String source() {
        StringBuilder body = new StringBuilder();
        body.append("/** Generated from the tables in src/build/java/OperationTables.java. */\nenum ")
                .append(name)
                .append(" {\n");
        body.append(rows.stream()
                .map(row -> "    %s(\"%s\")".formatted(constant(row[0]), row[0]))
                .collect(Collectors.joining(",\n")));
        body.append("""
                ;

                    private final String text;

                    %s(String text) {
                        this.text = text;
                    }

                    /** Returns NumPy's name. */
                    @Override
                    public String toString() {
                        return text;
                    }
                """.formatted(name));
        if (!relation) {
            body.append(resultTypes());
        }
        body.append(loopsOfDType());
        CARRIERS.keySet().forEach(type -> body.append(loops(type)));
        body.append("}\n");
        return "package " + PACKAGE + ";\n\n" + imports(body.toString()) + body;
    }

    private static String constant(String numpy) {
        return numpy.toUpperCase(Locale.ROOT);
    }

    /** Imports the classes of loops. */
    private String imports(String body) {
        TreeSet<String> imports = new TreeSet<>(List.of(PACKAGE + ".strided.Carrier", PACKAGE + ".strided." + kind()));
        Matcher called = Pattern.compile("\\b[A-Z]\\w*(?=\\.[a-z])").matcher(body);
        while (called.find()) {
            imports.addAll(loopClasses.getOrDefault(called.group(), Set.of()));
        }
        return imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining()) + "\n";
    }

    /** Returns the full name of each class in the kernels, whether it is written by hand or generated. */
    private static Map<String, Set<String>> loopClasses(Path sources, Map<Path, String> generated) throws IOException {
        Map<String, Set<String>> names = new HashMap<>();
        try (Stream<Path> files = Files.walk(sources.resolve(FOLDER))) {
            Stream.concat(files.map(sources::relativize), generated.keySet().stream())
                    .map(file -> file.toString().replace('\\', '/'))
                    .filter(file -> file.startsWith(FOLDER + "/kernel/") && file.endsWith(".java"))
                    .map(file ->
                            file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                    .forEach(name -> names.put(name.substring(name.lastIndexOf('.') + 1), Set.of(name)));
        }
        return names;
    }

    private String resultTypes() {
        String parameters = unary ? "DType a" : "DType a, DType b";
        String promoted = unary ? "a" : "DType.promote(a, b)";
        StringBuilder cases = new StringBuilder();
        for (String[] row : rows) {
            String type = row[1];
            String arguments = NAMING.contains(type) ? "text, " + promoted : promoted;
            String result = type.equals(SAME) ? promoted : "ResultTypes.%s(%s)".formatted(type, arguments);
            cases.append("            case %s -> %s;\n".formatted(constant(row[0]), result));
        }
        return """

                    /** Returns the dtype of the result; throws an error if it has none. */
                    DType resultType(%s) {
                        return switch (this) {
                %s        };
                    }
                """.formatted(parameters, cases);
    }

    private String kind() {
        return unary ? "UnaryCarrierLoop" : relation ? "RelationCarrierLoop" : "BinaryCarrierLoop";
    }

    private String loopsOfDType() {
        return """

                    /** Returns the loop that computes the dtype. */
                    %s<?> on(DType dtype) {
                        return switch (dtype) {
                            case BOOL -> %s;
                            case UINT8, INT64 -> new OfLong(this);
                            case FLOAT32 -> %s;
                            case FLOAT64 -> new OfDouble(this);
                        };
                    }
                """.formatted(kind(), choice("boolean", "OfBoolean", "OfLong"), choice("float", "OfFloat", "OfDouble"));
    }

    /** Chooses the loop of the type where it exists. */
    private String choice(String type, String own, String other) {
        List<String> without = new ArrayList<>();
        for (String[] row : rows) {
            boolean computedInDouble = type.equals("float") && isFormula(row[4]);
            if (computedInDouble || type.equals("boolean") && row[2].equals(NONE)) {
                without.add(constant(row[0]));
            }
        }
        if (without.isEmpty()) {
            return "new %s(this)".formatted(own);
        }
        if (without.size() == rows.size()) {
            return "new %s(this)".formatted(other);
        }
        return "switch (this) {\n                case %s -> new %s(this);\n                default -> new %s(this);\n            }"
                .formatted(String.join(", ", without), other, own);
    }

    private static boolean isFormula(String loop) {
        return loop.matches(".*\\(.*\\bx\\)");
    }

    /** Returns the record with the loops of a type; its column in the tables is that of its twin. */
    private String loops(String type) {
        String prefix = CARRIERS.get(type);
        int column = type.equals("boolean") ? 2 : type.equals("long") ? 3 : 4;
        if (rows.stream().allMatch(row -> row[column].equals(NONE))) {
            return "";
        }
        Map<String, String> calls = new LinkedHashMap<>();
        for (String[] row : rows) {
            boolean formulaOfFloat = type.equals("float") && isFormula(row[4]);
            calls.put(constant(row[0]), formulaOfFloat ? NONE : row[column]);
        }
        String operands = unary ? "%1$s[] a, " : "%1$s[] a, %1$s[] b, ";
        String parameters = (operands + "%2$s[] out, int from, int to").formatted(type, relation ? "boolean" : type);
        StringBuilder text =
                new StringBuilder("""

                    /** The loops of %1$s. */
                    record Of%2$s(%3$s operation) implements %4$s<%1$s[]> {
                        @Override
                        public Carrier<%1$s[]> carrier() {
                            return Carrier.%5$sS;
                        }
                """.formatted(type, prefix, name, kind(), type.toUpperCase(Locale.ROOT)));
        text.append(method("run", parameters, calls, type));
        if (!unary && !type.equals("boolean")) {
            text.append(withNumbers(parameters, type));
        }
        return text.append("    }\n").toString();
    }

    private String withNumbers(String parameters, String type) {
        int first = type.equals("long") ? 1 : 3;
        Map<String, String> right = new LinkedHashMap<>();
        Map<String, String> left = new LinkedHashMap<>();
        for (String[] row : rows) {
            right.put(constant(row[0]), NONE);
            left.put(constant(row[0]), NONE);
        }
        OperationTables.WITH_NUMBERS
                .lines()
                .map(line -> line.trim().split(" +"))
                .filter(row -> right.containsKey(constant(row[0])))
                .forEach(row -> {
                    right.put(constant(row[0]), row[first]);
                    left.put(constant(row[0]), row[first + 1]);
                });
        String known = right.keySet().stream()
                .filter(constant -> !right.get(constant).equals(NONE))
                .collect(Collectors.joining(", "));
        return """

                        @Override
                        public boolean takeNumbers() {
                            return switch (operation) {
                                case %s -> true;
                                default -> false;
                            };
                        }
                """.formatted(known)
                + method("runWithNumber", parameters, right, type)
                + method("runWithNumberOnTheLeft", parameters, left, type);
    }

    private String method(String method, String parameters, Map<String, String> calls, String type) {
        StringBuilder cases = new StringBuilder();
        List<String> missing = new ArrayList<>();
        calls.forEach((constant, call) -> {
            if (call.equals(NONE)) {
                missing.add(constant);
            } else {
                cases.append("                case %s -> %s\n".formatted(constant, statement(call, type)));
            }
        });
        if (!missing.isEmpty()) {
            cases.append("                default -> throw new AssertionError(operation);\n");
        }
        return """

                        @Override
                        public void %s(%s) {
                            switch (operation) {
                %s            }
                        }
                """.formatted(method, parameters, cases);
    }

    private String statement(String loop, String type) {
        if (loop.equals("copy")) {
            return "System.arraycopy(a, from, out, from, to - from);";
        }
        if (isFormula(loop)) {
            String formula = loop.replaceAll("\\bx\\)", "a[i])").replace(",", ", ");
            return "{\n                    for (int i = from; i < to; i++) {\n                        out[i] = "
                    + formula + ";\n                    }\n                }";
        }
        Matcher call = CALL.matcher(loop);
        if (!call.matches()) {
            throw new IllegalArgumentException(loop);
        }
        String arguments = call.group("arguments");
        String operands = arguments == null ? (unary ? "a" : "a, b") : arguments.replace(",", ", ");
        String method = call.group("method");
        if (type.equals("float")) {
            method = method.replaceFirst("^Double", "Float");
            operands = operands.replace("Double.", "Float.");
        }
        return "%s(%s, out, from, to);".formatted(method, operands);
    }
}
