package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every public function of NumPy's name has a record of NumPy's results that a test replays. A function has one if the
 * files that the tests read have its name, and the tests call it.
 */
class RecordedFunctionsTest {
    private static final Path LIST = Path.of("src", "test", "resources", "numpy", "functions.txt");

    /** The name of an expression such as {@code np.linalg.norm(a, 'nuc')}: what stands before the arguments. */
    private static final Pattern NAME = Pattern.compile("(?:\\w+\\.)*(\\w+)(?:[(\\[].*)?");

    /** Functions whose records have a name that is neither NumPy's on the page nor ours. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "Manipulation.broadcastArrays", "broadcast",
            "NDArray.T", "transpose",
            "NDArray.toString", "str");

    /** Functions that the tests find by the names in the records. */
    private static final Pattern FOUND = Pattern.compile("(?:MathFunctions|Logic|BitOperations)\\..*|NDArray\\.xor");

    /** Functions without a record. */
    private static final Set<String> EXEMPTIONS = Set.of(
            // NumPy leaves the elements open.
            "Creation.emptyLike",
            "NDArray.empty",
            // NumPy has no such function.
            "MathFunctions.erf",
            // These take Java's arrays; of makes the arrays of all records.
            "NDArray.of",
            "NDArray.wrap",
            // NpyTest and NpzTest compare these with files that NumPy wrote or reads.
            "Npy.read",
            "Npy.write",
            "Npz.write");

    private static Set<String> recorded;
    private static Set<String> calls;

    /** NumPy's and our names of each function, {@code Class.method}. */
    private static final Map<String, Set<String>> FUNCTIONS = new TreeMap<>();

    @BeforeAll
    static void find() throws IOException {
        ReplayTests tests = new ReplayTests();
        calls = tests.calls();
        recorded = plain(tests.recorded());
        List<FunctionsPage.Row> rows = FunctionsPage.rows();
        for (FunctionsPage.Row row : rows) {
            if (row.here() != null && isMethod(row.here())) {
                add(row.here(), name(row.numpy()));
            }
        }
        Set<String> list = plain(Files.readAllLines(LIST));
        for (String type : FunctionsPage.types(rows)) {
            for (Method method : FunctionsPage.find(type).getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && list.contains(plain(method.getName()))) {
                    add(type + "." + method.getName(), method.getName());
                }
            }
        }
    }

    private static void add(String function, String name) {
        Set<String> names = FUNCTIONS.computeIfAbsent(function, key -> new TreeSet<>());
        names.add(plain(name));
        names.add(plain(function.substring(function.indexOf('.') + 1)));
    }

    private static boolean isMethod(String here) {
        String[] parts = here.split("\\.", -1);
        return parts.length == 2
                && Arrays.stream(FunctionsPage.find(parts[0]).getMethods())
                        .anyMatch(method -> method.getName().equals(parts[1]));
    }

    private static String name(String numpy) {
        Matcher name = NAME.matcher(numpy);
        return name.matches() ? name.group(1) : numpy;
    }

    /** Returns a name without capital letters and underscores, in which NumPy's names and ours differ. */
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> plain(Iterable<String> names) {
        Set<String> plain = new TreeSet<>();
        names.forEach(name -> plain.add(plain(name)));
        return plain;
    }

    private static boolean hasItsName(String function) {
        return FUNCTIONS.get(function).stream().anyMatch(recorded::contains);
    }

    private static boolean isRecorded(String function) {
        String otherName = OTHER_NAMES.get(function);
        return (calls.contains(function) || FOUND.matcher(function).matches())
                && (hasItsName(function) || (otherName != null && recorded.contains(otherName)));
    }

    @Test
    void everyFunctionHasARecordOfNumPy() {
        Set<String> missing = FUNCTIONS.keySet().stream()
                .filter(function -> !isRecorded(function))
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(EXEMPTIONS);

        assertThat(FUNCTIONS).hasSizeGreaterThan(250);
        assertThat(missing)
                .as("functions without a record of NumPy that a test replays; architecture.md says how to make one")
                .isEmpty();
    }
}
