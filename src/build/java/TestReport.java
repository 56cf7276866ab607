import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints a report of the tests: their names as sentences, by package and class, and then the slowest classes. It reads
 * the XML files that Surefire writes.
 *
 * <p>Maven runs it after the tests.
 */
public final class TestReport {
    private static final String ROOT = "io.github.dlfs4j";
    private static final List<String> KERNELS = List.of("plain", "vector", "vector128", "vector256", "vector512");

    /** How a report is called whose tests did not run with the plain kernel. */
    private static final Pattern SUFFIX = Pattern.compile("-(vector\\d*)\\.xml$");

    private static final int SLOWEST = 20;

    /** Names with capitals, numbers that are part of a name, words, single capitals, other numbers. */
    private static final Pattern WORD =
            Pattern.compile("NumPys?|NDArray|DTypes?|NaN|ConvNet|JShell|Log1p|Im2Col|([Ff]loat|[Uu]?[Ii]nt|Avx)[0-9]+"
                    + "|[A-Z]?[a-z]+|[A-Z]|[0-9]+");

    /** Words that keep their capital letters. */
    private static final Map<String, String> SPELLING = Map.of(
            "NumPys", "NumPy's",
            "NumPy", "NumPy",
            "NDArray", "NDArray",
            "NaN", "NaN",
            "ConvNet", "ConvNet",
            "JShell", "JShell",
            "Mnist", "MNIST",
            "mnist", "MNIST",
            "Readme", "README",
            "Java", "Java");

    /** One run of a test. */
    private record Case(String kernel, String testClass, String sentence, double seconds, boolean skipped) {}

    private final List<Case> cases = new ArrayList<>();

    private TestReport() {}

    /** Prints the report of the folder in the argument, or nothing if there is no such folder. */
    public static void main(String[] args) throws IOException, XMLStreamException {
        Path folder = Path.of(args[0]);
        if (Files.isDirectory(folder)) {
            TestReport report = new TestReport();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    Matcher suffix = SUFFIX.matcher(file.toString());
                    report.read(file, suffix.find() ? suffix.group(1) : "plain");
                }
            }
            report.print();
        }
    }

    private void read(Path file, String kernel) throws IOException, XMLStreamException {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = XMLInputFactory.newInstance().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    if (xml.getLocalName().equals("testcase")) {
                        cases.add(testCase(xml, kernel));
                    } else if (xml.getLocalName().equals("skipped")) {
                        Case last = cases.remove(cases.size() - 1);
                        cases.add(new Case(kernel, last.testClass(), last.sentence(), last.seconds(), true));
                    }
                }
            }
        }
    }

    private static Case testCase(XMLStreamReader xml, String kernel) {
        String[] classes = xml.getAttributeValue(null, "classname")
                .replaceFirst("\\(.*", "")
                .split("\\$", -1);
        // One case of several is called method(Type, Type)[1].
        String method = xml.getAttributeValue(null, "name").replaceFirst("(?s)\\W.*", "");
        String sentence = Stream.concat(Stream.of(classes).skip(1), Stream.of(method))
                .map(TestReport::words)
                .collect(Collectors.joining(": "));
        double seconds = Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", ""));
        return new Case(kernel, classes[0], sentence, seconds, false);
    }

    /** Returns the words of a name: {@code lossIsNaNForAnEmptyBatch} becomes "loss is NaN for an empty batch". */
    private static String words(String name) {
        return WORD.matcher(name)
                .results()
                .map(MatchResult::group)
                .map(word -> SPELLING.getOrDefault(word, word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
    }

    private void print() {
        String place = "";
        for (Map.Entry<String, List<Case>> testClass : byClass(cases).entrySet()) {
            String name = testClass.getKey();
            String itsPlace = name.substring(0, name.lastIndexOf('.'));
            if (!itsPlace.equals(place)) {
                place = itsPlace;
                System.out.println(place.equals(ROOT) ? "the library" : place.substring(ROOT.length() + 1));
            }
            System.out.println(
                    "  " + words(name.substring(itsPlace.length() + 1).replaceFirst("Test$", "")));
            sentences(testClass.getValue())
                    .forEach((sentence, count) ->
                            System.out.println("    " + sentence + (count > 1 ? " (" + count + ")" : "")));
        }
        KERNELS.forEach(this::printSummary);
    }

    private static Map<String, List<Case>> byClass(Collection<Case> cases) {
        return cases.stream().collect(Collectors.groupingBy(Case::testClass, TreeMap::new, Collectors.toList()));
    }

    /** Counts the cases of each sentence, for the kernel that has more. */
    private static Map<String, Long> sentences(List<Case> cases) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String kernel : KERNELS) {
            cases.stream()
                    .filter(one -> one.kernel().equals(kernel))
                    .collect(Collectors.groupingBy(Case::sentence, LinkedHashMap::new, Collectors.counting()))
                    .forEach((sentence, count) -> counts.merge(sentence, count, Math::max));
        }
        return counts;
    }

    private void printSummary(String kernel) {
        List<Case> ofKernel =
                cases.stream().filter(one -> one.kernel().equals(kernel)).toList();
        long skipped = ofKernel.stream().filter(Case::skipped).count();
        System.out.printf(
                Locale.ROOT,
                "%s kernel: %d tests, %d skipped; the slowest classes:%n",
                kernel,
                ofKernel.size(),
                skipped);
        byClass(ofKernel).entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().stream().mapToDouble(Case::seconds).sum()))
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SLOWEST)
                .forEach(entry -> System.out.printf(
                        Locale.ROOT,
                        "  %6.1f s  %s%n",
                        entry.getValue(),
                        entry.getKey().substring(ROOT.length() + 1)));
    }
}
