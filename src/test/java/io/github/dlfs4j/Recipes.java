package io.github.dlfs4j;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The recipes on the page of NumPy's functions: a note with a line of code that does what a function of NumPy does.
 * Here are the variables that each line needs; it is compiled as a method with them as parameters, one for each kind of
 * arguments.
 */
final class Recipes {
    /** A piece of code in a note: anything with a call in it. A name alone is none. */
    private static final Pattern CODE = Pattern.compile("`(?<code>[^`]*\\([^`]*)`");

    /**
     * A recipe.
     *
     * @param numpy what stands for it on the page
     * @param result the type of what the line of code returns, or void
     * @param method the name of the method into which it is compiled, and of NumPy's records
     * @param parameters the variables in the line of code
     */
    private record Recipe(String numpy, String result, String method, String parameters) {}

    private static final List<Recipe> RECIPES = List.of(
            new Recipe("ascontiguousarray", "NDArray", "ascontiguousarray", "NDArray a"),
            new Recipe("base_repr", "String", "base_repr", "long x, int base"),
            new Recipe("binary_repr", "String", "binary_repr", "long x"),
            new Recipe("histogram_bin_edges", "NDArray", "histogram_bin_edges", "NDArray a, int bins"),
            new Recipe("histogram_bin_edges", "NDArray", "histogram_bin_edges", "NDArray a, BinRule bins"),
            new Recipe("histogram_bin_edges", "NDArray", "histogram_bin_edges", "NDArray a, NDArray bins"),
            new Recipe("unique_all", "Sets.Unique", "unique_all", "NDArray a"),
            new Recipe("np.add.at(a, index, values)", "void", "add_at", "NDArray a, NDArray[] index, NDArray values"),
            new Recipe("np.linalg.qr", "NDArray", "qr", "NDArray a"),
            new Recipe("np.linalg.matrix_rank", "NDArray", "matrix_rank", "NDArray a, double rtol"));

    private Recipes() {}

    /** Returns what of NumPy the recipes are for. */
    static Set<String> functions() {
        return RECIPES.stream().map(Recipe::numpy).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the lines of code in a note. */
    static List<String> code(String note) {
        List<String> code = new ArrayList<>();
        Matcher matcher = CODE.matcher(note);
        while (matcher.find()) {
            code.add(matcher.group("code"));
        }
        return code;
    }

    /** Returns a class {@code Compiled} with the recipes as methods. */
    static String source() throws IOException {
        List<FunctionsPage.Row> rows = FunctionsPage.rows();
        StringBuilder source = new StringBuilder("public final class Compiled {\n");
        for (Recipe recipe : RECIPES) {
            FunctionsPage.Row row = rows.stream()
                    .filter(other -> other.numpy().equals(recipe.numpy()))
                    .findFirst()
                    .orElseThrow();
            source.append("public static %s %s(%s) {\n%s%s;\n}\n"
                    .formatted(
                            recipe.result(),
                            recipe.method(),
                            recipe.parameters(),
                            recipe.result().equals("void") ? "" : "return ",
                            code(row.note()).get(0)));
        }
        return source.append("}\n").toString();
    }
}
