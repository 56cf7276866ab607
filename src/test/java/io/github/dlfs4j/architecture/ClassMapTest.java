package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map of the classes in src/docs/architecture.md has each class that is no part of the public API. */
class ClassMapTest {
    private static final Path PAGE = Path.of("src", "docs", "architecture.md");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern MAP = Pattern.compile("(?s)\n## The classes\n.*?(?=\n## )");

    /** A topic, its package, and its classes. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|]+ \\| (`[a-z.]+`) \\| ([^|]+) \\|$");

    private static final Pattern EXPORTED = Pattern.compile("(?m)^ *exports io\\.github\\.dlfs4j\\.([a-z.]+);$");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package io\\.github\\.dlfs4j\\.([a-z.]+);$");
    private static final Pattern TYPE = Pattern.compile("(?m)^(public )?(?:(?:abstract|final|sealed|non-sealed) )*"
            + "(?:class|record|enum|interface|@interface) (\\w+)");

    @Test
    void theMapHasEachInternalClassOnceAndInItsPackage() throws IOException {
        assertThat(classesOfTheMap()).hasSizeGreaterThan(200).containsExactlyInAnyOrderElementsOf(internalClasses());
    }

    /** Returns the classes as the map writes them, each behind its package. */
    private static List<String> classesOfTheMap() throws IOException {
        Matcher map = MAP.matcher(Files.readString(PAGE));
        assertThat(map.find()).as("the map is there").isTrue();
        return ROW.matcher(map.group())
                .results()
                .flatMap(row -> Stream.of(row.group(2).split(", ")).map(name -> row.group(1) + " " + name))
                .toList();
    }

    /** Returns the same of the types in the sources, without the public ones of exported packages. */
    private static List<String> internalClasses() throws IOException {
        Set<String> exported = EXPORTED.matcher(Files.readString(SOURCES.resolve("module-info.java")))
                .results()
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
        List<String> internal = new ArrayList<>();
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher home = PACKAGE.matcher(source);
            assertThat(home.find()).as("%s is in a package", file).isTrue();
            for (MatchResult type : TYPE.matcher(source).results().toList()) {
                if (type.group(1) == null || !exported.contains(home.group(1))) {
                    internal.add("`" + home.group(1) + "` `" + type.group(2) + "`");
                }
            }
        }
        return internal;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().endsWith("-info.java"))
                    .toList();
        }
    }
}
