package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the pages for NumPy users that shows a result gives it. */
class GuideTest {
    private static final Path FIRST_CALLS = Pages.of("numpy-to-java.md");
    private static final Path GUIDE = Pages.of("ndarray-for-numpy-users.md");

    private static final Pattern ROW = Pattern.compile("\\| `.*?` \\| `(?<code>.*?)` \\| `(?<result>.*?)` \\|");

    /** A row: where it stands, the code of its section and its own, and the result it shows. */
    private record Row(String place, String code, String result) {}

    /** Before the first section of a page are imports, if it has any; in a section, its variables. */
    private static List<Row> rows(Path page) throws IOException {
        List<Row> rows = new ArrayList<>();
        StringBuilder imports = new StringBuilder();
        StringBuilder variables = new StringBuilder();
        StringBuilder code = imports;
        boolean inCode = false;
        int number = 0;
        for (String line : Files.readAllLines(page)) {
            number++;
            if (line.startsWith("## ")) {
                variables.setLength(0);
                code = variables;
            } else if (line.startsWith("```")) {
                inCode = !inCode;
            } else if (inCode) {
                code.append(line).append('\n');
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String program = imports + "\n" + variables + printing(row.group("code"));
                rows.add(new Row(page + ":" + number, program, row.group("result")));
            }
        }
        return rows;
    }

    /** A statement is followed by the array that it changes; an expression is printed. */
    private static String printing(String code) {
        return code.endsWith(";")
                ? code + "\nSystem.out.print(a);\n"
                : "System.out.print(" + code.replace("\\|", "|") + ");\n";
    }

    /** On GitHub, wider rows would need to be moved to and fro. */
    @Test
    void theFirstCallsAreAHundredNarrowRows() throws IOException {
        List<String> lines = Files.readAllLines(FIRST_CALLS);
        int data = lines.indexOf("## Beyond the book: data of your own");
        assertThat(lines.subList(0, data))
                .filteredOn(line -> ROW.matcher(line).matches())
                .hasSize(100);
        assertThat(lines).allMatch(line -> line.length() < 125);
    }

    @Test
    void rowsOfTheGuideGiveTheResultsThatTheyShow(@TempDir Path directory) throws Exception {
        List<Row> rows = new ArrayList<>(rows(FIRST_CALLS));
        rows.addAll(rows(GUIDE));
        assertThat(rows).hasSizeGreaterThan(300);
        List<String> printed = Snippets.run(rows.stream().map(Row::code).toList(), row -> true, directory);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(printed.get(i).replace("\n", "⏎"))
                    .as("%s: %s", rows.get(i).place(), rows.get(i).code())
                    .isEqualTo(rows.get(i).result());
        }
    }
}
