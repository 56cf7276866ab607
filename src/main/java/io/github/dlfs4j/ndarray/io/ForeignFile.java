package io.github.dlfs4j.ndarray.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Recognises the files of other classes by their first bytes, so that a message can name the right reader. */
final class ForeignFile {
    static final String NPZ = "an .npz file; read it with Npz";
    static final String TORCH = "a PyTorch file; read it with TorchFile";
    static final String SAFETENSORS = "a safetensors file; read it with Safetensors";

    private static final String OLD_TORCH =
            "a file of PyTorch before 1.6; in Python: torch.save(torch.load(file), file)";
    /** What {@code torch.save} began its files with before PyTorch 1.6: a pickle of a number. */
    private static final String OLD_MAGIC = "\u0080\2\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";

    private static final int LONGEST = 1 << 10;

    /**
     * Refuses a file of another class.
     *
     * @param own what the reader reads, or null for none of these
     * @param file the whole file, nothing of which is read
     * @param expected what the reader expects
     */
    static void refuse(String own, CheckedInput file, String expected) throws IOException {
        String found;
        try (InputStream in = file.region(0, file.left())) {
            found = kind(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
        }
        file.refuseIf(found != null && !found.equals(own), 0, expected, found);
    }

    private static String kind(String start) {
        if (start.startsWith("PK\3\4") && start.length() > LocalHeader.LENGTH) {
            // The name of the first entry, whose length is in two bytes before it.
            int end = LocalHeader.LENGTH + start.charAt(26) + (start.charAt(27) << Byte.SIZE);
            String name = start.substring(0, Math.min(start.length(), end));
            return name.endsWith(TorchArchive.PICKLE) ? TORCH : name.endsWith(Npz.SUFFIX) ? NPZ : null;
        }
        // The length of the header of safetensors has 8 bytes, of which the highest are 0.
        boolean isHeader = start.startsWith("\0\0\0\0{", Integer.BYTES);
        return start.startsWith(OLD_MAGIC) ? OLD_TORCH : isHeader && start.length() > 9 ? SAFETENSORS : null;
    }
}
