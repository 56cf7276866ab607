package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.commands.ShortForm.Kind;
import io.github.dlfs4j.file.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must come out of a command. */
final class Outcome {
    private static final String TROUBLE = "(?s).*(?:\\[ERROR|ERROR\\]|Usage: java|Exception|Unrecognized).*";
    private static final String CHECKSUMS = "io.github.dlfs4j.arithmetic.Checksums";
    private static final List<String> WRITING = List.of("--save", "--csv", "--curves");
    private static final Pattern TITLE = Pattern.compile("Chapter\\.of\\(\\s*\"(?<text>[^\"]+)\"");
    private static final Pattern SECTION = Pattern.compile("\\bsection\\(\\s*\"(?<text>[^\"]+)\"");
    private static final Pattern FIGURE = Pattern.compile("\\bfigure\\(\\s*\"(?<text>[^\"]+)\"");
    private static final Pattern SHA = Pattern.compile("SHA-256 of the file is `(?<sum>[0-9a-f]{64})`");

    private final Command command;
    private final ShortForm form;
    private final ProjectCopy project;
    private final ProgramOptions options;

    Outcome(Command command, ShortForm form, ProjectCopy project, ProgramOptions options) {
        this.command = command;
        this.form = form;
        this.project = project;
        this.options = options;
    }

    void check(Shell.Result result) throws Exception {
        String text = result.text();
        int interrupted = 128 + 2;
        assertThat(result.code()).as(text).isIn(0, form.end().isEmpty() ? 0 : interrupted);
        assertThat(text).doesNotMatch(TROUBLE);
        checkShown(result);
        switch (form.kind()) {
            case PREPARATION -> checkPreparation(result);
            case JSHELL ->
                assertThat(Session.shownBelow(command))
                        .allSatisfy(line -> assertThat(result.lines()).anyMatch(printed -> printed.endsWith(line)));
            case MAIN_JOB -> checkMainJob(text);
            case CHAPTER -> checkChapter(text);
            case OTHER_CLASS -> checkClass(text);
        }
    }

    private void checkPreparation(Shell.Result result) throws IOException {
        assertThat(result.lines())
                .filteredOn(line -> !line.startsWith("WARNING: "))
                .as("at most what says that Maven compiles; it may warn about itself")
                .hasSizeLessThan(2);
        if (form.words().contains("install")) {
            assertThat(project.file(ProjectCopy.REPOSITORY)).isDirectoryRecursivelyContaining("glob:**/dlfs4j-*.jar");
        }
        if (form.words().contains("-Psite")) {
            Path site = project.file("target/site");
            assertThat(SiteCheck.deadLinks(site)).isEmpty();
            SiteCheck.checkPages(site);
            SiteCheck.checkIndex(site);
            SiteCheck.search(site);
        }
    }

    private void checkShown(Shell.Result result) throws IOException {
        if (form.kind() == Kind.CHAPTER && !form.typed().equals(command.text())) {
            return; // It learns less than the page shows.
        }
        List<String> shown = Shown.comparable(Shown.beginning(command));
        if (!shown.isEmpty()) {
            assertThat(Shown.comparable(result.lines()))
                    .as("what the page shows")
                    .containsSequence(shown);
        }
    }

    private void checkMainJob(String text) {
        List<String> words = form.words();
        if (words.contains("--help")) {
            assertThat(text).contains(options.help());
        } else if (words.contains("--predict")) {
            assertThat(text).contains(value("--predict") + ": 7 (");
        } else if (words.contains("--evaluate")) {
            assertThat(text).contains(value("--evaluate") + ": ", "the most confident mistakes", "test accuracy: ");
        } else if (!words.contains("--serve")) {
            checkTraining(text);
        }
    }

    private void checkTraining(String text) {
        assertThat(text).contains("test images: (10000, 784)");
        List<String> words = form.words();
        if (!words.contains("--any-content")) {
            assertThat(text).contains("  accuracy: ");
        }
        if (form.end().isPresent()) {
            assertThat(text).contains("interrupted after step ");
        } else if (!value("--steps").equals("0")) {
            assertThat(text).contains(value("--steps") + " steps", "final test accuracy: ", "SHA-256 of the weights: ");
        }
        if (words.contains("--lr")) {
            assertThat(text).contains("learning rate " + value("--lr") + "\n");
        }
        if (words.contains("--hidden")) {
            assertThat(text).contains("-" + value("--hidden") + "-");
        }
        if (words.contains("--show")) {
            assertThat(text).contains("label 7, prediction ");
        }
        written().forEach(file -> assertThat(file).isNotEmptyFile());
    }

    /** The files that it writes, as far as its words say. */
    private List<Path> written() {
        Stream<String> named = WRITING.stream().flatMap(option -> form.value(option).stream());
        return Stream.concat(named, writtenByClass().stream())
                .map(project::file)
                .toList();
    }

    private Optional<String> writtenByClass() {
        List<String> words = form.words();
        String last = words.get(words.size() - 1);
        if (last.endsWith(".PackagePicture")) {
            return Optional.of("src/docs/figures/packages.svg");
        }
        if (last.endsWith(".PublicApi")) {
            return Optional.of("src/test/resources/public-api.txt");
        }
        if (last.endsWith(".Digests")) {
            return Optional.of("src/docs/zh/digests.tsv");
        }
        if (words.contains(CHECKSUMS) && last.equals("write")) {
            return Optional.of("src/test/resources/checksums.tsv");
        }
        return Optional.of(last).filter(name -> form.kind() == Kind.OTHER_CLASS && name.endsWith(".npz"));
    }

    /** Removes what an earlier command has written and this one must write. */
    void prepare() throws IOException {
        for (Path file : written()) {
            Files.deleteIfExists(file);
        }
    }

    private String value(String option) {
        return form.value(option).orElse("");
    }

    /** A chapter prints its title and the headings of its sections, and draws its figures. */
    private void checkChapter(String text) throws IOException {
        String source = Files.readString(form.sourceOfChapter());
        List<String> headings = new ArrayList<>(texts(TITLE, source));
        texts(SECTION, source).forEach(heading -> headings.add("=== " + heading));
        assertThat(headings).hasSizeGreaterThan(1);
        assertThat(text.lines()).containsSubsequence(headings);
        assertThat(texts(FIGURE, source)).isNotEmpty().allSatisfy(name -> {
            assertThat(text).contains("target/figures/" + name + ".png: ");
            assertThat(project.file("target/figures/" + name + ".png")).isNotEmptyFile();
        });
    }

    private static List<String> texts(Pattern pattern, String source) {
        return pattern.matcher(source).results().map(result -> result.group(1)).toList();
    }

    /** A file that the project has too must be the same, and the page may say its digest. */
    private void checkClass(String text) throws Exception {
        Optional<String> name = writtenByClass();
        if (name.isPresent()) {
            assertThat(project.file(name.get())).isNotEmptyFile();
            checkContent(name.get());
        } else {
            assertThat(text).as("a program that writes no file says something").isNotBlank();
            if (form.words().contains(CHECKSUMS)) {
                assertThat(text).containsPattern("\\d+ checksums, 1 rounds");
            }
        }
    }

    private void checkContent(String name) throws Exception {
        byte[] content = Files.readAllBytes(project.file(name));
        if (Files.exists(Path.of(name))) {
            assertThat(content).isEqualTo(Files.readAllBytes(Path.of(name)));
        }
        Matcher sum = SHA.matcher(Files.readString(command.file()));
        if (sum.find()) {
            byte[] digest = Digests.sha256().digest(content);
            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sum.group("sum"));
        }
    }
}
