package io.github.dlfs4j.translation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a page in Markdown is made of: a heading, a paragraph, an item of a list, a row of a table, a block of code.
 *
 * @param kind what it is
 * @param line the number of its first line
 * @param text its lines, those of prose joined to one
 */
record Block(Kind kind, int line, String text) {
    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW,
        CODE
    }

    private static final String FENCE = "```";
    private static final Pattern ITEM = Pattern.compile("(?:- |\\d+\\. ).*");

    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("(?<=\\]\\(|src=\")[^()\\s\"]+(?=[)\"])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:[.,]\\d+)*");

    /** Returns the blocks of a page, in order. */
    static List<Block> of(String page) {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = page.lines().toList();
        int start = 0;
        while (start < lines.size()) {
            if (lines.get(start).isBlank()) {
                start++;
            } else {
                int end = end(lines, start);
                Kind kind = kind(lines.get(start));
                String text = String.join("\n", lines.subList(start, end));
                blocks.add(new Block(kind, start + 1, kind == Kind.CODE ? text : text.replaceAll("\\s+", " ")));
                start = end;
            }
        }
        return blocks;
    }

    /** Returns the number of the line behind a block. */
    private static int end(List<String> lines, int start) {
        int end = start + 1;
        switch (kind(lines.get(start))) {
            case HEADING, ROW -> {
                // one line
            }
            case CODE -> {
                while (!lines.get(end).startsWith(FENCE)) {
                    end++;
                }
                end++;
            }
            case PARAGRAPH, ITEM -> {
                while (end < lines.size() && continues(lines.get(end))) {
                    end++;
                }
            }
        }
        return end;
    }

    private static Kind kind(String line) {
        if (line.startsWith(FENCE)) {
            return Kind.CODE;
        } else if (line.startsWith("#")) {
            return Kind.HEADING;
        } else if (line.startsWith("|")) {
            return Kind.ROW;
        }
        return ITEM.matcher(line).matches() ? Kind.ITEM : Kind.PARAGRAPH;
    }

    private static boolean continues(String line) {
        return !line.isBlank() && kind(line) == Kind.PARAGRAPH;
    }

    /** Returns what a translation has in the same place: the kind, and the level of a heading. */
    String form() {
        return kind == Kind.HEADING ? text.substring(0, text.indexOf(' ')) : kind.toString();
    }

    /** Returns a heading one level higher, and anything else as it is. */
    Block raised() {
        return kind == Kind.HEADING ? new Block(kind, line, text.substring(1)) : this;
    }

    /** Whether there are words to translate. */
    boolean hasWords() {
        return kind != Kind.CODE && prose().chars().anyMatch(Character::isLetter);
    }

    /** Returns the text without code and without the targets of links. */
    String prose() {
        return LINK.matcher(CODE.matcher(text).replaceAll("")).replaceAll("");
    }

    /** Returns the pieces of code among the words; another language may order them otherwise. */
    List<String> code() {
        return found(CODE, text).sorted().toList();
    }

    /** Returns the targets of links and pictures. */
    List<String> links() {
        return found(LINK, text).toList();
    }

    /** Returns the numbers; in prose those of two digits or more, since others may be words. */
    List<String> numbers() {
        boolean all = kind == Kind.HEADING || kind == Kind.ROW;
        return found(NUMBER, prose())
                .filter(number -> all || number.length() > 1)
                .sorted()
                .toList();
    }

    private static Stream<String> found(Pattern pattern, String where) {
        return pattern.matcher(where).results().map(MatchResult::group);
    }

    /** Returns what tells this text from any other. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns how the text begins. */
    String beginning() {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
