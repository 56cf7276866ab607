package io.github.dlfs4j.commands;

import io.github.dlfs4j.book.ChosenChapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is typed for a command: the same with less work to do.
 *
 * @param kind what it starts
 * @param typed what is typed
 * @param end the line at whose appearance Ctrl-C is pressed; empty if the program ends by itself
 */
record ShortForm(Kind kind, String typed, Optional<Pattern> end) {
    /** What a command starts. */
    enum Kind {
        PREPARATION,
        JSHELL,
        MAIN_JOB,
        CHAPTER,
        OTHER_CLASS
    }

    private static final String MAIN = "java -cp target/classes io.github.dlfs4j.app.Main ";

    /** What is no training. */
    private static final Pattern NO_TRAINING =
            Pattern.compile(".*--(?:predict|evaluate|serve|help|version|steps)\\b.*");

    private static final Pattern EPOCHS = Pattern.compile("--epochs \\d+");
    private static final String FEW_STEPS = "--steps 20";

    /** In all, after those of the training that is resumed. */
    private static final String MORE_STEPS = "--steps 40";

    private static final Pattern EXEC_ARGS =
            Pattern.compile("(?<=-Dexec\\.args=)(?:\"(?<quoted>[^\"]*)\"|(?<bare>\\S+))");
    private static final Pattern CHAPTER = Pattern.compile("mvn .*-Dchapter=(?<name>[\\w-]+).*");
    private static final Pattern MAIN_CLASS = Pattern.compile("mvn .*-Dexec\\.mainClass=.*");
    private static final Pattern MAVEN_PROGRAM = Pattern.compile("mvn .*\\bexec:java\\b.*");
    private static final Pattern JAVA_MAIN =
            Pattern.compile("(?:java .*(?:-jar \\S+|\\.app\\.Main)|target/image/bin/dlfs4j)(?<options>.*)");
    private static final Pattern JAVA_CLASS = Pattern.compile("java .*-cp \\S+ [\\w.]+( [^-].*)?");
    private static final Pattern PREPARATION =
            Pattern.compile("mvn -q (?:compile|test-compile|(?:package|install) -DskipTests|-Psite)|jlink .*");

    /** Behind another local repository, the one that has what Maven has fetched. */
    static final String FETCHED =
            " -Dmaven.repo.local.tail=" + System.getProperty("localRepository", "$HOME/.m2/repository");

    /** The folder of one's own libraries stays as it is; those that Maven has fetched are taken from it. */
    static final String INTO_THE_COPY = " -Dmaven.repo.local=$PWD/" + ProjectCopy.REPOSITORY + FETCHED;

    /** A little for a chapter's argument, by the words of its main method. */
    private static final Map<String, String> LITTLE = Map.of(
            "the number of training steps", "100",
            "the number of epochs", "1",
            "the number of test images", "100",
            "the part of the book's work to do", "100",
            "the options of a training", "\"--steps 20 --length 20\"");

    private static final Pattern ARGUMENT = Pattern.compile("an argument is (?<what>the [a-z' ]+)");

    private static final Pattern SERVING = Pattern.compile("dlfs4j is at .*");
    private static final Pattern FIRST_EPOCH = Pattern.compile("epoch 1: .*");

    /** What is drawn first is soon there; networks learn for the other figures, for two minutes. */
    private static final Pattern FIRST_FIGURE = Pattern.compile("src/docs/figures/.*\\.png: .*");

    /** Returns how a command is typed; empty if no rule says how. */
    static Optional<ShortForm> of(Command command, ProgramOptions options) throws IOException {
        String text = command.text();
        Matcher main = JAVA_MAIN.matcher(text);
        if (PREPARATION.matcher(text).matches()) {
            return Optional.of(whole(Kind.PREPARATION, text.contains(" install ") ? text + INTO_THE_COPY : text));
        } else if (text.startsWith("jshell ")) {
            return Optional.of(whole(Kind.JSHELL, text));
        } else if (command.isOptions()) {
            boolean known = command.words().stream()
                    .filter(word -> word.startsWith("--"))
                    .allMatch(options::has);
            return known ? Optional.of(program(MAIN, text)) : Optional.empty();
        } else if (main.matches()) {
            return Optional.of(program(text.substring(0, main.start("options")), main.group("options")));
        } else if (JAVA_CLASS.matcher(text).matches()) {
            return Optional.of(whole(Kind.OTHER_CLASS, text));
        } else if (MAIN_CLASS.matcher(text).matches()) {
            return Optional.of(new ShortForm(Kind.OTHER_CLASS, text, Optional.of(FIRST_FIGURE)));
        } else if (CHAPTER.matcher(text).matches()) {
            return Optional.of(whole(Kind.CHAPTER, littleChapter(text)));
        } else if (MAVEN_PROGRAM.matcher(text).matches()) {
            return Optional.of(maven(text));
        }
        return Optional.empty();
    }

