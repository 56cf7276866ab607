package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What src/docs/architecture.md says of the packages holds for the compiled classes. */
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("src", "docs", "architecture.md");
    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");

    /** What the page names in code: a file, a class or a test. */
    private static final Pattern FILE = Pattern.compile("`((?:src|\\.ci|data)/[\\w./-]+)`");

    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");

    private static Packages packages;
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        packages = Packages.ofTheLibrary();
        page = Files.readString(PAGE);
    }

    @Test
    void thePictureOfThePackagesIsDrawnFromTheCode() {
        assertThat(PackagePicture.FILE)
                .as("drawn anew by: java -cp target/classes:target/test-classes " + PackagePicture.class.getName())
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(PackagePicture.of(packages));
        assertThat(page).contains("(figures/" + PackagePicture.FILE.getFileName() + ")");
    }

    @Test
    void theArchitecturePageHasEachPackageOnce() {
        String section = page.substring(page.indexOf("\n## The packages\n"));
        String table = section.substring(0, section.indexOf("\n## ", 1));
        List<String> rows =
                PACKAGE_ROW.matcher(table).results().map(row -> row.group(1)).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(packages.names());
    }

    /** So arrays know no network, which uses them. */
    @Test
    void noPackageIsInACircle() {
        assertThat(packages.names())
                .allSatisfy(name -> assertThat(packages.reachableFrom(name)).doesNotContain(name));
    }

    @Test
    void kernelsKnowNoArray() {
        assertThat(packages.names().stream().filter(name -> name.startsWith("ndarray.kernel")))
                .hasSizeGreaterThan(3)
                .allSatisfy(kernel -> assertThat(packages.reachableFrom(kernel))
                        .allMatch(name -> name.startsWith("ndarray.kernel") || name.equals("parallel")));
    }

    @Test
    void onlyArraysUseKernels() {
        assertThat(packages.names().stream().filter(name -> !name.startsWith("ndarray")))
                .allSatisfy(
                        user -> assertThat(packages.usedBy(user)).noneMatch(name -> name.startsWith("ndarray.kernel")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"graph.drawing", "file", "parallel", "language"})
    void somePackagesKnowNothingOfTheLibraryButItsLanguage(String name) {
        assertThat(packages.reachableFrom(name)).isSubsetOf("language");
    }

    @Test
    void noPackageUsesTheMainJob() {
        assertThat(packages.names()).noneMatch(name -> packages.usedBy(name).contains("app"));
    }

    @Test
    void filesThatTheArchitecturePageNamesExist() {
        Matcher files = FILE.matcher(page);
        assertThat(files.results().map(file -> Path.of(file.group(1))))
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(file).exists());
    }

    /** Generated classes are among the compiled ones, but not among the sources. */
    @Test
    void classesThatTheArchitecturePageNamesExist() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("Vector", "SVG"));
        for (String root : List.of("target/classes", "target/test-classes", "src")) {
            try (var files = Files.walk(Path.of(root))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".class") || name.endsWith(".java"))
                        .map(name -> name.substring(0, name.lastIndexOf('.')))
                        .forEach(known::add);
            }
        }
        assertThat(TYPE.matcher(page).results().map(type -> type.group(1)))
                .hasSizeGreaterThan(40)
                .isSubsetOf(known);
    }
}
