package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EventListener;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A change of the public API is a change of a file, which is seen in review. */
class PublicApiTest {
    @Test
    void theFileHasTheApiOfTheClasses() throws IOException {
        assertThat(PublicApi.FILE)
                .as("written anew by: java -cp target/classes:target/test-classes " + PublicApi.class.getName())
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(PublicApi.ofTheLibrary());
    }

    @Test
    void aLineIsATypeOrAMemberAsJavaWritesIt() {
        assertThat(PublicApi.of(List.of(Shape.class, Circle.class, Box.class, Size.class, Colour.class)))
                .isEqualTo("""
                        sealed interface architecture.PublicApiTest.Shape<T extends Number & Comparable<T>> extends Cloneable \
                        permits PublicApiTest.Circle
                            static final int SIDES
                            default <S extends T> List<? super S> all(S, int...)
                            T area() throws IOException
                        final class architecture.PublicApiTest.Circle implements EventListener, PublicApiTest.Shape<Double>
                            Circle(double)
                            final double radius
                            Double area()
                            double circumference()
                        abstract class architecture.PublicApiTest.Box
                            Box()
                            protected long count
                            final void close()
                            protected abstract Map.Entry<String, int[][]> inner()
                        record architecture.PublicApiTest.Size(int width, List<String> names) implements Comparable<PublicApiTest.Size>
                            Size(int)
                            int compareTo(PublicApiTest.Size)
                        enum architecture.PublicApiTest.Colour { RED, BLUE }
                        """);
    }

    /** What is inherited, and who may implement it. */
    public sealed interface Shape<T extends Number & Comparable<T>> extends Cloneable permits Circle {
        int SIDES = 0;

        T area() throws IOException;

        default <S extends T> List<? super S> all(S first, int... others) {
            return List.of(first);
        }
    }

    /** It has the members of a class that is not public. */
    public static final class Circle extends Round implements Shape<Double> {
        public Circle(double radius) {
            super(radius);
        }

        Circle() {
            super(1);
        }

        @Override
        public Double area() {
            return Math.PI * radius * radius;
        }
    }

    abstract static class Round implements EventListener {
        public final double radius;

        protected Round(double radius) {
            this.radius = radius;
        }

        public double circumference() {
            return 2 * Math.PI * radius;
        }

        void doesNotCount() {}
    }

    /** A class to extend. */
    public abstract static class Box {
        protected long count;

        protected abstract Map.Entry<String, int[][]> inner();

        public final void close() {}

        @Override
        public String toString() {
            return "";
        }
    }

    /** A record with a second constructor. */
    public record Size(int width, List<String> names) implements Comparable<Size> {
        public Size(int width) {
            this(width, List.of());
        }

        @Override
        public int compareTo(Size other) {
            return Integer.compare(width, other.width);
        }
    }

    /** Constants in their order. */
    public enum Colour {
        RED,
        BLUE {
            @Override
            boolean isCold() {
                return true;
            }
        };

        boolean isCold() {
            return false;
        }
    }
}
