package io.github.dlfs4j.digit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that would take much time or memory. Their bytes are made here. */
class HostilePictureTest {
    private static final int SIZE = 64;
    /** A scan of the second coefficient of each block that sets none, in a few bytes: a run of 32,767 blocks. */
    private static final String EMPTY_SCAN = "\u00ff\u00da\0\10\1\1\0\1\1\0";

    @TempDir
    private Path folder;

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    private static byte[] jpeg(boolean progressive) throws IOException {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIZE * SIZE; i++) {
            image.getRaster().setSample(i % SIZE, i / SIZE, 0, i % SIZE > 28 && i % SIZE < 36 ? 20 : 240);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Finds a marker by walking from segment to segment. */
    private static int find(byte[] jpeg, int marker) {
        int place = 2;
        while (jpeg[place + 1] != (byte) marker) {
            place += 2 + ByteBuffer.wrap(jpeg).getShort(place + 2);
        }
        return place;
    }

    private static byte[] claiming(byte[] jpeg, int marker, int width, int height) {
        byte[] claimed = jpeg.clone();
        ByteBuffer.wrap(claimed)
                .putShort(find(jpeg, marker) + 5, (short) height)
                .putShort(find(jpeg, marker) + 7, (short) width);
        return claimed;
    }

    /** Puts bytes behind the start of the image, or before its end. */
    private static byte[] with(byte[] jpeg, byte[] more, int times, boolean atEnd) {
        int place = atEnd ? jpeg.length - 2 : 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, place);
        for (int i = 0; i < times; i++) {
            out.writeBytes(more);
        }
        out.write(jpeg, place, jpeg.length - place);
        return out.toByteArray();
    }

    private void assertRefused(byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve("picture"), content);
        assertThatThrownBy(() -> ImageFile.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(file + ": " + message);
    }

    @Test
    void aJpegOfManyScansIsRefused() throws IOException {
        byte[] large = claiming(jpeg(true), 0xc2, 5000, 5000);
        assertRefused(
                with(large, bytes(EMPTY_SCAN + "\0"), 300, true),
                "expected a JPEG image of at most 400000000 samples in all scans, "
                        + "found 5000x5000 pixels of 1 components in 17 scans, which are 425000000");
    }

    /** A million of them are 11 MB, and took as many microseconds for 64 pixels. */
    @Test
    void aSmallJpegOfManyScansIsRefused() throws IOException {
        byte[] image = jpeg(true);
        Path file = Files.write(folder.resolve("scans.jpg"), with(image, bytes(EMPTY_SCAN + "\0"), 90, true));
        assertThat(ImageFile.read(file)).isEqualTo(ImageFile.read(Files.write(folder.resolve("plain.jpg"), image)));
        assertRefused(
                with(image, bytes(EMPTY_SCAN + "\0"), 1_000_000, true),
                "expected a JPEG image of at most 100 scans, found more");
    }

    /** The decoder skips a marker that has no length where it expects a restart, and goes on behind it. */
    @Test
    void scansBehindAMarkerWithoutLengthAreCounted() throws IOException {
        byte[] large = claiming(jpeg(true), 0xc2, 5000, 5000);
        assertRefused(
                with(large, bytes("\u00ff\2\u00ff\u00ff" + EMPTY_SCAN + "\0"), 300, true),
                "expected a JPEG image of at most 400000000 samples in all scans, "
                        + "found 5000x5000 pixels of 1 components in 17 scans, which are 425000000");
    }

    @Test
    void aLargeJpegInSeveralScansIsRefused() throws IOException {
        assertRefused(
                claiming(jpeg(true), 0xc2, 8000, 8000),
                "expected a JPEG image in several scans of at most 62914560 bytes, "
                        + "found 8000x8000 pixels, which take 128000000");
    }

    @Test
    void aJpegThatLiesAboutItsSizeIsRefused() throws IOException {
        assertRefused(
                claiming(jpeg(false), 0xc0, 10_000, 10_000),
                "expected a whole JPEG image, found a damaged one: Corrupt JPEG data: premature end of data segment");
        assertRefused(
                claiming(jpeg(false), 0xc0, 16_384, 16_385),
                "expected an image of at most 16384 pixels a side, found 16384x16385");
    }

