package io.github.dlfs4j.book;

import io.github.dlfs4j.app.page.book.Book.ShownChapter;
import io.github.dlfs4j.app.page.book.Book.ShownFigure;
import io.github.dlfs4j.app.page.book.Book.ShownSection;
import io.github.dlfs4j.app.page.book.Book.Source;
import io.github.dlfs4j.book.PartSeconds.Line;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures about how many seconds the sections and figures of a chapter take if a reader opens it first in a fresh
 * server, and writes its lines:
 *
 * <pre>
 * mvn -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=io.github.dlfs4j.book.MeasuredSeconds -Dexec.args=Chapter05
 * </pre>
 *
 * Measure without the files of the book's weights, as most readers have it. Networks learn in their place. If the
 * machine has other work, {@code MAVEN_OPTS=-XX:-BackgroundCompilation} keeps code from running uncompiled for longer.
 */
public final class MeasuredSeconds {
    private MeasuredSeconds() {}

    /**
     * Measures a chapter.
     *
     * @param args the name of the chapter's class
     * @throws IOException if a file that it needs is missing
     */
    public static void main(String[] args) throws IOException {
        PartSeconds before = PartSeconds.read();
        List<String> lines = new ArrayList<>();
        for (ShownChapter chapter : new BookForPage().chapters()) {
            Map<Once<?>, String> makers = new HashMap<>();
            for (Map.Entry<String, Source<?>> part : sources(chapter).entrySet()) {
                Line line = chapter.id().equals(args[0])
                        ? measure(part.getKey(), part.getValue(), makers)
                        : before.lines().getOrDefault(part.getKey(), PartSeconds.UNKNOWN);
                lines.add(part.getKey() + Output.format("\t%.2f\t", line.seconds()) + line.after());
            }
        }
        Files.write(PartSeconds.FILE, lines);
    }

    /** Returns what makes each section and figure of a chapter. */
    static Map<String, Source<?>> sources(ShownChapter chapter) throws IOException {
        Map<String, Source<?>> sources = new LinkedHashMap<>();
        for (ShownSection section : chapter.sections()) {
            sources.put(section.work().get().keySet().iterator().next(), section.text());
        }
        for (ShownFigure figure : chapter.figures()) {
            sources.put(figure.work().get().keySet().iterator().next(), figure.image());
        }
        return sources;
    }

    /** Measures what a part takes after others, and finds the last of those whose values it shares. */
    private static Line measure(String name, Source<?> part, Map<Once<?>, String> makers) throws IOException {
        Set<Once<?>> asked = new LinkedHashSet<>();
        Once.asked = asked::add;
        long start = threadTime();
        part.get();
        long took = threadTime() - start;
        String after = "";
        for (Once<?> once : asked) {
            String maker = makers.putIfAbsent(once, name);
            after = maker == null ? after : maker;
        }
        return new Line(took / 1e9, after);
    }

    /** This thread has a share in what threads do together, and other work on the machine does not count. */
    private static long threadTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
