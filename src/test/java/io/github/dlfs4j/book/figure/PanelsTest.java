package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private static final Rectangle CAPTION = new Rectangle(0, 16, 92, 36);

    private static Picture grey(int value, int height, int width) {
        return new Picture(NDArray.full(DType.UINT8, value, height, width));
    }

    private static int at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getRed();
    }

    @Test
    void panelsFillRowAfterRow() {
        BufferedImage image = new Panels(2)
                .add(grey(10, 20, 30))
                .add(grey(20, 20, 30))
                .add(grey(30, 20, 30))
                .draw();
        assertThat(image.getWidth()).isEqualTo(16 + 30 + 16 + 30 + 16);
        assertThat(image.getHeight()).isEqualTo(16 + 20 + 16 + 20 + 16);
        assertThat(at(image, 16, 16)).isEqualTo(10);
        assertThat(at(image, 45, 35)).isEqualTo(10);
        assertThat(at(image, 62, 16)).isEqualTo(20);
        assertThat(at(image, 16, 52)).isEqualTo(30);
        assertThat(at(image, 62, 52)).isEqualTo(255);
        assertThat(at(image, 15, 16)).isEqualTo(255);
        assertThat(at(image, 46, 16)).isEqualTo(255);
    }

    @Test
    void panelsHaveCellsOfTheSizeOfTheLargest() {
        BufferedImage image =
                new Panels(5).add(grey(10, 5, 6)).add(grey(20, 20, 30)).draw();
        assertThat(image.getWidth()).isEqualTo(16 + 30 + 16 + 30 + 16);
        assertThat(image.getHeight()).isEqualTo(16 + 20 + 16);
        assertThat(at(image, 21, 20)).isEqualTo(10);
        assertThat(at(image, 22, 20)).isEqualTo(255);
    }

    @Test
    void panelsHaveCaptionsAboveThem() {
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage bare = new Panels(1).add(grey(200, 20, 120)).draw();
        BufferedImage image = new Panels(1).add(grey(200, 20, 120), "caption").draw();
        assertThat(image.getHeight()).isEqualTo(bare.getHeight() + 36);
        assertThat(at(image, 16, 52)).isEqualTo(200);
        assertThat(Pixels.count(image, CAPTION, Color.BLACK)).isGreaterThan(20);
    }

    @Test
    void panelsAreAsWideAsTheirCaptions() {
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage image = new Panels(1)
                .add(grey(200, 20, 60), "a caption that is longer than its image")
                .draw();
        assertThat(image.getWidth()).isGreaterThan(200);
        int width = image.getWidth();
        assertThat(Pixels.count(image, new Rectangle(0, 16, 40, 36), Color.BLACK))
                .isGreaterThan(5);
        assertThat(Pixels.count(image, new Rectangle(width - 40, 16, 40, 36), Color.BLACK))
                .isGreaterThan(5);
        assertThat(Pixels.count(image, new Rectangle(width - 10, 16, 10, 36), Color.BLACK))
                .isZero();
    }

    @Test
    void rowsOfPanelsAreAsHighAsTheirLargestFigure() {
        BufferedImage image =
                new Panels(1).add(grey(10, 5, 6)).add(grey(20, 40, 6)).draw();
        assertThat(image.getHeight()).isEqualTo(16 + 5 + 16 + 40 + 16);
        assertThat(at(image, 16, 37)).isEqualTo(20);
    }

    @Test
    void panelsHaveFrames() {
        BufferedImage image = new Panels(2)
                .add(grey(255, 20, 30))
                .add(grey(255, 20, 30))
                .framed()
                .draw();
        assertThat(image.getWidth()).isEqualTo(16 + 30 + 16 + 30 + 16);
        for (int left : new int[] {16, 62}) {
            assertThat(at(image, left - 1, 26)).isEqualTo(0x99);
            assertThat(at(image, left, 26)).isEqualTo(255);
            assertThat(at(image, left + 30, 26)).isEqualTo(0x99);
            assertThat(at(image, left + 10, 15)).isEqualTo(0x99);
            assertThat(at(image, left + 10, 36)).isEqualTo(0x99);
            assertThat(at(image, left - 2, 26)).isEqualTo(255);
        }
    }

    @Test
    void rowsOfPanelsHaveTitlesAtTheirMiddle() {
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage image = new Panels(1)
                .row("first")
                .add(grey(200, 120, 30))
                .add(grey(200, 120, 30))
                .row("third")
                .add(grey(200, 120, 30))
                .draw();
        assertThat(image.getWidth()).isEqualTo(16 + 36 + 30 + 16);
        for (int row = 0; row < 3; row++) {
            int top = 16 + row * 136;
            long ink = Pixels.count(image, new Rectangle(16, top + 30, 36, 60), Color.BLACK);
            assertThat(ink > 20).isEqualTo(row != 1);
            assertThat(Pixels.count(image, new Rectangle(16, top, 36, 20), Color.WHITE))
                    .isEqualTo(36 * 20);
            assertThat(at(image, 16 + 36, top)).isEqualTo(200);
        }
    }

    @Test
    void aRowOfPanelsBeginsOnlyAfterAFullOne() {
        Panels panels = new Panels(3).row("first").add(grey(10, 5, 6));
        assertThatIllegalStateException()
                .isThrownBy(() -> panels.row("second"))
                .withMessage("a row begins after 3 panels, not after 1");
    }

    @Test
    void panelsHaveALegendAboveThem() {
        assumeTrue(Fonts.installed(), "Java finds no font");
        Plot plot = new Plot(200, 150)
                .contour(NDArray.of(0, 1), NDArray.of(0, 1))
                .line("train", NDArray.of(0, 1), NDArray.of(0, 1))
                .dashed("test", NDArray.of(0, 1), NDArray.of(1, 0));
        BufferedImage bare = new Panels(1).add(grey(200, 20, 600)).draw();
        BufferedImage image = new Panels(1).add(grey(200, 20, 600)).legend(plot).draw();
        assertThat(image.getWidth()).isEqualTo(bare.getWidth());
        assertThat(image.getHeight()).isEqualTo(bare.getHeight() + 36);
        assertThat(at(image, 16, 52)).isEqualTo(200);
        Rectangle legend = new Rectangle(0, 16, image.getWidth(), 36);
        long solid = Pixels.count(image, legend, new Color(0x1f77b4));
        assertThat(solid).isGreaterThan(100);
        assertThat(Pixels.count(image, legend, new Color(0xff7f0e))).isBetween(solid / 2, solid - 1);
        assertThat(Pixels.count(image, legend, Color.BLACK)).isGreaterThan(40);
        assertThat(Pixels.count(image, legend, new Color(0xb0b0b0))).isLessThan(100);
    }

    @Test
    void panelsCanBePanelsThemselves() {
        Panels inner = new Panels(1).add(grey(10, 20, 30));
        BufferedImage image = new Panels(1).add(inner).draw();
        assertThat(at(image, 32, 32)).isEqualTo(10);
        assertThat(image.getWidth()).isEqualTo(30 + 4 * 16);
    }

    @Test
    void panelsAreBlankWithoutAFigure() {
        assertThat(Pixels.colours(new Panels(3).draw())).isEqualTo(1);
    }

    @Test
    void panelsNeedAColumn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Panels(0)).withMessage("panels need a column, not 0");
    }
}