    /** Neither the texts nor what stands behind the end reaches the decoder. */
    @Test
    void textsInAJpegFileChangeNothing() throws IOException {
        Path plain = Files.write(folder.resolve("plain.jpg"), jpeg(true));
        byte[] text = bytes("\u00ff\u00fe\0\6text\u00ff\u00e2\0\16ICC_PROFILE\0");
        byte[] texts = with(with(jpeg(true), text, 1000, false), text, 1000, true);
        byte[] content = Arrays.copyOf(texts, texts.length + 100);
        Path file = Files.write(folder.resolve("texts.jpg"), content);
        assertThat(ImageFile.read(file)).isEqualTo(ImageFile.read(plain));
        assertThat(JpegSegments.keepPicture(file, content)).isEqualTo(jpeg(true).length);
        assertThat(Arrays.copyOf(content, jpeg(true).length)).isEqualTo(jpeg(true));
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] typed = Arrays.copyOf(bytes(type), content.length + 4);
        System.arraycopy(content, 0, typed, 4, content.length);
        CRC32 crc = new CRC32();
        crc.update(typed);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] header(int width, int height, int depth, int colour) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colour)
                        .array());
    }

    private static byte[] png(byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes("\u0089PNG\r\n\32\n"));
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        return out.toByteArray();
    }

    @Test
    void aLongPngIsRefused() throws IOException {
        byte[] pixels = chunk("IDAT", deflated(new byte[1000]));
        assertRefused(
                png(header(1, 100_000_000, 8, 0), pixels),
                "expected an image of at most 16384 pixels a side, found 1x100000000");
        assertRefused(
                png(header(-1, 1, 8, 0), pixels),
                "expected an image of at most 16384 pixels a side, found 4294967295x1");
    }

    @Test
    void aPngOfManyBytesIsRefused() throws IOException {
        assertRefused(
                png(header(4096, 1281, 16, 6), chunk("IDAT", deflated(new byte[1000]))),
                "expected a PNG image of at most 41943040 bytes, decompressed, "
                        + "found 4096x1281 pixels of 64 bits, which take 41975808");
    }

    @Test
    void aWidePngWithinTheLimitsIsRead() throws IOException {
        byte[] pixels = new byte[16_385 * 2];
        Arrays.fill(pixels, 1, 16_385, (byte) 255);
        Path file = Files.write(
                folder.resolve("wide.png"),
                png(header(16_384, 2, 8, 0), chunk("IDAT", deflated(pixels)), chunk("IEND", new byte[0])));
        assertThat(ImageFile.read(file).shape()).hasToString("(1, 364)");
        assertThat(ImageFile.read(file).min()).hasToString("1.0");
    }

    @Test
    void checksumsOfAPngAreNotCompared() throws IOException {
        byte[] pixels = chunk("IDAT", deflated(bytes("\0\0\u00ff")));
        pixels[pixels.length - 1] ^= 1;
        Path file = Files.write(
                folder.resolve("checksum.png"), png(header(2, 1, 8, 0), pixels, chunk("IEND", new byte[0])));

        assertThat(ImageFile.read(file)).hasToString("[[0. 1.]]");
    }

    /** A text of a megabyte in a kilobyte, before a palette, where Java's decoder reads texts. */
    @Test
    void textsInAPngFileDoNotReachTheDecoder() throws IOException {
        byte[] bomb = deflated(new byte[1 << 20]);
        byte[] text = Arrays.copyOf(bytes("Comment\0\0"), 9 + bomb.length);
        System.arraycopy(bomb, 0, text, 9, bomb.length);
        byte[] pixels = deflated(bytes("\0\0\1\0\1\0"));
        byte[][] chunks = {
            header(2, 2, 8, 3), chunk("PLTE", bytes("\0\0\0\u00ff\u00ff\u00ff")), chunk("IDAT", pixels),
        };
        byte[] end = chunk("IEND", new byte[0]);
        byte[] plain = png(chunks[0], chunks[1], chunks[2], end);
        byte[] hostile = png(
                chunks[0],
                chunk("zTXt", text),
                chunks[1],
                chunk("zTXt", text),
                chunk("IDAT", Arrays.copyOf(pixels, 3)),
                chunk("IDAT", new byte[0]),
                chunk("IDAT", Arrays.copyOfRange(pixels, 3, pixels.length)),
                end,
                bytes("more"));
        Path file = Files.write(folder.resolve("text.png"), hostile);
        assertThat(ImageFile.read(file)).hasToString("[[0. 1.]\n [1. 0.]]");
        assertThat(PngChunks.keepPicture(file, hostile)).isEqualTo(plain.length);
        assertThat(Arrays.copyOf(hostile, plain.length)).isEqualTo(plain);
    }
}
