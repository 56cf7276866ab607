package io.github.dlfs4j.commands;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that tells people what to type: the pages, Javadoc, what the main job prints, and the page that it serves. */
final class Documentation {
    private static final Path MAIN = Path.of("src", "main");
    private static final Path SERVED = MAIN.resolve("resources/io/github/dlfs4j/app/page");

    private Documentation() {}

    /** The commands, in blocks that are typed in one shell. */
    static List<List<Command>> blocks(ProgramOptions options) throws IOException {
        List<List<Command>> blocks = new ArrayList<>();
        for (Path page : Pages.all()) {
            blocks.addAll(CommandFinder.inMarkdown(page, Pages.text(page), options));
        }
        blocks.addAll(CommandFinder.inWords(Path.of("--help"), options.help()));
        for (Path file : files(SERVED)) {
            blocks.addAll(CommandFinder.inWords(file, Files.readString(file)));
        }
        for (Path file : files(Path.of("src"))) {
            if (file.toString().endsWith(".java")) {
                blocks.addAll(CommandFinder.inJava(file, Files.readString(file), file.startsWith(MAIN)));
            }
        }
        return blocks;
    }

    static List<Command> commands(ProgramOptions options) throws IOException {
        return blocks(options).stream().flatMap(List::stream).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
