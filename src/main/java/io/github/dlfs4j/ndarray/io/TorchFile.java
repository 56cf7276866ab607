package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;

/**
 * The tensors in a file of PyTorch, as {@code torch.save(model.state_dict(), file)} writes it.
 *
 * <pre>{@code
 * Map<String, NDArray> weights = TorchFile.read(Path.of("model.pt"));
 * NDArray first = weights.get("0.weight");
 * }</pre>
 *
 * <p>Such a file is a zip archive with a pickle. A pickle is a program, and Python runs whatever it says. This reader
 * runs nothing. It knows the instructions and the few names that tensors need, and refuses a file that asks for another
 * name, with an error that quotes the name. A whole model, {@code torch.save(model, file)}, asks for the classes of its
 * modules: save its state dict instead.
 *
 * <p>The names of a state dict stay as they are. A tensor in a dictionary that is in another one has both keys, between
 * dots, as PyTorch names the parameters of a module in a module: {@code model.0.weight}. The items of a list have the
 * names {@code 0}, {@code 1} and so on, and a tensor alone has the empty name. Numbers and truth values become 0-d
 * arrays; texts and {@code None} are left out.
 *
 * <p>float64, float32, int64, uint8 and bool have a dtype here. float16 and bfloat16 become float32, which holds them
 * exactly, and the other integers become int64. Complex, quantised and smaller types are refused.
 *
 * <p>Tensors that share a storage in PyTorch, such as tied weights, share it here too: if one changes, so does the
 * other. One that repeats elements, as {@code expand} makes it, cannot be written to.
 */
public final class TorchFile {
    private TorchFile() {}

    /**
     * Reads a file of {@code torch.save} from PyTorch 1.6 on. The storages may take at most 1 GiB in memory, or half of
     * the largest heap ({@link Runtime#maxMemory}) if that is less; {@link #read(Path, long)} reads larger ones.
     * Reading takes the memory of the storages.
     *
     * @param file the file
     * @return an unmodifiable map of the tensors by name, in the order of the file
     * @throws FileFormatException if the file is damaged, cut short or too long; has a wrong checksum, a name twice,
     *     anything but tensors, numbers and texts in dictionaries, lists and tuples, or a type without a dtype here;
     *     was written by PyTorch before 1.6; holds more than 10,000 tensors, a key of more than 1,000 bytes, or
     *     storages beyond the limit; or takes more than 200,000 instructions, which is enough for 5,000 tensors. For a
     *     whole model the message says {@code expected a state dict: in Python, torch.save(model.state_dict(), file),
     *     found torch.nn.modules.linear.Linear}
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file) throws IOException {
        return read(file, MemoryBudget.DEFAULT);
    }

    /**
     * Reads a file as {@link #read(Path)} does, with another limit.
     *
     * @param file the file
     * @param maxBytes the largest number of bytes that all storages together may take in memory; more is refused before
     *     it is allocated
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the file cannot be read
     */
    public static Map<String, NDArray> read(Path file, long maxBytes) throws IOException {
        try (CheckedInput in = CheckedInput.open(file)) {
            return read(in, maxBytes);
        }
    }

    /**
     * Reads a file that comes as a stream, such as a resource in a jar, with the limit of {@link #read(Path)}.
     *
     * @param in the content; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @return as for {@link #read(Path)}
     * @throws FileFormatException as for {@link #read(Path)}, or if the content is longer than half of the limit
     * @throws IOException if the stream cannot be read
     */
    public static Map<String, NDArray> read(InputStream in, String name) throws IOException {
        return read(CheckedInput.of(in, name, MemoryBudget.DEFAULT / 2), MemoryBudget.DEFAULT);
    }

    private static Map<String, NDArray> read(CheckedInput in, long maxBytes) throws IOException {
        ForeignFile.refuse(ForeignFile.TORCH, in, "a file of torch.save");
        return Collections.unmodifiableMap(new TorchArchive(in, maxBytes).read());
    }
}
