package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The picture of im2col on the page of where readers get stuck: the numbered windows of an image, the matrix in which
 * each is a row, and the column that one slice fills. A program of its own as well, which draws it anew:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.layer.Im2ColPicture
 * }</pre>
 */
final class Im2ColPicture {
    static final Path FILE = Path.of("src", "docs", "figures", "im2col.svg");

    private static final int CELL = 44;
    private static final int TOP = 56;

    /** The left edges. */
    private static final int IMAGE = 24;

    private static final int MATRIX = IMAGE + 5 * CELL + 70;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" class="im2col" role="img" width="734" height="300" \
            viewBox="0 0 734 300">
            <title>The windows of an image become the rows of a matrix</title>
            <style>
            .im2col text { font: 14px "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #1f2328; text-anchor: middle; }
            .im2col .paper { fill: #ffffff; }
            .im2col .pixel { fill: #f3f4f6; stroke: #9aa4af; }
            .im2col .chosen { fill: #ffdf7a; stroke: #9aa4af; }
            @media (prefers-color-scheme: dark) {
            .im2col text { fill: #e6edf3; }
            .im2col .paper { fill: #14181d; }
            .im2col .pixel { fill: #26303b; stroke: #6b7681; }
            .im2col .chosen { fill: #6b5300; stroke: #6b7681; }
            }
            .im2col .w1 { fill: #3578d0; stroke: #3578d0; }
            .im2col .w2 { fill: #bc6000; stroke: #bc6000; }
            .im2col .w3 { fill: #24884d; stroke: #24884d; }
            .im2col .w4 { fill: #8b5ee2; stroke: #8b5ee2; }
            .im2col .window { fill: none; stroke-width: 3; }
            .im2col circle + text { font-size: 12px; fill: #ffffff; }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder(HEAD);

    private Im2ColPicture() {
        rectangle("paper", 0, 0, 734, 300);
        NDArray image = NDArray.arange(10, 60, 10).reshape(5, 1).add(NDArray.arange(1, 6));
        NDArray slice = NDArray.zeros(5, 5);
        slice.at(Index.range(0, 4, 2), Index.range(1, 5, 2)).set(1);
        grid(image, slice, IMAGE);
        NDArray matrix = Im2Col.im2col(image.reshape(1, 1, 5, 5), 3, 3, 2, 0);
        NDArray column = NDArray.zeros(4, 9);
        column.at(Index.all(), 1).set(1);
        grid(matrix, column, MATRIX);
        for (int i = 0; i < 4; i++) {
            window(i + 1, i / 2 * 2, i % 2 * 2);
            number(i + 1, MATRIX - 24, TOP + i * CELL + CELL / 2);
        }
        text("img", IMAGE + 5 * CELL / 2, TOP - 14);
        text("y,x", MATRIX - 24, TOP - 10);
        for (int i = 0; i < 9; i++) {
            text(i / 3 + "," + i % 3, MATRIX + i * CELL + CELL / 2, TOP - 10);
        }
        text("col[:, :, 0, 1, :, :] = img[:, :, 0:4:2, 1:5:2]", MATRIX + 9 * CELL / 2, TOP + 5 * CELL - 8);
        svg.append("</svg>\n");
    }

    private void grid(NDArray numbers, NDArray chosen, int left) {
        for (int[] place : numbers.indices()) {
            int x = left + place[1] * CELL;
            int y = TOP + place[0] * CELL;
            rectangle(chosen.getDouble(place) == 1 ? "chosen" : "pixel", x, y, CELL, CELL);
            text(Long.toString(numbers.getLong(place)), x + CELL / 2, y + CELL / 2 + 5);
        }
    }

    /** Lines of windows that overlap are side by side. */
    private void window(int number, int row, int column) {
        int inset = row == column ? 2 : 6;
        int x = IMAGE + column * CELL + inset;
        int y = TOP + row * CELL + inset;
        rectangle("window w" + number, x, y, 3 * CELL - 2 * inset, 3 * CELL - 2 * inset);
        number(number, x, y);
    }

    private void number(int number, int x, int y) {
        svg.append("<circle class=\"w%s\" cx=\"%s\" cy=\"%s\" r=\"9\"/>\n".formatted(number, x, y));
        text(Integer.toString(number), x, y + 4);
    }

    private void rectangle(String type, int x, int y, int width, int height) {
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(type, x, y, width, height));
    }

    private void text(String text, int x, int y) {
        svg.append("<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(x, y, text));
    }

    /** The text of the file. */
    static String drawn() {
        return new Im2ColPicture().svg.toString();
    }

    /** Draws the picture into the folder of the pages. */
    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, drawn());
    }
}
