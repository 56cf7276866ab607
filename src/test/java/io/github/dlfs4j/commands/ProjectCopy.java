package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A copy of the project as Git has it: nothing is compiled yet, and what Git ignores is missing. */
final class ProjectCopy {
    /** Where the copy is installed. */
    static final String REPOSITORY = "target/repository";

    /** Behind another local repository, the one that has what Maven has fetched. */
    static final String FETCHED =
            " -Dmaven.repo.local.tail=" + System.getProperty("localRepository", "$HOME/.m2/repository");

    /** The folder of one's own libraries stays as it is; those that Maven has fetched are taken from it. */
    static final String INTO_THE_COPY = " -Dmaven.repo.local=$PWD/" + REPOSITORY + FETCHED;

    private final Path folder;

    private ProjectCopy(Path folder) {
        this.folder = folder;
    }

    static ProjectCopy in(Path folder) throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").start();
        String files = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).isZero();
        for (String name : files.split("\0", -1)) {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                copy(file, folder.resolve(file));
            }
        }
        return new ProjectCopy(folder.toAbsolutePath());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
