package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes arrays as the stored entries of a zip archive. */
final class ZipWriter {
    /**
     * The time of every entry, so that an archive has the same bytes whenever and wherever it is written. No time zone
     * turns it into a year before 1980.
     */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final long MAX_LENGTH = 0xffff_fffeL;
    /** More than the length of the headers of an entry, without its name, which they contain twice. */
    private static final int HEADERS = 200;

    private final Map<String, NpyContent> entries = new LinkedHashMap<>();
    private long length = HEADERS;

    /** @throws IllegalArgumentException if the name or array is null, or beyond what {@link ZipReader} accepts */
    void add(String name, NDArray array) {
        EntryNames.checkNamed(name, array);
        String entry = name + Npz.SUFFIX;
        String fault = EntryNames.fault(entry, Npz.SUFFIX);
        int nameLength = entry.getBytes(StandardCharsets.UTF_8).length;
        if (fault == null && nameLength > NpzLimits.DEFAULT.nameLength()) {
            fault = "more than %s bytes with %s".formatted(NpzLimits.DEFAULT.nameLength(), Npz.SUFFIX);
        }
        if (fault != null) {
            throw new IllegalArgumentException(
                    "cannot name an array '%s': it has %s".formatted(Excerpt.of(name), fault));
        }
        NpyContent content = new NpyContent(array);
        entries.put(entry, content);
        if (entries.size() > NpzLimits.DEFAULT.entries()) {
            throw new IllegalArgumentException("an archive holds at most " + NpzLimits.DEFAULT.entries() + " arrays");
        }
        length += HEADERS + 2L * nameLength + content.length();
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("an archive holds at most 4 GiB");
        }
    }

    void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Objects.requireNonNull(out, "out"), StandardCharsets.UTF_8);
        for (Map.Entry<String, NpyContent> entry : entries.entrySet()) {
            zip.putNextEntry(stored(entry.getKey(), entry.getValue()));
            entry.getValue().writeTo(zip);
        }
        zip.finish();
    }

    private static ZipEntry stored(String name, NpyContent content) throws IOException {
        CRC32 crc = new CRC32();
        content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setTimeLocal(TIME);
        entry.setSize(content.length());
        entry.setCrc(crc.getValue());
        return entry;
    }
}
