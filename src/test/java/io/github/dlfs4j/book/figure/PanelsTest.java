package io.github.dlfs4j.book.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PanelsTest {
    private static final Rectangle CAPTION = new Rectangle(0, 8, 76, 18);

    private static Picture grey(int value, int height, int width) {
        return new Picture(NDArray.full(DType.UINT8, value, height, width));
    }

    private static int at(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y)).getRed();
    }

    @Test
    void fillRowAfterRow() {
        BufferedImage image = new Panels(2)
                .add(grey(10, 20, 30))
                .add(grey(20, 20, 30))
                .add(grey(30, 20, 30))
                .draw();
        assertThat(image.getWidth()).isEqualTo(8 + 30 + 8 + 30 + 8);
        assertThat(image.getHeight()).isEqualTo(8 + 20 + 8 + 20 + 8);
        assertThat(at(image, 8, 8)).isEqualTo(10);
        assertThat(at(image, 37, 27)).isEqualTo(10);
        assertThat(at(image, 46, 8)).isEqualTo(20);
        assertThat(at(image, 8, 36)).isEqualTo(30);
        assertThat(at(image, 46, 36)).isEqualTo(255);
        assertThat(at(image, 7, 8)).isEqualTo(255);
        assertThat(at(image, 38, 8)).isEqualTo(255);
    }

    @Test
    void haveTheCellsOfTheLargest() {
        BufferedImage image =
                new Panels(5).add(grey(10, 5, 6)).add(grey(20, 20, 30)).draw();
        assertThat(image.getWidth()).isEqualTo(8 + 30 + 8 + 30 + 8);
        assertThat(image.getHeight()).isEqualTo(8 + 20 + 8);
        assertThat(at(image, 13, 12)).isEqualTo(10);
        assertThat(at(image, 14, 12)).isEqualTo(255);
    }

    @Test
    void haveCaptionsAboveThem() {
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage bare = new Panels(1).add(grey(200, 20, 60)).draw();
        BufferedImage image = new Panels(1).add(grey(200, 20, 60), "caption").draw();
        assertThat(image.getHeight()).isEqualTo(bare.getHeight() + 18);
        assertThat(at(image, 8, 26)).isEqualTo(200);
        assertThat(Pixels.count(image, CAPTION, Color.BLACK)).isGreaterThan(20);
    }

    @Test
    void canBePanelsThemselves() {
        Panels inner = new Panels(1).add(grey(10, 20, 30));
        BufferedImage image = new Panels(1).add(inner).draw();
        assertThat(at(image, 16, 16)).isEqualTo(10);
        assertThat(image.getWidth()).isEqualTo(30 + 4 * 8);
    }

    @Test
    void areBlankWithoutAFigure() {
        assertThat(Pixels.colours(new Panels(3).draw())).isEqualTo(1);
    }

    @Test
    void needAColumn() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Panels(0)).withMessage("panels need a column, not 0");
    }
}
