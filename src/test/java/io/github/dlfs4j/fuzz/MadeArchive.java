package io.github.dlfs4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A zip archive of arrays. Each field is usually right and sometimes wrong. */
final class MadeArchive {
    /** How many fields are right for each wrong one. */
    private static final int RIGHT = 150;

    private final Parts parts;
    private byte[] entries = {};
    private byte[] directory = {};

    MadeArchive(SplittableRandom random) {
        this.parts = new Parts(random);
    }

    byte[] file() throws IOException {
        int count = parts.length(4);
        gap();
        for (int i = 0; i < count; i++) {
            add("a" + i + ".npy");
            gap();
        }
        byte[] zip64 = parts.oneIn(RIGHT)
                ? Parts.joined(new byte[56], Parts.number(0x07064b50, 4), new byte[16])
                : new byte[0];
        byte[] end = Parts.joined(
                Parts.number(0x06054b50, 4),
                number(0, 2),
                number(0, 2),
                number(count, 2),
                number(count, 2),
                number(directory.length, 4),
                number(entries.length, 4),
                number(0, 2));
        return Parts.joined(entries, directory, zip64, end);
    }

    private byte[] number(long right, int size) {
        return Parts.number(parts.nearly(right, RIGHT), size);
    }

    private void gap() {
        entries = parts.oneIn(RIGHT / 3) ? Parts.joined(entries, parts.noise(1 + parts.length(30))) : entries;
    }

    private void add(String usual) throws IOException {
        byte[] content = npy();
        CRC32 crc = new CRC32();
        crc.update(content);
        boolean deflated = parts.oneIn(2);
        byte[] data = deflated ? deflated(content) : content;
        byte[] name = parts.nearly(usual, RIGHT / 3).getBytes(StandardCharsets.UTF_8);
        boolean streamed = parts.oneIn(4);
        boolean wide = parts.oneIn(4);
        int flags = 0x800 | (streamed ? 8 : 0);
        long shown = streamed ? 0 : crc.getValue();
        byte[] lengths = Parts.joined(number(data.length, 8), number(content.length, 8));
        byte[] extra = wide ? zip64(content.length, data.length) : parts.oneIn(4) ? field() : new byte[0];
        byte[] local = Parts.joined(
                Parts.number(0x04034b50, 4),
                number(20, 2),
                number(flags, 2),
                number(deflated ? 8 : 0, 2),
                parts.noise(4),
                number(shown, 4),
                number(wide ? 0xffff_ffffL : streamed ? 0 : data.length, 4),
                number(wide ? 0xffff_ffffL : streamed ? 0 : content.length, 4),
                number(name.length, 2),
                number(extra.length, 2),
                name,
                extra);
        byte[] descriptor = new byte[0];
        if (streamed) {
            byte[] signature = parts.oneIn(2) ? Parts.number(0x08074b50, 4) : new byte[0];
            byte[] shorter = Parts.joined(number(data.length, 4), number(content.length, 4));
            descriptor = Parts.joined(signature, number(crc.getValue(), 4), parts.oneIn(2) ? lengths : shorter);
        }
        byte[] comment = parts.oneIn(4) ? parts.noise(parts.length(100)) : new byte[0];
        directory = Parts.joined(
                directory,
                Parts.number(0x02014b50, 4),
                parts.noise(2),
                number(20, 2),
                number(flags, 2),
                number(deflated ? 8 : 0, 2),
                parts.noise(4),
                number(crc.getValue(), 4),
                number(data.length, 4),
                number(content.length, 4),
                number(name.length, 2),
                number(0, 2),
                number(comment.length, 2),
                parts.noise(8),
                number(entries.length, 4),
                name,
                comment);
        entries = Parts.joined(entries, local, data, descriptor);
    }

    private byte[] zip64(int length, int compressed) {
        return Parts.joined(number(1, 2), number(16, 2), number(length, 8), number(compressed, 8));
    }

    private byte[] field() {
        byte[] content = parts.noise(parts.length(40));
        return Parts.joined(Parts.number(0x1234, 2), Parts.number(content.length, 2), content);
    }

    private byte[] npy() {
        int size = parts.oneOf(1, 2, 4, 8);
        String type =
                parts.oneIn(30) ? parts.nearly("<c8", 2) : parts.oneOf("<", ">") + parts.oneOf("u", "i", "f") + size;
        long count = parts.length(parts.oneOf(10, 10, 1000, 100_000));
        String shape = parts.oneOf("(%s,)", "(1, %s)", "(%s, 1, 1)").formatted(parts.nearly(count, 40));
        String header = "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
                .formatted(type, parts.oneOf("False", "False", "True"), parts.nearly(shape, 40));
        byte[] elements = new byte[(int) count * size];
        return Parts.joined(
                Parts.latin1(parts.nearly("\u0093NUMPY", 80)),
                Parts.number(parts.nearly(1, 80), 2),
                Parts.number(parts.nearly(header.length(), 80), 2),
                Parts.latin1(header),
                elements);
    }

    private byte[] deflated(byte... content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(parts.oneOf(0, 1, 9), true);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(content);
        } finally {
            deflater.end();
        }
        return parts.oneIn(RIGHT) ? Parts.joined(out.toByteArray(), new byte[1]) : out.toByteArray();
    }
}
