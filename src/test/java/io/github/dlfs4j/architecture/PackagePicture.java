package io.github.dlfs4j.architecture;

import io.github.dlfs4j.architecture.PackageLayers.Item;
import io.github.dlfs4j.graph.drawing.XmlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The picture of the packages on the page of the architecture. A program of its own as well, which draws it anew:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.architecture.PackagePicture
 * }</pre>
 */
public final class PackagePicture {
    static final Path FILE = Path.of("src", "docs", "figures", "packages.svg");

    /** Of the box of a package. */
    static final double WIDTH = 112;

    private static final double HEIGHT = 40;
    private static final double LAYER = 76;
    private static final double MARGIN = 16;
    private static final double HEAD = 8;

    /** Between packages that use each other and the frame around them. */
    private static final double FRAME = 7;

    private static final String STYLE = """
            <style>
            .packages text { font-family: "DejaVu Sans", Verdana, Arial, sans-serif; fill: #1f2328; text-anchor: middle; }
            .packages .name { font-size: 14px; }
            .packages .parent { font-size: 10px; fill: #57606a; }
            .packages .paper { fill: #ffffff; }
            .packages .exported { fill: #dce9fb; stroke: #4a78b5; }
            .packages .internal { fill: #f3f4f6; stroke: #9aa4af; }
            .packages .frame { fill: none; stroke: #57606a; }
            .packages path { fill: none; stroke: #57606a; stroke-width: 1.3; }
            .packages polygon { fill: #57606a; }
            @media (prefers-color-scheme: dark) {
            .packages text { fill: #e6edf3; }
            .packages .parent { fill: #9aa4af; }
            .packages .paper { fill: #14181d; }
            .packages .exported { fill: #1d3557; stroke: #6d9bd8; }
            .packages .internal { fill: #26303b; stroke: #6b7681; }
            .packages .frame { stroke: #9aa4af; }
            .packages path { stroke: #9aa4af; }
            .packages polygon { fill: #9aa4af; }
            }
            </style>
            """;

    private final XmlText svg = new XmlText();
    private final Packages packages;
    private final List<List<Item>> layers;
    private final double left;
    private final double right;

    private PackagePicture(Packages packages) {
        this.packages = packages;
        this.layers = new PackageLayers(packages).layers();
        this.left = all().mapToDouble(item -> item.x - item.width() / 2).min().orElse(0) - MARGIN;
        this.right = all().mapToDouble(item -> item.x + item.width() / 2).max().orElse(0) + MARGIN;
    }

    private Stream<Item> all() {
        return layers.stream().flatMap(List::stream);
    }

    /** The text of the file. */
    static String of(Packages packages) {
        PackagePicture picture = new PackagePicture(packages);
        picture.draw();
        return picture.svg.toString();
    }

    private void draw() {
        String width = XmlText.number(right - left);
        String height = XmlText.number((layers.size() - 1) * LAYER + HEIGHT + 2 * MARGIN);
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" class="packages" role="img" \
                width="%s" height="%s" viewBox="0 0 %1$s %2$s">
                """.formatted(width, height));
        svg.text("title", "The packages of dlfs4j, each above those that it uses");
        svg.append(STYLE);
        svg.element("rect", "class", "paper", "width", width, "height", height);
        all().forEach(this::arrows);
        all().forEach(this::boxes);
        svg.append("</svg>\n");
    }

    private double x(Item item) {
        return item.x - left;
    }

    /** The upper edge. */
    private double y(Item item) {
        return MARGIN + (layers.size() - 1 - item.layer) * LAYER;
    }

    private void arrows(Item item) {
        if (item.isPassing()) {
            path("M" + point(item, 0) + " L" + point(item, HEIGHT));
        }
        for (Item below : item.below) {
            double bend = HEIGHT + (LAYER - HEIGHT) / 2;
            double end = below.isPassing() ? 0 : -frame(below) - HEAD;
            path("M%s C%s %s %s"
                    .formatted(
                            point(item, HEIGHT + frame(item)),
                            point(item, bend),
                            point(below, bend - LAYER),
                            point(below, end)));
            if (!below.isPassing()) {
                svg.element("polygon", "points", corners(x(below), y(below) - frame(below)));
            }
        }
    }

    private static double frame(Item item) {
        return item.isCircle() ? FRAME : 0;
    }

    private void path(String curve) {
        svg.element("path", "d", curve);
    }

    /** The head of an arrow that ends there. */
    private static String corners(double x, double y) {
        return "%s %s %s".formatted(point(x, y), point(x - HEAD / 2, y - HEAD), point(x + HEAD / 2, y - HEAD));
    }

    /** So much below the upper edge, in the middle. */
    private String point(Item item, double below) {
        return point(x(item), y(item) + below);
    }

    private static String point(double x, double y) {
        return XmlText.number(x) + "," + XmlText.number(y);
    }

    /** Side by side; those that use each other are joined by a line, in a frame. */
    private void boxes(Item item) {
        double first = x(item) - item.width() / 2;
        double step = WIDTH + PackageLayers.GAP;
        if (item.isCircle()) {
            rectangle("frame", first - FRAME, y(item) - FRAME, item.width() + 2 * FRAME, HEIGHT + 2 * FRAME);
            double middle = y(item) + HEIGHT / 2;
            path("M" + point(first, middle) + " L" + point(first + item.width(), middle));
        }
        for (int i = 0; i < item.names.size(); i++) {
            box(item.names.get(i), first + i * step, y(item));
        }
    }

    private void box(String name, double x, double y) {
        rectangle(packages.isExported(name) ? "exported" : "internal", x, y, WIDTH, HEIGHT);
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            text("parent", name.substring(0, dot), x, y + 14);
        }
        text("name", name.substring(dot + 1), x, dot > 0 ? y + 31 : y + 25);
    }

    private void rectangle(String type, double x, double y, double width, double height) {
        svg.element(
                "rect",
                "class",
                type,
                "x",
                XmlText.number(x),
                "y",
                XmlText.number(y),
                "width",
                XmlText.number(width),
                "height",
                XmlText.number(height),
                "rx",
                "6");
    }

    private void text(String type, String text, double left, double y) {
        svg.text("text", text, "class", type, "x", XmlText.number(left + WIDTH / 2), "y", XmlText.number(y));
    }

    /**
     * Draws the picture into the folder of the pages.
     *
     * @param args none
     * @throws IOException if the file cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, of(Packages.ofTheLibrary()));
    }
}
