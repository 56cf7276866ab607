package io.github.dlfs4j.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A message in the <a href="https://protobuf.dev/programming-guides/encoding/">wire format of Protocol Buffers</a> in a
 * file. Only the places of texts, bytes and other messages are read at first, so that what is large is read once. What
 * the fields and texts take in memory comes from a budget, and no length reaches beyond the message.
 */
public final class ProtocolBufferReader {
    // The types of values, in the words of the format.
    private static final int VARINT = 0;
    private static final int I64 = 1;
    private static final int LEN = 2;
    private static final int I32 = 5;

    private static final int BLOCK = 1 << 13;
    /** What an object takes in memory besides its content. */
    private static final int OBJECT = 64;

    private static final int LONGEST_TEXT = 1 << 16;

    private final FileRegion.Source source;
    private final FormatError error;
    private final MemoryBudget budget;
    private final List<Field> fields = new ArrayList<>();
    private final long start;
    private long next;

    /** A field: a number as its value, or {@code length} bytes from there on. */
    private record Field(int number, int type, long place, long value, long length) {}

    /**
     * Reads the places of all fields.
     *
     * @param source the file
     * @param start where the message begins
     * @param end where it ends
     * @param error makes the error for what is no message
     * @param budget the memory of fields and texts
     * @throws IOException if it is no message, or there is too little memory
     */
    public ProtocolBufferReader(FileRegion.Source source, long start, long end, FormatError error, MemoryBudget budget)
            throws IOException {
        this.source = source;
        this.error = error;
        this.budget = budget;
        this.start = start;
        try (InputStream in = region(start, end)) {
            for (next = start; next < end; ) {
                fields.add(field(in, end));
            }
        }
    }

    private InputStream region(long from, long to) {
        return new BufferedInputStream(new FileRegion(source, from, to), (int) Math.min(to - from + 1, BLOCK));
    }

    private Field field(InputStream in, long end) throws IOException {
        long place = next;
        take(OBJECT);
        long key = varint(in);
        int type = (int) key & 7;
        long value = type == VARINT || type == LEN ? varint(in) : next;
        long length = type == LEN ? value : type == I32 ? Integer.BYTES : type == I64 ? Long.BYTES : 0;
        if ((type > LEN && type != I32) || length < 0 || length > end - next) {
            String most = "a field of at most %s bytes".formatted(end - next);
            throw error.of(place, most, "type %s of %s".formatted(type, Long.toUnsignedString(length)));
        }
        long first = next;
        in.skipNBytes(length);
        next += length;
        return new Field((int) (key >>> 3), type, place, type == VARINT ? value : first, length);
    }

    /** Reads 7 bits of each byte, the lowest first. The eighth bit says that another byte follows. */
    private long varint(InputStream in) throws IOException {
        long number = 0;
        for (int shift = 0, bits = 0x80; bits >= 0x80; shift += 7, next++) {
            bits = in.read();
            if (bits < 0 || shift >= Long.SIZE) {
                throw error.of(next, "the end of a number of at most 64 bits", bits < 0 ? "the end" : "more");
            }
            number |= (bits & 0x7fL) << shift;
        }
        return number;
    }

    /** Takes memory, or throws the error. */
    private void take(long bytes) throws IOException {
        if (!budget.take(bytes)) {
            throw error.of(next, "at most %s bytes in memory".formatted(budget.limit()), "more");
        }
    }

    /**
     * Makes the error for a message that should be another.
     *
     * @param expected what should stand there
     * @param found what stands there
     * @return the exception, to be thrown
     */
    public IOException error(String expected, String found) {
        return error.of(start, expected, found);
    }

    /** Returns the fields of a number, which must be of one of some types. */
    private List<Field> fields(int number, Integer... types) throws IOException {
        List<Field> found = new ArrayList<>();
        for (Field field : fields) {
            if (field.number == number) {
                if (!List.of(types).contains(field.type)) {
                    throw error.of(field.place, "another type in field " + number, "type " + field.type);
                }
                found.add(field);
            }
        }
        return found;
    }

    /**
     * {@return whether there is a field of a number}
     *
     * @param number the number
     */
    public boolean has(int number) {
        return fields.stream().anyMatch(field -> field.number == number);
    }

    /**
     * {@return the integers in a field, one after the other}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public long[] integers(int number) throws IOException {
        LongStream.Builder integers = LongStream.builder();
        for (Field field : fields(number, VARINT, LEN)) {
            take(2 * Long.BYTES * Math.max(field.length, 1));
            if (field.type == VARINT) {
                integers.add(field.value);
            } else {
                InputStream in = region(field.value, field.value + field.length);
                for (next = field.value; next < field.value + field.length; ) {
                    integers.add(varint(in));
                }
            }
        }
        return integers.build().toArray();
    }

    /**
     * {@return the last integer in a field, 0 if there is none}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public long integer(int number) throws IOException {
        long[] all = integers(number);
        return all.length == 0 ? 0 : all[all.length - 1];
    }

    /**
     * {@return the texts in a field}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public List<String> texts(int number) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Field field : fields(number, LEN)) {
            take(OBJECT + 2 * field.length);
            byte[] bytes = region(field.value, field.value + field.length)
                    .readNBytes((int) Math.min(field.length, LONGEST_TEXT + 1));
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (bytes.length > LONGEST_TEXT || !ByteBuffer.wrap(bytes).equals(StandardCharsets.UTF_8.encode(text))) {
                throw error.of(field.place, "a text in UTF-8 of at most %s bytes".formatted(LONGEST_TEXT), "another");
            }
            texts.add(text);
        }
        return texts;
    }

    /**
     * {@return the last text in a field, an empty one if there is none}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public String text(int number) throws IOException {
        List<String> all = texts(number);
        return all.isEmpty() ? "" : all.get(all.size() - 1);
    }

    /**
     * {@return the messages in a field}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public List<ProtocolBufferReader> messages(int number) throws IOException {
        List<ProtocolBufferReader> messages = new ArrayList<>();
        for (Field field : fields(number, LEN)) {
            take(2 * OBJECT);
            messages.add(new ProtocolBufferReader(source, field.value, field.value + field.length, error, budget));
        }
        return messages;
    }

    /**
     * {@return the last message in a field, an empty one if there is none}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public ProtocolBufferReader message(int number) throws IOException {
        List<ProtocolBufferReader> all = messages(number);
        return all.isEmpty() ? new ProtocolBufferReader(source, start, start, error, budget) : all.get(all.size() - 1);
    }

    /**
     * {@return the bytes in a field, also those of numbers of 32 and of 64 bits}
     *
     * @param number the number of the field
     * @throws IOException if the field has integers
     */
    public InputStream bytes(int number) throws IOException {
        List<InputStream> regions = new ArrayList<>();
        for (Field field : fields(number, LEN, I32, I64)) {
            take(4 * OBJECT);
            regions.add(region(field.value, field.value + field.length));
        }
        return new SequenceInputStream(Collections.enumeration(regions));
    }

    /**
     * {@return the number of bytes in a field}
     *
     * @param number the number of the field
     */
    public long length(int number) {
        return fields.stream()
                .filter(field -> field.number == number)
                .mapToLong(Field::length)
                .sum();
    }

    /**
     * {@return the numbers of 32 bits in a field}
     *
     * @param number the number of the field
     * @throws IOException if the field has others
     */
    public float[] reals(int number) throws IOException {
        take(2 * length(number));
        ByteBuffer bytes = ByteBuffer.wrap(bytes(number).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        float[] reals = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(reals);
        return reals;
    }
}
