package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Path;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Chapter 1: arrays and figures, with {@link NDArray} and XChart instead of NumPy and Matplotlib. */
public final class Chapter01 {
    static final Chapter CHAPTER = Chapter.of(
                    "1",
                    section("1.5.2", Chapter01::makingArrays),
                    section("1.5.3", Chapter01::arithmetic),
                    section("1.5.4", Chapter01::dimensions),
                    section("1.5.5", Chapter01::broadcasting),
                    section("1.5.6", Chapter01::elements),
                    section("1.5.6-positions", Chapter01::positions),
                    section("1.5.6-condition", Chapter01::condition))
            .with(
                    figure("1.6.1-sin", Chapter01::sin),
                    figure("1.6.2-sin-and-cos", Chapter01::sinAndCos),
                    figure("1.6.3-image", Chapter01::image));

    /** The book has a photograph here. */
    static final Path IMAGE = Path.of("src", "book", "resources", "balls.png");

    private Chapter01() {}

    /** Prints the chapter and draws its figures. */
    public static void main(String[] args) {
        CHAPTER.run();
    }

    static void makingArrays() {
        NDArray x = NDArray.of(1, 2, 3);
        print(x);
    }

    static void arithmetic() {
        NDArray x = NDArray.of(1, 2, 3);
        NDArray y = NDArray.of(4, 5, 6);
        print(x.add(y));
        print(x.sub(y));
        print(x.mul(y));
        print(x.div(y));
    }

    static void dimensions() {
        NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
        print(a);
        print(a.shape());
        print(a.dtype());

        NDArray b = NDArray.of(new int[][] {{3, 0}, {0, 6}});
        print(a.add(b));
        print(a.mul(b));
        print(a.mul(10));
    }

    static void broadcasting() {
        NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
        NDArray b = NDArray.of(10, 20);
        print(a.mul(b));
    }

    static void elements() {
        NDArray x = NDArray.of(new int[][] {{51, 55}, {14, 19}, {0, 4}});
        print(x);
        print(x.get(0));
        print(x.get(0).get(1));
    }

    static void positions() {
        NDArray x = NDArray.of(new int[][] {{51, 55}, {14, 19}, {0, 4}}).flatten();
        print(x);
        print(x.get(NDArray.of(0, 2, 4)));
    }

    static void condition() {
        NDArray x = NDArray.of(51, 55, 14, 19, 0, 4);
        print(x.gt(15));
        print(x.get(x.gt(15)));
    }

    static Plot sin() {
        NDArray x = NDArray.arange(0, 6, 0.1);
        NDArray y = x.sin();
        return new Plot().line("sin", x, y).xLabel("x").yLabel("sin(x)");
    }

    static Plot sinAndCos() {
        NDArray x = NDArray.arange(0, 6, 0.1);
        NDArray y1 = x.sin();
        NDArray y2 = x.cos();
        return new Plot()
                .line("sin", x, y1)
                .dashed("cos", x, y2)
                .xLabel("x")
                .yLabel("y")
                .title("sin & cos")
                .legend(LegendPosition.InsideSW);
    }

    static Figure image() throws IOException {
        NDArray image = Picture.read(IMAGE);
        return new Picture(image, 2);
    }
}
