package io.github.dlfs4j.app.page.play;

import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.playground.OwnPoints;
import io.github.dlfs4j.app.playground.Plane;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Points as lines of text, {@code x, y, class}, as other programs write them. What stands between the three is a comma,
 * a semicolon, a tab or spaces; numbers before semicolons and tabs may have decimal commas. The first line may be a
 * header.
 */
final class PointLines {
    private static final int LEAST = 2;
    private static final int MOST = 1000;
    private static final double DECIMALS = 1e9;

    /** To this, and minus this, points are scaled that lie outside the plane: as far as other data reach. */
    private static final double SCALED = 2.5;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");

    /** A comma in a number before a semicolon or a tab. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<=\\d),(?=\\d[^;\\t]{0,40}[;\\t])");

    /** Integers between commas, any of which may be a decimal one. */
    private static final Pattern UNCLEAR = Pattern.compile("[+-]?\\d++(\\h*+,\\h*+[+-]?\\d++){2,3}+\\h*+,.*");

    /** The name of a column, which is no number that is not finite. */
    private static final Pattern TITLE = Pattern.compile("(?!(?i:nan|inf|infinity)$)[\\p{L}_#].*");

    private final List<List<Double>> rows = new ArrayList<>();
    private final List<String> names = Arrays.asList("", "");
    private String said = "";

    /**
     * Reads points.
     *
     * @throws Refused if a line is wrong: the message has its number
     */
    PointLines(String text) throws Refused {
        String usual = text.replaceAll("[\ufeff\"]", "")
                .replace('−', '-')
                .replace('，', ',')
                .replace('；', ';');
        String[] lines = usual.split("\r\n|[\r\n]", -1);
        boolean isFirst = true;
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                add(i + 1, lines[i].strip(), isFirst);
                isFirst = false;
            }
        }
        if (rows.size() < LEAST) {
            throw Refused.because("lines.few");
        }
        said = Words.PAGE.of("play.own.now", rows.size()) + said;
        scale(0, "x");
        scale(1, "y");
    }

    OwnPoints points() {
        String lines = rows.toString().replace("], [", "\n");
        return new OwnPoints(lines.replaceAll("[\\[\\]]", ""));
    }

    /** Returns the points, the names of their classes, and what is said about them. */
    Object toJson() {
        return JsonWriter.object("points", rows, "names", names, "said", said);
    }

    private void add(int number, String line, boolean mayBeHeader) throws Refused {
        String usual = DECIMAL_COMMA.matcher(line).replaceAll(".");
        String separator = usual.contains(";") ? ";" : usual.contains(",") ? "," : usual.contains("\t") ? "\t" : "\\h+";
        List<String> parts =
                Stream.of(usual.split(separator, 4)).map(String::strip).toList();
        if (parts.size() != 3 || parts.contains("")) {
            String key = UNCLEAR.matcher(line).matches() ? "line.commas" : "line.parts";
            throw Refused.because(key, number, Excerpt.of(line));
        }
        said = usual.equals(line) ? said : " " + Words.PAGE.of("play.own.commas");
        if (mayBeHeader && parts.subList(0, 2).stream().allMatch(TITLE.asMatchPredicate())) {
            return;
        }
        if (rows.size() == MOST) {
            throw Refused.because("line.many", number, MOST);
        }
        double x = coordinate(number, parts.get(0));
        double y = coordinate(number, parts.get(1));
        rows.add(Arrays.asList(x, y, label(number, parts.get(2))));
    }

    private static double coordinate(int number, String part) throws Refused {
        double value = NUMBER.matcher(part).matches() ? Double.parseDouble(part) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw Refused.because("line.number", number, Excerpt.of(part));
        }
        return value;
    }

    /**
     * Returns the class of a name. What is called like a class has its colour, if that is free; other names take the
     * first.
     */
    private double label(int number, String name) throws Refused {
        List<String> known = List.of("1", "0", Words.PAGE.of("play.class.blue"), Words.PAGE.of("play.class.orange"));
        int wanted = (known.indexOf(name) + 1) % 2;
        for (int label : new int[] {wanted, 1 - wanted}) {
            if (names.get(label).isEmpty() || names.get(label).equals(name)) {
                names.set(label, name);
                return label;
            }
        }
        throw Refused.because(
                "line.third", number, Excerpt.of(name), Excerpt.of(names.get(0)), Excerpt.of(names.get(1)));
    }

    /** Scales a coordinate if a point lies outside the plane, and says so. Rounds it, so that a thousand points fit. */
    private void scale(int axis, String name) {
        double least = rows.stream().mapToDouble(row -> row.get(axis)).min().orElseThrow();
        double most = rows.stream().mapToDouble(row -> row.get(axis)).max().orElseThrow();
        boolean isOutside = least < -Plane.REACH || most > Plane.REACH;
        double middle = isOutside ? least / 2 + most / 2 : 0;
        double unit = isOutside ? (most / 2 - least / 2) / SCALED : 1;
        for (List<Double> row : rows) {
            double value = unit > 0 ? (row.get(axis) - middle) / unit : 0;
            row.set(axis, Math.round(value * DECIMALS) / DECIMALS);
        }
        said += isOutside ? " " + Words.PAGE.of("play.own.scaled", name, least, most, -SCALED, SCALED) : "";
    }
}
