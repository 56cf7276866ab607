package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.PrintStream;

/** Chapter 1: arrays. What the book does with NumPy in section 1.5, with {@link NDArray}. */
public final class Chapter01 {
    static final Chapter CHAPTER = Chapter.of(
            "1 Introduction to Python",
            section("1.5.2 Making arrays", Chapter01::makingArrays),
            section("1.5.3 Arithmetic", Chapter01::arithmetic),
            section("1.5.4 N-dimensional arrays", Chapter01::dimensions),
            section("1.5.5 Broadcasting", Chapter01::broadcasting),
            section("1.5.6 Elements", Chapter01::elements),
            section("1.5.6 Elements by arrays of positions", Chapter01::positions),
            section("1.5.6 Elements by a condition", Chapter01::condition));

    private Chapter01() {}

    /** Prints the chapter. */
    public static void main(String[] args) {
        CHAPTER.print(System.out);
    }

    static void makingArrays(PrintStream out) {
        NDArray x = NDArray.of(1, 2, 3);
        out.println(x);
    }

    static void arithmetic(PrintStream out) {
        NDArray x = NDArray.of(1, 2, 3);
        NDArray y = NDArray.of(4, 5, 6);
        out.println(x.add(y));
        out.println(x.sub(y));
        out.println(x.mul(y));
        out.println(x.div(y));
    }

    static void dimensions(PrintStream out) {
        NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
        out.println(a);
        out.println(a.shape());
        out.println(a.dtype());

        NDArray b = NDArray.of(new int[][] {{3, 0}, {0, 6}});
        out.println(a.add(b));
        out.println(a.mul(b));
        out.println(a.mul(10));
    }

    static void broadcasting(PrintStream out) {
        NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
        NDArray b = NDArray.of(10, 20);
        out.println(a.mul(b));
    }

    static void elements(PrintStream out) {
        NDArray x = NDArray.of(new int[][] {{51, 55}, {14, 19}, {0, 4}});
        out.println(x);
        out.println(x.get(0));
        out.println(x.get(0).get(1));
    }

    static void positions(PrintStream out) {
        NDArray x = NDArray.of(new int[][] {{51, 55}, {14, 19}, {0, 4}}).flatten();
        out.println(x);
        out.println(x.get(NDArray.of(0, 2, 4)));
    }

    static void condition(PrintStream out) {
        NDArray x = NDArray.of(51, 55, 14, 19, 0, 4);
        out.println(x.gt(15));
        out.println(x.get(x.gt(15)));
    }
}
