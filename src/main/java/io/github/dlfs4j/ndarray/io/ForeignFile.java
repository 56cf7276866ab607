package io.github.dlfs4j.ndarray.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Recognises the files of other classes by their first bytes, so that a message can name the right reader. */
enum ForeignFile {
    NPZ("an .npz file; read it with Npz"),
    TORCH("a PyTorch file; read it with TorchFile"),
    OLD_TORCH("a file of PyTorch before 1.6; in Python: torch.save(torch.load(file), file)"),
    SAFETENSORS("a safetensors file; read it with Safetensors");

    /** The name of the first entry of a zip archive is after its header. */
    private static final int NAME = LocalHeader.LENGTH;

    private static final int LONGEST_NAME = 1 << 10;
    private static final String ARCHIVE = "PK\3\4";
    /** What {@code torch.save} began its files with before PyTorch 1.6: a pickle of a number. */
    private static final String OLD_MAGIC = "\u0080\2\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.";

    private final String found;

    ForeignFile(String found) {
        this.found = found;
    }

    /**
     * Refuses a file of another class.
     *
     * @param own what the reader reads
     * @param file the whole file, nothing of which is read
     * @param expected what the reader expects
     */
    static void refuse(ForeignFile own, CheckedInput file, String expected) throws IOException {
        ForeignFile kind = of(file);
        if (kind != null && kind != own) {
            throw file.error(0, expected, kind.found);
        }
    }

    private static ForeignFile of(CheckedInput file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.region(0, file.left())) {
            bytes = in.readNBytes((int) Math.min(file.left(), NAME + LONGEST_NAME));
        }
        String start = new String(bytes, StandardCharsets.ISO_8859_1);
        if (start.startsWith(ARCHIVE) && bytes.length > NAME) {
            int length = bytes[NAME - 4] & 0xff | (bytes[NAME - 3] & 0xff) << Byte.SIZE;
            String name = start.substring(NAME, Math.min(bytes.length, NAME + length));
            return name.endsWith(TorchArchive.PICKLE) ? TORCH : name.endsWith(Npz.SUFFIX) ? NPZ : null;
        }
        if (start.startsWith(OLD_MAGIC)) {
            return OLD_TORCH;
        }
        // The length of the header has 8 bytes, of which the highest are 0.
        boolean isHeader = start.length() > Long.BYTES + 1 && start.charAt(Long.BYTES) == '{';
        return isHeader && start.startsWith("\0\0\0\0", Integer.BYTES) ? SAFETENSORS : null;
    }
}
