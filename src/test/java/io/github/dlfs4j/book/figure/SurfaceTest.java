package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.book.NeedsFont;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@NeedsFont
class SurfaceTest {
    private static final Rectangle SPACE = new Rectangle(0, 60, 740, 660);
    private static final Rectangle BAR = new Rectangle(832, 202, 24, 356);

    private static final NDArray X;
    private static final NDArray Y;

    static {
        NDArray line = NDArray.linspace(-1, 1, 21);
        NDArray[] grid = NDArray.meshgrid(line, line);
        X = grid[0];
        Y = grid[1];
    }

    private static Color color(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    /** The height, from 0 to 1, whose colour is nearest to the pixel's. */
    private static double height(BufferedImage image, int x, int y) {
        Color color = color(image, x, y);
        return IntStream.rangeClosed(0, 100)
                .mapToObj(i -> i / 100.0)
                .min(Comparator.comparingDouble(height -> distance(color, Viridis.at(height))))
                .orElseThrow();
    }

    private static double distance(Color a, Color b) {
        return Math.hypot(Math.hypot(a.getRed() - b.getRed(), a.getGreen() - b.getGreen()), a.getBlue() - b.getBlue());
    }

    @Test
    void aBowlIsDarkAtItsBottomAndBrightAtItsRim() {
        BufferedImage image = new Surface(X, Y, X.square().add(Y.square())).draw();
        assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * Figure.HEIGHT);
        assertThat(height(image, 310, 460)).isLessThan(0.15);
        assertThat(height(image, 300, 120)).isGreaterThan(0.85);
        assertThat(height(image, 464, 410)).isGreaterThan(0.75);
    }

    @Test
    void nearFacetsOfASurfaceHideFarOnes() {
        // A hill whose far side, of the same heights, would shine through if it were painted last.
        NDArray wall = Y.lt(-0.5).astype(X.dtype());
        BufferedImage image = new Surface(X, Y, wall).draw();
        BufferedImage mirrored = new Surface(X, Y, Y.gt(0.5).astype(X.dtype())).draw();
        long floorBehindTheWall = Pixels.count(image, SPACE, Viridis.at(0));
        long floorBeforeTheWall = Pixels.count(mirrored, SPACE, Viridis.at(0));
        assertThat(floorBehindTheWall).isLessThan(floorBeforeTheWall * 3 / 4);
    }

    @Test
    void aBarExplainsTheColoursOfASurface() {
        BufferedImage image = new Surface(X, Y, X).draw();
        assertThat(color(image, BAR.x, BAR.y)).isEqualTo(Viridis.at(179 / 180.0));
        assertThat(color(image, BAR.x, BAR.y + 178)).isEqualTo(Viridis.at(90 / 180.0));
        assertThat(color(image, BAR.x, BAR.y + 354)).isEqualTo(Viridis.at(2 / 180.0));
    }

    @Test
    void titleAndLabelsOfASurfaceAreWritten() {
        Surface surface = new Surface(X, Y, X);
        BufferedImage bare = surface.draw();
        BufferedImage full = surface.title("title").labels("x0", "x1", "z").draw();
        Rectangle top = new Rectangle(400, 10, 160, 50);
        Rectangle right = new Rectangle(740, 280, 30, 100);
        Rectangle bottomLeft = new Rectangle(120, 630, 160, 80);
        Rectangle bottomRight = new Rectangle(650, 560, 100, 80);
        for (Rectangle region : new Rectangle[] {top, right, bottomLeft, bottomRight}) {
            assertThat(Pixels.count(full, region, Color.BLACK))
                    .as("%s", region)
                    .isGreaterThan(Pixels.count(bare, region, Color.BLACK));
        }
    }

    @Test
    void aSurfaceOfAFineGridLooksLikeThatOfACoarseOne() {
        NDArray line = NDArray.linspace(-1, 1, 201);
        NDArray[] grid = NDArray.meshgrid(line, line);
        BufferedImage fine = new Surface(grid[0], grid[1], grid[0].mul(grid[1])).draw();
        BufferedImage coarse = new Surface(X, Y, X.mul(Y)).draw();
        long drawn = Pixels.count(fine, SPACE, Color.WHITE);
        assertThat((double) Pixels.count(coarse, SPACE, Color.WHITE)).isBetween(drawn * 0.99, drawn * 1.01);
    }

    @Test
    void aLevelSurfaceIsDrawn() {
        BufferedImage image = new Surface(X, Y, NDArray.ones(21, 21)).draw();
        assertThat(Pixels.count(image, SPACE, Viridis.at(0.5))).isGreaterThan(20_000);
    }

    @Test
    void aSurfaceRefusesShapesThatDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Surface(X, Y, NDArray.ones(21, 20)))
                .withMessage("a surface has x, y and z of one shape (m, n), not (21, 21), (21, 21) and (21, 20)");
        NDArray row = NDArray.ones(1, 5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Surface(row, row, row));
        NDArray line = NDArray.ones(5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Surface(line, line, line));
    }

    @Test
    void aSurfaceRefusesNumbersThatCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Surface(X, Y, X.sub(1).log()))
                .withMessageStartingWith("an axis goes from a finite number");
    }
}
