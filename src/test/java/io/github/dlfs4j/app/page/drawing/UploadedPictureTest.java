package io.github.dlfs4j.app.page.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.language.Language;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
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
        assertThatThrownBy(() -> new UploadedPicture(usual).images(body)).hasMessageContaining("no digit was found");
    }

    private static void assertRefused(byte[] file, Language language, String words) {
        Callable<Object> read = () -> new UploadedPicture(Limits.USUAL).images(Body.ofFile(file));
        assertThatThrownBy(() -> language.speak(read::call)).hasMessageStartingWith(words);
    }

    @Test
    void whyAPictureIsRefusedIsSaidInTheLanguageOfTheReader() throws IOException {
        byte[] picture = noise(100);
        assertRefused(picture, Language.CHINESE, "图片中没有找到数字");
        assertRefused("no picture".getBytes(UTF_8), Language.ENGLISH, "this is neither a PNG nor");
        assertRefused(Arrays.copyOf(picture, picture.length / 2), Language.JAPANESE, "この画像は壊れているか");
        picture[16] = 1; // the highest byte of the width
        assertRefused(picture, Language.CHINESE, "这张图片的像素太多");
    }
}
