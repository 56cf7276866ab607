package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a site must be: a page for each of the documentation, marked in its list of pages, with code in colours, arrays
 * in one piece, and a search that finds it; and no link within it that leads nowhere.
 */
final class SiteCheck {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(?<target>[^\"]*)\"");
    private static final Pattern EXPORTS = Pattern.compile("(?m)^ *exports (\\S+);");
    private static final Pattern CURRENT = Pattern.compile("<a href=\"([^\"]*)\" aria-current=\"page\"");
    private static final Pattern HEADING = Pattern.compile("<h[1-6] id=\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("place: \"([^\"]*)\"");
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");

    private SiteCheck() {}

    /** Returns the links of the pages beside Javadoc that lead nowhere. */
    static List<String> deadLinks(Path site) throws IOException {
        List<Path> pages = pages(site);
        assertThat(pages).hasSameSizeAs(Pages.inEveryLanguage()).contains(site.resolve("index.html"));
        assertThat(site.resolve("apidocs/index.html")).exists();
        assertThat(Files.readAllLines(site.resolve("apidocs/element-list")))
                .filteredOn(line -> !line.startsWith("module:"))
                .containsExactlyInAnyOrderElementsOf(
                        EXPORTS.matcher(Files.readString(Path.of("src/main/java/module-info.java")))
                                .results()
                                .map(export -> export.group(1))
                                .toList());
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

    /** Each page is marked once in its list. Keywords have a colour, and arrays in tables are told from other code. */
    static void checkPages(Path site) throws IOException {
        for (Path page : pages(site)) {
            String html = Files.readString(page);
            assertThat(CURRENT.matcher(html).results().map(link -> link.group(1)))
                    .as("marked on %s", page)
                    .containsExactly(page.getFileName().toString());
            assertThat(html).as("%s", page).doesNotContain("<td><code>[");
        }
        assertThat(Files.readString(site.resolve("recipes.html"))).contains("<span class=\"keyword\">import</span>");
        assertThat(Files.readString(site.resolve("ndarray-for-numpy-users.html")))
                .contains("<code class=\"array\">[[7 7]⏎\n [7 7]]</code>");
    }

    /** Every section with a heading can be found, and what is found is there. */
    static void checkIndex(Path site) throws IOException {
        List<String> places = PLACE.matcher(Files.readString(site.resolve("search-index.js")))
                .results()
                .map(place -> place.group(1))
                .toList();
        for (String place : places) {
            assertThat(leadsSomewhere(site.resolve("index.html"), place))
                    .as(place)
                    .isTrue();
        }
        for (Path page : pages(site)) {
            HEADING.matcher(Files.readString(page))
                    .results()
                    .forEach(heading -> assertThat(places).contains(page.getFileName() + "#" + heading.group(1)));
        }
    }

    /** Searches in a browser, which opens the site from the disk; if there is one. */
    static void search(Path site) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "no browser");
        assertThat(found(site, "einsum"))
                .contains("linalg/LinearAlgebra.html#einsum(")
                .containsPattern("<li><a href=\"[^>]*>[^<]*</a><p>[^<]*<mark>einsum</mark>");
        assertThat(found(site, "early%20stopping")).contains("training.html#training-in-java");
        assertThat(found(site, "learning%20rate%20schedule")).contains("training.html#networks-of-your-own");
        assertThat(found(site, "weight%20decay")).contains("training.html#networks-of-your-own");
        assertThat(found(site, "second%20derivative")).contains("recipes.html#second-derivatives-and-the-hessian");
        assertThat(found(site, "hessian")).contains("recipes.html#second-derivatives-and-the-hessian");
        assertThat(found(site, "earlystop")).contains("training/EarlyStop.html\"");
        assertThat(found(site, "ndarray.argsort")).contains("ndarray/NDArray.html#argsort(");
        assertThat(found(site, "autoencoder")).contains("recipes.html#an-autoencoder");
        assertThat(found(site, "cross-validation")).contains("recipes.html#ridge-regression-and-cross-validation");
        assertThat(found(site, "augmentation")).contains("recipes.html#augmented-images");
        assertThat(found(site, "count%20words")).contains("ndarray-for-numpy-users.html#what-is-missing");
        assertThat(found(site, "callable")).contains("recipes.html#an-array-server");
        assertThat(found(site, "matrix%20factorization")).contains("build-your-own.html#parameters-of-your-own");
        assertThat(found(site, "regularization")).contains("glossary.html");
        assertThat(found(site, "server")).as("what only the library uses").doesNotContain("/app/");
    }

    /** Returns the list that a search shows. Its links lead somewhere. */
    private static String found(Path site, String words) throws IOException {
        String address = site.resolve("index.html").toUri() + "?search=" + words;
        Process browser = new ProcessBuilder(
                        CHROMIUM.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        address)
                .redirectError(Redirect.DISCARD)
                .start();
        String page = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(browser.onExit().join().exitValue()).isZero();
        assertThat(page).containsPattern("<p id=\"count\" role=\"status\">[1-9][0-9]* place");
        int begin = page.indexOf("<ol id=\"found\">");
        String list = page.substring(begin, page.indexOf("</ol>", begin));
        for (String target : targets(list)) {
            assertThat(leadsSomewhere(site.resolve("index.html"), target))
                    .as(target)
                    .isTrue();
        }
        return list;
    }

    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> files = Files.list(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> targets(Path page) throws IOException {
        return targets(Files.readString(page));
    }

    private static List<String> targets(String html) {
        return LINK.matcher(html).results().map(link -> link.group(1)).toList();
    }

    /** Returns the place in a page that a link names. Javadoc writes that of a constructor in two ways. */
    private static String id(String target) {
        return target.replace("%3C", "&lt;").replace("%3E", "&gt;");
    }

    private static boolean leadsSomewhere(Path page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(file)
                && (parts.length == 1 || Files.readString(file).contains("id=\"" + id(parts[1]) + "\""));
    }
}
