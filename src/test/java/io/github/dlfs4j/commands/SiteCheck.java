package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a site must be: a page for each of the documentation, and no link within it that leads nowhere. */
final class SiteCheck {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(?<target>[^\"]*)\"");
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");

    private SiteCheck() {}

    /** Returns the links of the pages beside Javadoc that lead nowhere. */
    static List<String> deadLinks(Path site) throws IOException {
        List<Path> pages = pages(site);
        assertThat(pages).hasSameSizeAs(Pages.inEveryLanguage()).contains(site.resolve("index.html"));
        assertThat(site.resolve("apidocs/index.html")).exists();
        List<String> dead = new ArrayList<>();
        for (Path page : pages) {
            for (String target : targets(page)) {
                if (!OUTSIDE.matcher(target).matches() && !leadsSomewhere(page, target)) {
                    dead.add(page.getFileName() + ": " + target);
                }
            }
        }
        return dead;
    }

    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> targets(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(file)
                && (parts.length == 1 || Files.readString(file).contains("id=\"" + parts[1] + "\""));
    }
}
