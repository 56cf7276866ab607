package io.github.dlfs4j.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Counts the pixels that are visited while pictures are read which have much to look at. */
class EffortTest {
    /** The most visits of walks for each pixel; the page of data says so. */
    private static final int MOST_VISITS = 2000;

    private static final int LONGEST_SIDE = Ink.LONGEST_SIDE;

    /** Searches by hand: for so many seconds, from a seed. */
    public static void main(String[] args) {
        new Search(Long.parseLong(args[1])).best(Duration.ofSeconds(Long.parseLong(args[0])), true);
    }

    private static double visitsPerPixel(NDArray picture) {
        Effort effort = new Effort();
        try {
            Levels levels = new Levels(picture.toDoubleArray(), picture.shape(0), picture.shape(1), effort);
            Ink.of(levels).digits().forEach(DigitImage::new);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageStartingWith("no digit");
        }
        return effort.visits() / (double) picture.size();
    }

    @ParameterizedTest
    @EnumSource(Texture.class)
    void aTextureTakesFewVisitsForEachPixel(Texture texture) {
        assertThat(visitsPerPixel(texture.picture(LONGEST_SIDE / 2, 8, 4))).isBetween(1.0, (double) MOST_VISITS);
    }

    @ParameterizedTest
    @EnumSource(Texture.class)
    @Tag("long")
    void aTextureOfAnySizeTakesFewVisitsForEachPixel(Texture texture) {
        for (int pitch : new int[] {2, 3, 4, 6, 10, 16, 24, 48, 96, 160, 240}) {
            List<NDArray> pictures = List.of(
                    texture.picture(LONGEST_SIDE, pitch, (pitch + 1) / 2),
                    texture.picture(LONGEST_SIDE, pitch, 1).get(Index.to(120)),
                    texture.picture(LONGEST_SIDE, pitch, pitch - 1)
                            .get(Index.to(120))
                            .rsub(1));
            for (NDArray picture : pictures) {
                assertThat(visitsPerPixel(picture))
                        .as("pitch %s, %s", pitch, picture.shape())
                        .isLessThan(MOST_VISITS);
            }
        }
    }

    /** It took minutes: each piece was compared with the whole picture. */
    @Test
    void moreSidesTakeNoMoreVisitsForEachPixel() {
        assertNoMoreVisits(480, 0.6);
    }

    @Test
    @Tag("long")
    void manyMoreSidesTakeFewerVisitsForEachPixel() {
        assertNoMoreVisits(1120, 0.2);
    }

    private static void assertNoMoreVisits(int side, double share) {
        NDArray small = Texture.SQUARES.picture(side / 4, 8, 4);
        NDArray large = Texture.SQUARES.picture(side, 8, 4);
        assertThat(visitsPerPixel(large)).isLessThan(visitsPerPixel(small) / share);
    }

    @Test
    void readingAPictureEndsWhenItsThreadIsInterrupted() {
        NDArray picture = Texture.SQUARES.picture(LONGEST_SIDE, 8, 4);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> DigitImage.of(picture)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @Tag("long")
    void noRandomPictureTakesMoreVisits() {
        assertThat(new Search(1).best(Duration.ofSeconds(20), false)).isLessThan(MOST_VISITS);
    }

    /** Changes pictures in a random way, and keeps each that takes more visits for each pixel. */
    private static final class Search {
        /** After so many changes in vain, it begins with another picture. */
        private static final int IN_VAIN = 60;

        private final Random random;

        Search(long seed) {
            random = new Random(seed);
        }

        double best(Duration duration, boolean isPrinted) {
            long end = System.nanoTime() + duration.toNanos();
            double best = 0;
            while (System.nanoTime() < end) {
                NDArray picture = first();
                double visits = visitsPerPixel(picture);
                for (int vain = 0; vain < IN_VAIN && System.nanoTime() < end; vain++) {
                    NDArray changed = changed(picture);
                    double more = visitsPerPixel(changed);
                    if (more > visits) {
                        picture = changed;
                        visits = more;
                        vain = 0;
                    }
                }
                best = Math.max(best, visits);
                if (isPrinted) {
                    System.out.println(picture.shape() + " " + visits);
                }
            }
            return best;
        }

        private NDArray texture(int side) {
            int pitch = 2 + (int) (side / 3.0 * Math.pow(random.nextDouble(), 3));
            Texture texture = List.of(Texture.values()).get(random.nextInt(Texture.values().length));
            return texture.picture(side, pitch, 1 + random.nextInt(pitch - 1));
        }

        private NDArray first() {
            int side = random.nextInt(4) == 0 ? LONGEST_SIDE : 64 + random.nextInt(200);
            int rows = random.nextInt(4) == 0 ? 64 + random.nextInt(side - 63) : side;
            return texture(side).get(Index.to(rows)).copy();
        }

        /**
         * Changes a random part: another texture, one level, the negative, noise, a slope of light, or a moved part.
         */
        private NDArray changed(NDArray before) {
            NDArray picture = before.copy();
            int rows = picture.shape(0);
            int columns = picture.shape(1);
            int height = 1 + (int) (rows * Math.pow(random.nextDouble(), 2));
            int width = 1 + (int) (columns * Math.pow(random.nextDouble(), 2));
            int top = random.nextInt(rows - height + 1);
            int left = random.nextInt(columns - width + 1);
            Index down = Index.range(top, top + height);
            Index across = Index.range(left, left + width);
            NDArray old = before.get(down, across);
            NDArray other = texture(columns).get(Index.range(0, height), across);
            picture.at(down, across)
                    .set(
                            switch (random.nextInt(7)) {
                                case 0 -> other;
                                case 1 -> NDArray.zeros(height, width).add(random.nextInt(5) / 4.0);
                                case 2 -> old.rsub(1);
                                case 3 -> old.minimum(other);
                                case 4 ->
                                    noise(height, width)
                                            .mul(0.3 * random.nextDouble())
                                            .add(old);
                                case 5 -> old.mul(NDArray.linspace(random.nextDouble(), 1, width));
                                default ->
                                    before.get(
                                            Index.range(rows - height - top, rows - top),
                                            Index.range(columns - width - left, columns - left));
                            });
            return picture;
        }

        private NDArray noise(int rows, int columns) {
            double[] noise = random.doubles((long) rows * columns, -1, 1).toArray();
            return NDArray.wrap(noise, rows, columns);
        }
    }
}
