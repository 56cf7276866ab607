package io.github.dlfs4j.arithmetic;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * The checksums of {@link Operations}, and the file that records them. This class is also a program, because some
 * settings of a virtual machine cannot change while it runs:
 *
 * <pre>{@code
 * java -cp target/classes:target/test-classes io.github.dlfs4j.arithmetic.Checksums
 * }</pre>
 *
 * <p>computes all operations and compares them with the file. The system property {@code dlfs4j.seconds} makes it
 * repeat this for some seconds, and {@code dlfs4j.multiplications} leaves out products and functions of linear algebra
 * that need more. With the argument {@code write}, it writes the file; do so only if you meant to change the arithmetic
 * or the operations.
 */
public final class Checksums {
    static final Path FILE = Path.of("src/test/resources/checksums.tsv");

    private static final boolean LEAVES_OUT = Integer.getInteger("dlfs4j.multiplications") != null;

    private Checksums() {}

    /** Returns the checksum of each operation by its name. All names are different. */
    static Map<String, String> compute() {
        Map<String, String> checksums = new LinkedHashMap<>();
        Operations.run((name, result) -> {
            if (checksums.put(name, checksum(result)) != null) {
                throw new IllegalStateException("twice: " + name);
            }
        });
        return checksums;
    }

    /** Returns the checksum of the shape, the dtype and the elements. All NaN count as equal. */
    private static String checksum(NDArray result) {
        StringBuilder text = new StringBuilder(result.dtype() + " " + result.shape());
        CRC32 crc = new CRC32();
        switch (result.dtype()) {
            case BOOL, UINT8, INT64 -> text.append(result);
            case FLOAT32 -> {
                for (float x : result.toFloatArray()) {
                    update(crc, Float.floatToIntBits(x));
                }
            }
            case FLOAT64 -> {
                for (double x : result.toDoubleArray()) {
                    update(crc, Double.doubleToLongBits(x));
                }
            }
        }
        crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }

    private static void update(CRC32 crc, long bits) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            crc.update((int) (bits >>> shift));
        }
    }

    /** Returns the checksums in the file. */
    static Map<String, String> read() throws IOException {
        Map<String, String> checksums = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] fields = line.split("\t", -1);
            checksums.put(fields[0], fields[1]);
        }
        return checksums;
    }

    /** Computes all operations; returns what differs from the recorded checksums, or nothing. */
    static String differences(Map<String, String> recorded) {
        return ChecksumDifferences.of(recorded, compute());
    }

    /**
     * Computes the operations without those of large matrices, and leaves in the map of checksums what was computed.
     */
    private static String differencesOfSmall(Map<String, String> recorded) {
        Map<String, String> computed = compute();
        recorded.keySet().retainAll(computed.keySet());
        return ChecksumDifferences.of(recorded, computed);
    }

    /**
     * Compares the checksums with the file, or writes the file.
     *
     * @param args nothing to compare, {@code write} to write
     * @throws IOException if the file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            compare();
        } else if (List.of(args).equals(List.of("write"))) {
            write();
        } else {
            System.out.println("either no argument, to compare, or: write");
            System.exit(1);
        }
    }

    private static void write() throws IOException {
        List<String> lines = compute().entrySet().stream()
                .map(entry -> entry.getKey() + "\t" + entry.getValue())
                .toList();
        Files.write(FILE, lines);
        System.out.println(NDArray.kernel() + ": " + lines.size() + " checksums written to " + FILE);
    }

    private static void compare() throws IOException {
        Map<String, String> recorded = read();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("dlfs4j.seconds", 0));
        int rounds = 0;
        do {
            String differences = LEAVES_OUT ? differencesOfSmall(recorded) : differences(recorded);
            if (!differences.isEmpty()) {
                System.out.println(differences);
                System.exit(1);
            }
            rounds++;
        } while (System.nanoTime() < end);
        System.out.printf(
                "%s on %s, Java %s: %d checksums, %d rounds%n",
                NDArray.kernel(),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                recorded.size(),
                rounds);
    }
}
