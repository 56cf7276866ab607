package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.graph.drawing.XmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Draws the loss and the accuracies of a training as two diagrams in an SVG file, the loss above. */
final class Curves {
    /** The length of a file of some hundred epochs in bytes. */
    static final int USUAL_LENGTH = 1 << 14;

    private static final double WIDTH = 640;
    private static final double HEIGHT = 480;
    private static final double LEFT = 60;
    private static final double RIGHT = 620;
    private static final int LINES = 4;
    /** How every file begins that this class writes. */
    static final String BEGINNING = """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="640" height="480" viewBox="0 0 640 480">
            """;

    private static final String STYLE = """
            <style>
            text { font-family: "DejaVu Sans", Verdana, Arial, sans-serif; font-size: 12px; fill: #1f2328; }
            .paper { fill: #ffffff; }
            .grid { stroke: #d0d7de; }
            polyline { fill: none; stroke-width: 2; stroke: #0969da; }
            .unseen { stroke: #b23c0a; stroke-dasharray: 6 3; }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3; }
            .paper { fill: #14181d; }
            .grid { stroke: #3d444d; }
            polyline { stroke: #6cb0ff; }
            .unseen { stroke: #ff9d5c; }
            }
            </style>
            """;

    private final XmlText svg = new XmlText();
    private final List<EpochLog.Row> rows;
    private final long last;

    private Curves(List<EpochLog.Row> rows) {
        this.rows = rows;
        this.last = rows.isEmpty() ? 1 : rows.get(rows.size() - 1).step();
    }

    /** Writes the file. An existing file is replaced as a whole. */
    static void write(Path file, List<EpochLog.Row> rows, String title, String unseen) throws IOException {
        byte[] svg = new Curves(rows).text(title, unseen).getBytes(StandardCharsets.UTF_8);
        try {
            AtomicFile.write(file, out -> out.write(svg));
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    private String text(String title, String unseen) {
        svg.append(BEGINNING);
        svg.text("title", title);
        svg.append(STYLE);
        svg.element("rect", "class", "paper", "width", XmlText.number(WIDTH), "height", XmlText.number(HEIGHT));
        double most = rows.stream().mapToDouble(EpochLog.Row::loss).max().orElse(1);
        Frame losses = new Frame(40, 210, 0, most > 0 ? most : 1);
        grid(losses);
        label(LEFT, 28, "start", "loss");
        curve(losses, "train", EpochLog.Row::loss);
        double least = rows.stream()
                .mapToDouble(row -> Math.min(row.trainAccuracy(), row.accuracy()))
                .min()
                .orElse(0);
        Frame accuracies = new Frame(270, 440, Math.min(0.9, Math.floor(least * 10) / 10), 1);
        grid(accuracies);
        label(LEFT, 258, "start", "accuracy: train, and dashed " + unseen);
        curve(accuracies, "train", EpochLog.Row::trainAccuracy);
        curve(accuracies, "unseen", EpochLog.Row::accuracy);
        label(LEFT, 460, "middle", "0");
        label(RIGHT, 460, "end", "step " + last);
        svg.append("</svg>\n");
        return svg.toString();
    }

    /** The edges of a diagram: their distance from the top in pixels, and the values there. */
    private record Frame(double top, double bottom, double least, double most) {
        double y(double value) {
            return bottom - (value - least) / (most - least) * (bottom - top);
        }
    }

    private void grid(Frame frame) {
        for (int i = 0; i <= LINES; i++) {
            double value = frame.least() + (frame.most() - frame.least()) * i / LINES;
            String y = XmlText.number(frame.y(value));
            svg.element(
                    "line", "class", "grid", "x1", XmlText.number(LEFT), "x2", XmlText.number(RIGHT), "y1", y, "y2", y);
            label(LEFT - 6, frame.y(value) + 4, "end", Figures.fraction(value));
        }
    }

    private void label(double x, double y, String anchor, String text) {
        svg.text("text", text, "x", XmlText.number(x), "y", XmlText.number(y), "text-anchor", anchor);
    }

    private void curve(Frame frame, String kind, ToDoubleFunction<EpochLog.Row> value) {
        String points = rows.stream()
                .map(row -> XmlText.number(LEFT + (RIGHT - LEFT) * row.step() / last) + ","
                        + XmlText.number(frame.y(value.applyAsDouble(row))))
                .collect(Collectors.joining(" "));
        svg.element("polyline", "class", kind, "points", points);
    }
}
