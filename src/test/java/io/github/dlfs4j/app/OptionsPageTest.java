package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.Pages;
import io.github.dlfs4j.app.option.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of options on the page of training says what {@code --help} says. */
class OptionsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(--[^`]+)` \\| (.*) \\| (.*?) ?\\|$");
    private static final Pattern OPTION = Pattern.compile("(?m)^(--\\S+(?: \\S+)?) {2,}(.*(?:\\n +.*)*)");
    private static final Pattern DEFAULT = Pattern.compile("\\(default: ([^;)]*)");

    /** An option: how it is given, what is said of it, and in the table its default. */
    private record Option(String usage, String text, String standard) {}

    private List<Option> table;
    private List<Option> help;

    @BeforeEach
    void read() throws IOException {
        table = ROW.matcher(Pages.text(Pages.of("training.md")))
                .results()
                .map(row -> new Option(row.group(1), row.group(2), row.group(3).replace("`", "")))
                .toList();
        help = OPTION.matcher(help())
                .results()
                .map(match -> new Option(match.group(1), onOneLine(match), ""))
                .filter(option -> !option.usage().startsWith("--help"))
                .toList();
    }

    private static String onOneLine(MatchResult match) {
        return match.group(2).replaceAll("\\s+", " ");
    }

    private static String help() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(Main.run(console, console, () -> false, "--help")).isZero();
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void theTableOfOptionsHasAllInOrder() {
        assertThat(help).hasSizeGreaterThan(20);
        assertThat(table)
                .extracting(Option::usage)
                .containsExactlyElementsOf(help.stream().map(Option::usage).toList());
    }

    @Test
    void theTableOfOptionsHasTheirDefaults() {
        for (int i = 0; i < help.size(); i++) {
            List<String> defaults = DEFAULT.matcher(help.get(i).text())
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(defaults).as(table.get(i).usage()).allMatch(table.get(i).standard()::contains);
        }
    }

    /** Names that can be chosen stand in the table as code. */
    @Test
    void theTableOfOptionsHasTheNamesThatCanBeChosen() {
        Pattern name = Pattern.compile("`([a-z0-9-]+)`");
        for (Option option : table) {
            if (option.usage().endsWith(" NAME")) {
                List<String> names = name.matcher(option.text())
                        .results()
                        .map(match -> match.group(1))
                        .toList();
                assertThat(names).as(option.usage()).hasSizeGreaterThan(1);
                String told = help.get(table.indexOf(option)).text();
                assertThat(told).contains(names);
            }
        }
    }
}