    private static ShortForm whole(Kind kind, String text) {
        return new ShortForm(kind, text, Optional.empty());
    }

    private static ShortForm program(String start, String options) {
        String little = little(options.replace("DIR", "data").replace("FILE", "src/docs/figures/seven.png"));
        return new ShortForm(Kind.MAIN_JOB, (start + little).strip(), end(options));
    }

    private static ShortForm maven(String text) {
        Matcher given = EXEC_ARGS.matcher(text);
        if (!given.find()) {
            return new ShortForm(Kind.MAIN_JOB, text, end(""));
        }
        boolean isQuoted = given.group("quoted") != null;
        String options = given.group(isQuoted ? "quoted" : "bare");
        String little = isQuoted ? '"' + little(options) + '"' : little(options);
        String typed = text.substring(0, given.start()) + little + text.substring(given.end());
        return new ShortForm(Kind.MAIN_JOB, typed, end(options));
    }

    /** What serves, and what is started without options, runs until Ctrl-C. */
    private static Optional<Pattern> end(String options) {
        if (options.contains("--serve")) {
            return Optional.of(SERVING);
        }
        return options.isBlank() ? Optional.of(FIRST_EPOCH) : Optional.empty();
    }

    /** The same options, with few steps if they train. */
    private static String little(String options) {
        if (options.isBlank() || NO_TRAINING.matcher(options).matches()) {
            return options;
        }
        String steps = options.contains("--resume") ? MORE_STEPS : FEW_STEPS;
        Matcher epochs = EPOCHS.matcher(options);
        return epochs.find() ? epochs.replaceFirst(steps) : options + ' ' + steps;
    }

    private static String littleChapter(String text) throws IOException {
        Matcher argument = ARGUMENT.matcher(Files.readString(sourceOfChapter(text)));
        if (!argument.find()) {
            return text;
        }
        String what = argument.group("what").strip();
        String little = LITTLE.get(what);
        if (little == null) {
            throw new IllegalStateException("say in LITTLE what is little of " + what);
        }
        Matcher given = EXEC_ARGS.matcher(text);
        return given.find() ? given.replaceFirst(little) : text + " -Dexec.args=" + little;
    }

    private static Path sourceOfChapter(String text) {
        Matcher chapter = CHAPTER.matcher(text);
        if (!chapter.matches()) {
            throw new IllegalArgumentException(text);
        }
        return Path.of(
                "src/book/java", ChosenChapter.className(chapter.group("name")).replace('.', '/') + ".java");
    }

    /** The source of the chapter that it runs. */
    Path sourceOfChapter() {
        return sourceOfChapter(typed);
    }

    /** Whether it is for the caches that JDK 25 brought. */
    boolean needsJdk25() {
        return typed.contains("-XX:AOTCache");
    }

    /** Whether it takes the modules of the JDK, which some JDKs leave out. */
    boolean needsModulesOfTheJdk() {
        return typed.startsWith("jlink ") || typed.startsWith("target/image/");
    }

    /** Its words, those in {@code exec.args} one by one. */
    List<String> words() {
        return Command.words(typed).stream()
                .flatMap(word ->
                        Stream.of(word.replaceFirst("^-Dexec\\.args=", "").split(" ", -1)))
                .toList();
    }

    /** The value of an option; empty if it is not there. */
    Optional<String> value(String option) {
        List<String> words = words();
        int position = words.indexOf(option);
        return position < 0 || position + 1 == words.size() ? Optional.empty() : Optional.of(words.get(position + 1));
    }
}
