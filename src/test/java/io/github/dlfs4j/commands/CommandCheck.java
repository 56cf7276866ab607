package io.github.dlfs4j.commands;

import io.github.dlfs4j.book.ChosenChapter;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether what a command names exists: profiles, goals, properties, tags, classes, files and options. */
final class CommandCheck {
    private static final List<String> CLASS_PATH = List.of("-cp", "-classpath", "--class-path");
    private static final String PROPERTY = "-D";
    private static final String MODULE = "io.github.dlfs4j";

    /** The program that the page about jlink makes. */
    private static final String IMAGE = "target/image/bin/dlfs4j";

    private static final String MAIN_CLASS = "io.github.dlfs4j.app.Main";

    private static final Pattern NAME = Pattern.compile("[^\\w-]+");

    /** How the pages write that a reader has the path of a file of his own. */
    private static final String OWN_PATH = "/path/to/";

    private final Pom pom;
    private final ProgramOptions options;
    private final List<String> missing = new ArrayList<>();

    private CommandCheck(Pom pom, ProgramOptions options) {
        this.pom = pom;
        this.options = options;
    }

    /** Returns what the command names and does not exist. */
    static List<String> missing(Command command, Pom pom, ProgramOptions options) throws IOException {
        CommandCheck check = new CommandCheck(pom, options);
        List<String> words = command.words();
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "mvn" -> check.maven(rest.iterator());
            case "java" -> check.java(rest.iterator());
            case "jshell" -> check.need(CLASS_PATH.contains(rest.get(0)) && rest.size() == 2, command.text());
            case "jlink" -> check.jlink(rest.iterator());
            case IMAGE -> check.program(rest);
            case "python3" -> check.python(rest);
            case "git" -> check.git(rest);
            case "export" -> check.need(rest.size() == 1 && rest.get(0).contains("="), command.text());
            case "cp" -> check.file(words.get(words.size() - 2));
            case "cd" -> check.need(rest.size() == 1, command.text());
            case "spark-submit" -> check.javaClass(words.get(words.indexOf("--class") + 1));
            case "--add-modules" -> check.java(words.iterator());
            case "apt-get", "dpkg", "for" -> {
                // of Debian and of the shell: they name nothing of the project
            }
            default -> {
                if (command.isOptions()) {
                    check.program(words);
                } else {
                    check.need(Files.isExecutable(Path.of(words.get(0))), words.get(0));
                }
            }
        }
        return check.missing;
    }

    private void need(boolean exists, String what) {
        if (!exists) {
            missing.add(what);
        }
    }

    private void maven(Iterator<String> words) throws IOException {
        while (words.hasNext()) {
            String word = words.next();
            if (word.startsWith("-P")) {
                need(pom.hasProfiles(word.substring(2)), word);
            } else if (word.startsWith(PROPERTY)) {
                String[] parts = word.substring(2).split("=", 2);
                property(parts[0], parts.length == 1 ? "" : parts[1]);
            } else if (word.equals("-s")) {
                file(words.next());
            } else {
                need(pom.hasOption(word) || pom.hasGoal(word), word);
            }
        }
    }

    private void property(String name, String value) throws IOException {
        need(pom.hasProperty(name), PROPERTY + name);
        switch (name) {
            case "chapter" -> javaClass(ChosenChapter.className(value));
            case "exec.mainClass" -> javaClass(value);
            case "exec.args" -> program(Command.words(value));
            case "test" -> {
                for (String test : value.split(",", -1)) {
                    need(sources().anyMatch(file -> file.endsWith('/' + test + ".java")), test);
                }
            }
            case "it" -> file("src/it/" + value);
            case "groups" -> {
                for (String tag : value.split(",", -1)) {
                    need(pom.tags().contains(tag), tag);
                }
            }
            default -> {
                // any value will do
            }
        }
    }

    private void java(Iterator<String> words) throws IOException {
        while (words.hasNext()) {
            String word = words.next();
            if (CLASS_PATH.contains(word)) {
                words.next();
            } else if (word.equals("--add-modules")) {
                String module = words.next();
                need(isInJdk(module), module);
            } else if (word.equals("-jar")) {
                words.next();
                program(rest(words));
            } else if (!word.startsWith("-")) {
                javaClass(word);
                List<String> arguments = rest(words);
                if (word.equals(MAIN_CLASS)) {
                    program(arguments);
                }
            } else {
                need(word.startsWith("-X") || word.startsWith("-Ddlfs4j."), word);
            }
        }
    }

    private void jlink(Iterator<String> words) throws IOException {
        while (words.hasNext()) {
            switch (words.next()) {
                case "--module-path", "--output" -> words.next();
                case "--add-modules" -> {
                    for (String module : words.next().split(",", -1)) {
                        need(module.equals(MODULE) || isInJdk(module), module);
                    }
                }
                case "--launcher" -> {
                    String[] launcher = words.next().split("[=/]", -1);
                    need(launcher[1].equals(MODULE), launcher[1]);
                    javaClass(launcher[2]);
                }
                default -> {
                    // another option of jlink
                }
            }
        }
    }

    private static boolean isInJdk(String module) {
        return ModuleFinder.ofSystem().find(module).isPresent();
    }

    private static List<String> rest(Iterator<String> words) {
        List<String> rest = new ArrayList<>();
        words.forEachRemaining(rest::add);
        return rest;
    }

    private void program(List<String> arguments) {
        arguments.stream().filter(word -> word.startsWith("--")).forEach(option -> need(options.has(option), option));
    }

    private void python(List<String> words) throws IOException {
        Path script = Path.of(words.get(0));
        file(words.get(0));
        if (Files.exists(script)) {
            String code = Files.readString(script);
            for (String word : words.subList(1, words.size())) {
                boolean isValue = word.startsWith(OWN_PATH) || word.matches("\\d+") || Files.exists(Path.of(word));
                need(isValue || NAME.splitAsStream(code).anyMatch(word.replaceFirst("^--", "")::equals), word);
            }
        }
    }

    private void git(List<String> words) {
        words.stream().filter(word -> word.contains("/")).forEach(this::file);
    }

    private void file(String name) {
        need(Files.exists(Path.of(name)), name);
    }

    private void javaClass(String name) throws IOException {
        need(sources().anyMatch(file -> file.endsWith('/' + name.replace('.', '/') + ".java")), name);
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.toString().replace('\\', '/')).toList().stream();
        }
    }
}
