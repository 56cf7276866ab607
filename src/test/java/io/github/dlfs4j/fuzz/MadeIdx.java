package io.github.dlfs4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** An IDX file made of values, plain or compressed with gzip. */
final class MadeIdx {
    private final Parts parts;

    MadeIdx(SplittableRandom random) {
        this.parts = new Parts(random);
    }

    byte[] plain() {
        int axes = parts.oneOf(1, 1, 2, 3, 3, 4);
        byte[] header = bigEndian(parts.nearly(0x800 + axes, 15));
        long length = 1;
        for (int i = 0; i < axes; i++) {
            long axis = parts.nearly(parts.length(parts.oneOf(2, 10, 50)), 25);
            header = Parts.joined(header, bigEndian(axis));
            length *= axis;
        }
        long content = parts.nearly(length, 10);
        byte[] elements = new byte[(int) Math.max(0, Math.min(content, 3_000_000))];
        byte[] noise = parts.noise(Math.min(elements.length, 1000));
        System.arraycopy(noise, 0, elements, 0, noise.length);
        return Parts.joined(header, elements);
    }

    private static byte[] bigEndian(long number) {
        return Parts.number(Integer.reverseBytes((int) number), 4);
    }

    byte[] compressed() throws IOException {
        byte[] content = plain();
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] deflated = deflated(content);
        return Parts.joined(
                header(),
                deflated,
                Parts.number(parts.nearly(crc.getValue(), 20), 4),
                Parts.number(parts.nearly(content.length, 20), 4),
                parts.oneIn(20) ? parts.noise(parts.length(40)) : new byte[0]);
    }

    private byte[] header() {
        int flags = parts.oneOf(0, 0, 2, 4, 8, 16, 8 | 16, 2 | 4 | 8 | 16);
        byte[] header = Parts.joined(
                Parts.number(0x8b1f, 2),
                Parts.number(parts.nearly(8, 25), 1),
                Parts.number(parts.nearly(flags, 20), 1),
                parts.noise(6));
        if ((flags & 4) != 0) {
            byte[] field = parts.noise(parts.length(300));
            header = Parts.joined(header, Parts.number(parts.nearly(field.length, 8), 2), field);
        }
        for (int bit = 8; bit <= 16; bit *= 2) {
            if ((flags & bit) != 0) {
                int length = parts.oneIn(4) ? parts.length(200_000) : parts.length(30);
                header = Parts.joined(header, Parts.latin1("n".repeat(length)), new byte[1]);
            }
        }
        if ((flags & 2) == 0) {
            return header;
        }
        CRC32 crc = new CRC32();
        crc.update(header);
        return Parts.joined(header, Parts.number(parts.nearly(crc.getValue(), 8), 2));
    }

    private byte[] deflated(byte... content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // Empty blocks, whose number is not limited.
        for (int blocks = parts.oneIn(5) ? parts.length(50_000) : 0; blocks > 0; blocks--) {
            out.writeBytes(Parts.number(0xffff_0000_00L, 5));
        }
        Deflater deflater = new Deflater(parts.oneOf(0, 1, 9), true);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(content);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }
}
