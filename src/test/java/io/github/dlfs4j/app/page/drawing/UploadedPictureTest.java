package io.github.dlfs4j.app.page.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class UploadedPictureTest {
    /** Returns a PNG file of noise. */
    private static byte[] noise(int side) throws IOException {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        Random random = new Random(1);
        for (int i = 0; i < side * side; i++) {
            image.getRaster().setSample(i % side, i / side, 0, random.nextInt(256));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, "png", png)).isTrue();
        return png.toByteArray();
    }

    @Test
    void aPictureThatTakesTooLongIsRefusedAndTheNextOneIsRead() throws IOException {
        Body body = Body.ofFile(noise(1000));
        Limits usual = Limits.USUAL;
        UploadedPicture hasty =
                new UploadedPicture(new Limits(usual.transfer(), usual.picture(), Duration.ZERO, usual.play()));
        assertThatThrownBy(() -> hasty.images(body))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.status()).isEqualTo(Refused.UNAVAILABLE))
                .hasMessage("the picture takes too long to read");
        assertThatThrownBy(() -> new UploadedPicture(usual).images(body)).hasMessageContaining("found no digit");
    }
}
