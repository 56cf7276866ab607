package io.github.dlfs4j;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * The times in {@code src/docs/speed.tsv}, which {@code compare.py --save} writes, and the tables that pages make of
 * some of them. A page says the run, the columns and the work of each row; the rest of the row is made. A program of
 * its own as well, which makes the tables of the pages anew:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.SpeedTables
 * }</pre>
 */
public final class SpeedTables {
    /** The pages that have such tables. */
    static final List<Path> PAGES = List.of(Pages.README, Pages.of("speed.md"));

    /** How the first cell of such a table begins; the name of the run follows. */
    private static final String WORK = "work on ";

    /** What is between the names of two runs that a table has side by side. */
    private static final String BESIDE = " beside ";

    /** The first cell of a row that counts those that dlfs4j loses. */
    private static final String ALL = "all \\d+ rows";

    /** By run and work, the microseconds of each library and kernel that was measured. */
    private final Map<String, Map<String, Map<String, Double>>> times = new LinkedHashMap<>();

    private SpeedTables(List<String> lines) {
        List<String> names = List.of(lines.get(0).split("\t", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, Double> row = new LinkedHashMap<>();
            for (int i = 2; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    row.put(names.get(i), Double.valueOf(cells[i]));
                }
            }
            times.computeIfAbsent(cells[0], run -> new LinkedHashMap<>()).put(cells[1], row);
        }
    }

    static SpeedTables read() throws IOException {
        return new SpeedTables(Files.readAllLines(Pages.of("speed.tsv")));
    }

    public static void main(String... arguments) throws IOException {
        for (Path page : PAGES) {
            Files.writeString(page, read().made(Pages.text(page)));
            System.out.println(page);
        }
    }

    /** Returns the rows of a run by their work. */
    Map<String, Map<String, Double>> rows(String run) {
        return Objects.requireNonNull(times.get(run), run);
    }

    /** Returns a page with the rows of its tables as they should be. */
    String made(String page) {
        StringBuilder made = new StringBuilder();
        List<String> header = List.of();
        for (String line : page.lines().toList()) {
            boolean isRow = !header.isEmpty() && line.startsWith("| ") && !line.startsWith("| ---");
            made.append(isRow ? row(header, line.substring(2, line.indexOf(" |"))) : line)
                    .append('\n');
            if (line.startsWith("| " + WORK)) {
                header = List.of(line.split(" *\\| *", -1));
            } else if (!line.startsWith("|")) {
                header = List.of();
            }
        }
        return made.toString();
    }

    /** For each run its own base, time and ratio; the last cell names the run on which alone dlfs4j is slower. */
    private String row(List<String> header, List<String> runs, String work) {
        String base = header.get(2);
        String ours = header.get(3);
        List<String> works = work.matches(ALL)
                ? rows(runs.get(0)).entrySet().stream()
                        .filter(row -> row.getValue().containsKey(base))
                        .map(Map.Entry::getKey)
                        .filter(rows(runs.get(1))::containsKey)
                        .toList()
                : List.of(work);
        boolean one = works.size() == 1;
        StringJoiner line = new StringJoiner(" | ", "| ", " |").add(one ? work : "all " + works.size() + " rows");
        for (String run : runs) {
            Map<String, Double> first = rows(run).get(works.get(0));
            line.add(one ? time(first, base) : "").add(one ? time(first, ours) : "");
            line.add(
                    one
                            ? text(ratio(first, base, ours))
                            : lost(run, works, base, ours).size() + " lost");
        }
        List<String> differ = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<String> both = new ArrayList<>(lost(runs.get(i), works, base, ours));
            both.removeAll(lost(runs.get(1 - i), works, base, ours));
            if (!both.isEmpty()) {
                differ.add(one ? runs.get(i) : both.size() + " on " + runs.get(i));
            }
        }
        return line.add(String.join(", ", differ)).toString();
    }

    /** Returns the works that take us longer. */
    private List<String> lost(String run, List<String> works, String base, String ours) {
        return works.stream()
                .filter(work -> ratio(rows(run).get(work), base, ours) < 1)
                .toList();
    }

    /** Each column after the first two is compared with the second, and the ratio is in the column after it. */
    private String row(List<String> header, String work) {
        String run = header.get(1).substring(WORK.length());
        if (run.contains(BESIDE)) {
            return row(header, List.of(run.split(BESIDE)), work);
        }
        Map<String, Map<String, Double>> rows = rows(run);
        String base = header.get(2);
        boolean all = work.matches(ALL);
        List<Map<String, Double>> compared = all
                ? rows.values().stream().filter(row -> row.containsKey(base)).toList()
                : List.of(Objects.requireNonNull(rows.get(work), work));
        StringJoiner line = new StringJoiner(" | ", "| ", " |");
        line.add(all ? "all " + compared.size() + " rows" : work);
        line.add(all ? "" : time(compared.get(0), base));
        StringJoiner slower = new StringJoiner(" and ");
        for (String other : header.subList(3, header.size() - 2)) {
            if (!other.equals("ratio")) {
                long lost = compared.stream()
                        .filter(row -> ratio(row, base, other) < 1)
                        .count();
                line.add(all ? "" : time(compared.get(0), other));
                line.add(all ? lost + " lost" : text(ratio(compared.get(0), base, other)));
                if (lost == 1) {
                    slower.add(other);
                }
            }
        }
        return line.add(all ? "" : slower.toString()).toString();
    }

    /** Returns the other library's time divided by ours: below 1, dlfs4j is slower. It is NaN if one is missing. */
    private static double ratio(Map<String, Double> times, String base, String other) {
        double ratio = times.getOrDefault(base, Double.NaN) / times.getOrDefault(other, Double.NaN);
        return base.equals("vector") ? 1 / ratio : ratio;
    }

    private static String text(double ratio) {
        return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, ratio < 100 ? "%.2f" : "%.0f", ratio);
    }

    private static String time(Map<String, Double> times, String who) {
        Double micros = times.get(who);
        if (micros == null) {
            return "-";
        }
        int power = micros >= 1e6 ? 6 : micros >= 1e3 ? 3 : 0;
        BigDecimal digits = BigDecimal.valueOf(micros).movePointLeft(power).round(new MathContext(3));
        return digits.stripTrailingZeros().toPlainString()
                + List.of(" µs", " ms", " s").get(power / 3);
    }
}
