package io.github.dlfs4j.app.page.play;

import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.playground.OwnPoints;
import io.github.dlfs4j.app.playground.Plane;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Points as lines of text, {@code x, y, class}, as other programs write them. What stands between the three is a comma,
 * a tab or spaces. The first line may be a header.
 */
final class PointLines {
    private static final Pattern SPACE = Pattern.compile("\\h++");
    private static final List<Pattern> SEPARATORS =
            List.of(Pattern.compile("\\h?,\\h?"), Pattern.compile("\t"), Pattern.compile("\\h"));

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");

    /** The name of a column, which is no number that is not finite. */
    private static final Pattern TITLE = Pattern.compile("(?!(?i:nan|inf|infinity)$)[\\p{L}_#].*");

    private static final int PARTS = 3;
    private static final int MOST_SHOWN = 40;

    /** To this, and minus this, points are scaled that lie outside the plane: as far as other data reach. */
    private static final double SCALED = 2.5;

    private final List<List<Double>> rows = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    /**
     * Reads points.
     *
     * @throws Refused if a line is wrong: the message has its number
     */
    PointLines(String text) throws Refused {
        String[] lines = text.replace("\ufeff", "").split("\r\n|[\r\n]", -1);
        boolean isFirst = true;
        for (int i = 0; i < lines.length; i++) {
            String line = SPACE.matcher(lines[i])
                    .replaceAll(space -> space.group().contains("\t") ? "\t" : " ")
                    .strip();
            if (!line.isEmpty()) {
                add(i + 1, line, isFirst);
                isFirst = false;
            }
        }
        if (!rows.isEmpty()) {
            scale(0, "x");
            scale(1, "y");
            orderClasses();
        }
    }

    OwnPoints points() {
        return new OwnPoints(rows);
    }

    /** Returns the points, the names of their classes, and what is said about them. */
    Object toJson() throws Refused {
        if (rows.isEmpty()) {
            throw Refused.because("lines.none");
        }
        return JsonWriter.object(
                "points", rows, "names", names, "said", Words.PAGE.of("play.own.taken", rows.size()) + said);
    }

    private void add(int number, String line, boolean mayBeHeader) throws Refused {
        List<String> parts = parts(number, line);
        if (mayBeHeader && parts.subList(0, 2).stream().allMatch(TITLE.asMatchPredicate())) {
            return;
        }
        double x = coordinate(number, parts.get(0));
        double y = coordinate(number, parts.get(1));
        String name = parts.get(2);
        if (rows.size() == OwnPoints.MOST) {
            throw Refused.because("line.many", number, OwnPoints.MOST);
        }
        if (!names.contains(name)) {
            if (names.size() == 2) {
                throw Refused.because("line.third", number, shown(name), shown(names.get(0)), shown(names.get(1)));
            }
            names.add(name);
        }
        rows.add(Arrays.asList(x, y, (double) names.indexOf(name)));
    }

    /** Splits a line at the first kind of separator that leaves two numbers, or else where a reader would. */
    private static List<String> parts(int number, String line) throws Refused {
        List<String> wrong = null;
        for (Pattern separator : SEPARATORS) {
            String[] split = separator.split(line, PARTS);
            List<String> parts = Arrays.stream(split).map(PointLines::unquoted).toList();
            boolean isWhole = parts.size() == PARTS
                    && !parts.get(2).isEmpty()
                    && (split[2].startsWith("\"")
                            || !separator.matcher(split[2]).find());
            if (isWhole && parts.subList(0, 2).stream().allMatch(NUMBER.asMatchPredicate())) {
                return parts;
            }
            wrong = isWhole ? parts : wrong;
        }
        if (wrong == null) {
            throw Refused.because("line.parts", number, shown(line));
        }
        return wrong;
    }

    /** Takes the quotes away in which some programs put texts. */
    private static String unquoted(String part) {
        boolean isQuoted = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
        return isQuoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    private static double coordinate(int number, String part) throws Refused {
        double value = NUMBER.matcher(part).matches() ? Double.parseDouble(part) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw Refused.because("line.number", number, shown(part));
        }
        return value + 0.0; // -0 becomes 0
    }

    private static String shown(String text) {
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }

    /** Scales a coordinate if a point lies outside the plane, and says so. */
    private void scale(int axis, String name) {
        double least = rows.stream().mapToDouble(row -> row.get(axis)).min().orElseThrow();
        double most = rows.stream().mapToDouble(row -> row.get(axis)).max().orElseThrow();
        if (least < -Plane.REACH || most > Plane.REACH) {
            double middle = least / 2 + most / 2;
            double half = most / 2 - least / 2;
            rows.forEach(row -> row.set(axis, half > 0 ? (row.get(axis) - middle) / half * SCALED : 0.0));
            said.append(' ').append(Words.PAGE.of("play.own.scaled", name, least, most, -SCALED, SCALED));
        }
    }

    /** Makes orange what is called so, the smaller one of two numbers, or else the class that comes first. */
    private void orderClasses() {
        String blue = Words.PAGE.of("play.class.blue");
        String orange = Words.PAGE.of("play.class.orange");
        if (names.size() == 1) {
            names.add(names.get(0).equals(blue) ? orange : names.get(0).equals("1") ? "0" : "");
        }
        String first = names.get(0);
        String last = names.get(1);
        boolean areNumbers = names.stream().allMatch(NUMBER.asMatchPredicate());
        if (areNumbers
                ? Double.parseDouble(first) > Double.parseDouble(last)
                : first.equals(blue) || last.equals(orange)) {
            names.add(names.remove(0));
            rows.forEach(row -> row.set(2, 1 - row.get(2)));
        }
    }
}
