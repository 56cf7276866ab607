package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the guide for NumPy users that shows a result gives it. */
class GuideTest {
    private static final Path GUIDE = Path.of("src", "docs", "ndarray-for-numpy-users.md");
    private static final Pattern ROW = Pattern.compile("\\| `.*?` \\| `(?<code>.*?)` \\| `(?<result>.*?)` \\|");

    /** A row: the code of its section and its own, and the result it shows. */
    private record Row(int line, String code, String result) {}

    private final List<Row> rows = new ArrayList<>();

    @BeforeEach
    void readGuide() throws IOException {
        StringBuilder variables = new StringBuilder();
        boolean inCode = false;
        int number = 0;
        for (String line : Files.readAllLines(GUIDE)) {
            number++;
            if (line.startsWith("## ")) {
                variables.setLength(0);
            } else if (line.startsWith("```")) {
                inCode = !inCode;
            } else if (inCode) {
                variables.append(line).append('\n');
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(number, variables + printing(row.group("code")), row.group("result")));
            }
        }
    }

    /** A statement is followed by the array that it changes; an expression is printed. */
    private static String printing(String code) {
        return code.endsWith(";")
                ? code + "\nSystem.out.print(a);\n"
                : "System.out.print(" + code.replace("\\|", "|") + ");\n";
    }

    @Test
    void rowsGiveTheResultsThatTheyShow(@TempDir Path directory) throws Exception {
        assertThat(rows).hasSizeGreaterThan(100);
        List<String> printed = Snippets.run(rows.stream().map(Row::code).toList(), directory);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(printed.get(i).replace("\n", "⏎"))
                    .as("line %d: %s", rows.get(i).line(), rows.get(i).code())
                    .isEqualTo(rows.get(i).result());
        }
    }
}
