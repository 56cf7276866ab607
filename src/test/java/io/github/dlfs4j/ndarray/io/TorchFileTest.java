package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.StoredZip;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "torch");
    private static final String STORAGE = "(X\7\0\0\0storagectorch\nFloatStorage\nX\1\0\0\0" + "0X\3\0\0\0cpuK\4tQ";
    private static final String HOOKS = "\u0089ccollections\nOrderedDict\n)R";

    @TempDir
    private Path folder;

    /** A tensor of the four elements of storage 0, with the rest of its arguments. */
    private static String tensor(String rest) {
        return "ctorch._utils\n_rebuild_tensor_v2\n(" + STORAGE + rest + HOOKS + "tR";
    }

    /** A file with a pickle of the instructions and a storage of four float32: 0, 1, 2 and 3. */
    private Path file(String instructions) throws IOException {
        ByteBuffer elements = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        elements.putFloat(0).putFloat(1).putFloat(2).putFloat(3);
        return file("\u0080\2" + instructions, "data/0", elements.array());
    }

    private Path file(String pickle, String name, byte... content) throws IOException {
        byte[] instructions = pickle.getBytes(StandardCharsets.ISO_8859_1);
        byte[] zip = StoredZip.of(Map.of("a/data.pkl", instructions, "a/" + name, content));
        return Files.write(folder.resolve("a.pt"), zip);
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> TorchFile.read(file))
                .withMessageStartingWith(file + ", ")
                .withMessageContaining(message);
    }

    @Test
    void aStateDictIsReadInItsOrder() throws IOException {
        Map<String, NDArray> weights = TorchFile.read(FOLDER.resolve("mlp-f32.pt"));
        assertThat(weights.keySet())
                .containsExactly(
                        "0.weight",
                        "0.bias",
                        "1.weight",
                        "1.bias",
                        "1.running_mean",
                        "1.running_var",
                        "1.num_batches_tracked",
                        "3.weight",
                        "3.bias");
        assertThat(weights).isUnmodifiable();
        assertThat(weights.get("0.weight").dtype()).isEqualTo(DType.FLOAT32);
        assertThat(weights.get("0.weight").shape()).hasToString("(8, 6)");
        assertThat(weights.get("1.num_batches_tracked")).isEqualTo(NDArray.scalar(5L));
        try (InputStream in = Files.newInputStream(FOLDER.resolve("mlp-f32.pt"))) {
            assertThat(TorchFile.read(in, "mlp")).isEqualTo(weights);
        }
    }

    @Test
    void otherTypesOfTensorsBecomeTheNextWiderOne() throws IOException {
        Map<String, NDArray> arrays = TorchFile.read(FOLDER.resolve("types.pt"));
        assertThat(arrays).hasSize(13);
        arrays.forEach((name, array) -> {
            DType dtype = switch (name) {
                case "float64" -> DType.FLOAT64;
                case "float32", "float16", "bfloat16" -> DType.FLOAT32;
                case "uint8" -> DType.UINT8;
                case "bool" -> DType.BOOL;
                default -> DType.INT64;
            };
            NDArray numbers = NDArray.of(0L, 1L, 2L, 3L, 4L, 127L);
            assertThat(array).as(name).isEqualTo((dtype == DType.BOOL ? numbers.ne(0) : numbers).astype(dtype));
        });
    }

    @Test
    void viewsOfTensorsHaveTheirElements() throws IOException {
        Map<String, NDArray> arrays = TorchFile.read(FOLDER.resolve("views.pt"));
        NDArray matrix = NDArray.arange(12).reshape(3, 4).astype(DType.FLOAT32);
        assertThat(arrays.get("matrix")).isEqualTo(matrix);
        assertThat(arrays.get("transposed")).isEqualTo(matrix.transpose());
        assertThat(arrays.get("columns")).isEqualTo(NDArray.of(new float[][] {{1, 3}, {5, 7}, {9, 11}}));
        assertThat(arrays.get("row")).isEqualTo(matrix.get(1));
        assertThat(arrays.get("repeated")).isEqualTo(NDArray.of(new float[][] {{0, 1, 2}, {0, 1, 2}}));
        assertThat(arrays.get("parameter")).isEqualTo(NDArray.ones(DType.FLOAT32, 2, 2));
        assertThat(arrays.get("scalar")).isEqualTo(NDArray.scalar(2.5f));
        assertThat(arrays.get("empty").shape()).hasToString("(0, 3)");
        assertThat(arrays.get("channels last"))
                .isEqualTo(NDArray.arange(8).reshape(1, 2, 2, 2).astype(DType.FLOAT32));
    }

    @Test
    void tensorsOfOneStorageShareItAndRepeatedElementsAreNotWritten() throws IOException {
        Map<String, NDArray> arrays = TorchFile.read(FOLDER.resolve("views.pt"));
        arrays.get("row").at(0).set(-7);
        assertThat(arrays.get("matrix").get(1, 0).asDouble()).isEqualTo(-7);
        assertThat(arrays.get("transposed").get(0, 1).asDouble()).isEqualTo(-7);
        assertThatThrownBy(() -> arrays.get("repeated").at(0, 0).set(1)).hasMessageContaining("read-only");
    }

    @Test
    void dictionariesAndListsGiveTheirTensorsNames() throws IOException {
        Map<String, NDArray> arrays = TorchFile.read(FOLDER.resolve("nested.pt"));
        assertThat(arrays.keySet())
                .containsExactly("model.W", "epoch", "loss", "done", "list.0", "list.1.0", "list.1.1", "7");
        assertThat(arrays.get("epoch")).isEqualTo(NDArray.scalar(3L));
        assertThat(arrays.get("loss")).isEqualTo(NDArray.scalar(0.25));
        assertThat(arrays.get("done")).isEqualTo(NDArray.scalar(true));
        assertThat(arrays.get("list.1.1")).isEqualTo(NDArray.scalar(1L << 40));
        assertThat(TorchFile.read(FOLDER.resolve("tensor.pt"))).isEqualTo(Map.of("", NDArray.of(0L, 1L, 2L)));
    }

    @Test
    void aWholeModelIsRefusedWithWhatToTypeInstead() {
        assertRefused(
                FOLDER.resolve("whole-model.pt"),
                "whole-model/data.pkl, byte 2: expected a state dict: in Python, torch.save(model.state_dict(), file),"
                        + " found torch.nn.modules.linear.Linear");
    }

    @Test
    void anOldLayoutIsRefusedWithWhatToTypeInstead() {
        assertRefused(
                FOLDER.resolve("old-layout.pt"),
                "byte 0: expected a file of torch.save, found a file of PyTorch before 1.6; in Python:"
                        + " torch.save(torch.load(file), file)");
    }

    /** PyTorch wrote such tensors before 0.4. */
    @Test
    void olderTensorsAreRefusedWithWhatToTypeInstead() throws IOException {
        String old = "ctorch._utils\n_rebuild_tensor\n(" + STORAGE + "K\0K\2K\2\u0086K\2K\1\u0086tR";
        assertRefused(file(old + "."), "torch.save(model.state_dict(), file), found torch._utils._rebuild_tensor");
    }

    @Test
    void theByteOrderOfTensorsIsThatOfTheFile() throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("tensor.pt"));
        // As long as "little", and with its checksum.
        String content = new String(bytes, StandardCharsets.ISO_8859_1).replace("little", "middle");
        assertRefused(
                Files.write(folder.resolve("a.pt"), content.getBytes(StandardCharsets.ISO_8859_1)),
                "expected the checksum");
        String pickle = "\u0080\2" + tensor("K\0K\4\u0085K\1\u0085") + ".";
        byte[] big = StoredZip.of(Map.of(
                "a/data.pkl", pickle.getBytes(StandardCharsets.ISO_8859_1),
                "a/byteorder", "big".getBytes(StandardCharsets.ISO_8859_1),
                "a/data/0",
                        ByteBuffer.allocate(16).putFloat(0, 1).putFloat(12, 2).array()));
        assertThat(TorchFile.read(Files.write(folder.resolve("a.pt"), big)).get(""))
                .isEqualTo(NDArray.of(1f, 0f, 0f, 2f));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            .                               ; byte 2: expected a value on the stack, found none
            N.x                             ; expected the end after the instruction STOP, found 1 byte more
            cos~system~                     ; byte 2: expected a state dict: in Python, torch.save(model.state_dict(), file), found os.system
            ctorch~ComplexFloatStorage~     ; expected types that an array can hold, found torch.ComplexFloatStorage
            ctorch~float8_e4m3fn~           ; expected types that an array can hold, found torch.float8_e4m3fn
            ctorch~float4_e2m1fn_x2~        ; expected types that an array can hold, found torch.float4_e2m1fn_x2
            ctorch~uint4~                   ; expected types that an array can hold, found torch.uint4
            ctorch~QUInt4x2Storage~         ; expected types that an array can hold, found torch.QUInt4x2Storage
            ctorch~FloatStorage~.           ; expected tensors, numbers and texts in dictionaries and lists, found a dtype
            ctorch~FloatStorage~)R          ; expected a function of PyTorch, found a dtype
            ctorch.storage~UntypedStorage~)R; expected a function of PyTorch, found a dtype
            ccollections~OrderedDict~NR     ; expected a tuple of arguments, found None
            ccollections~OrderedDict~N^R    ; expected 0 arguments of collections.OrderedDict, found a tuple of 1
            NQ                              ; expected a storage as a tuple, found None
            )Q                              ; expected a storage with type, name, place and number of elements, found a tuple of 0
            Na                              ; expected a value on the stack, found none
            NNa                             ; expected a list on the stack, found None
            }]Ns                            ; expected a short text or a whole number as a key, found a list of 0
            }Nb                             ; expected the state of a dictionary, found a dictionary
            N0                              ; byte 3: expected an instruction that a file of tensors needs, found POP
            ibuiltins~eval~                 ; expected a state dict: in Python
            """)
    void aWrongPickleIsRefusedAtItsPlace(String instructions, String message) throws IOException {
        String code = instructions.replace('~', '\n').replace('^', '\u0085');
        assertRefused(file(code), message);
    }

    /** Offset, shape and strides of a tensor of four elements. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "K\1K\4\u0085K\1\u0085",
                "K\0K\5\u0085K\1\u0085",
                "K\5K\0\u0085K\1\u0085",
                "K\0K\2\u0085K\4\u0085",
                "K\0K\2K\2\u0086K\2K\2\u0086",
                "K\0K\2\u0085J\u00ff\u00ff\u00ff\u00ff\u0085",
                "J\u00ff\u00ff\u00ff\u00ffK\2\u0085K\1\u0085",
                "K\0K\2\u0085)",
                "\u008a\10\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\177K\2\u0085K\1\u0085",
                "K\0K\2\u0085\u008a\10\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\177\u0085",
            })
    void aTensorIsWithinItsStorage(String place) throws IOException {
        assertRefused(file(tensor(place) + "."), "expected strides and an offset within the 4 elements of storage 0");
    }

    @Test
    void aTensorMayRepeatElementsUpToTheLimit() throws IOException {
        NDArray repeated = TorchFile.read(file(tensor("K\3J\0\0\20\0\u0085K\0\u0085") + "."))
                .get("");
        assertThat(repeated.size()).isEqualTo(1 << 20);
        assertThat(repeated.sum().asDouble()).isEqualTo(3 << 20);
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> TorchFile.read(folder.resolve("a.pt"), 1 << 20))
                .withMessageContaining("expected tensors of at most 1048576 bytes, found one of 4194304");
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> TorchFile.read(folder.resolve("a.pt"), 15))
                .withMessageContaining("expected arrays of at most 15 bytes in memory, found 4 elements of float32");
    }

    @Test
    void aStorageHasTheLengthAndTypeThatThePickleSays() throws IOException {
        String tensor = tensor("K\0K\1\u0085K\1\u0085");
        assertRefused(
                file(tensor.replace("K\4tQ", "K\3tQ") + "."), "expected storage 0 of 3 times 4 bytes, found 16 bytes");
        assertRefused(
                file(tensor.replace("\0" + "0X", "\0" + "1X") + "."),
                "expected storage 1 of 4 times 4 bytes, found none");
        String other = tensor.replace("FloatStorage", "IntStorage");
        assertThat(TorchFile.read(file(other + ".")).get("")).isEqualTo(NDArray.of(0L));
    }

    @Test
    void aTensorThatIsConjugateIsRefused() throws IOException {
        String usual = tensor("K\0K\1\u0085K\1\u0085");
        assertThat(TorchFile.read(file(usual.replace("tR", "}tR") + "."))).hasSize(1);
        assertRefused(
                file(usual.replace("tR", "}X\4\0\0\0conj\u0088stR") + "."),
                "expected 6 arguments of torch._utils._rebuild_tensor_v2, found a tuple of 7");
    }

    /** Lists in lists make a name for each way to a tensor, and there may be far more ways than lists. */
    @Test
    void listsThatAreInManyListsAreRefused() throws IOException {
        StringBuilder lists = new StringBuilder("(]Naq\0");
        for (int i = 0; i < 28; i++) {
            lists.append("]h\0ah\0aq\0");
        }
        assertRefused(
                file(lists + "t."),
                "expected tensors in fewer or shallower lists, found too many, or a list in itself");
        assertRefused(
                file("]q\0h\0a."), "expected tensors in fewer or shallower lists, found too many, or a list in itself");
    }

    @Test
    void namesOfTensorsDiffer() throws IOException {
        assertRefused(
                file("}(X\3\0\0\0a.bK\1X\1\0\0\0a}X\1\0\0\0bK\2su."), "expected names that differ, found a.b twice");
    }

    /** Python tells 1 from '1', and b'w' from 'w'; the tensors would have one name here. */
    @ParameterizedTest
    @CsvSource({
        "'K\1',      X\1\0\0\0001, 1",
        "X\1\0\0\0001, 'K\1',      1",
        "C\1w,       X\1\0\0\0w,   w",
        "X\1\0\0\0w,  X\1\0\0\0w,   w",
        "J\u00ff\u00ff\u00ff\u00ff, X\2\0\0\0-1, -1",
        "'K\1',      'M\1\0',    1"
    })
    void keysThatWouldHaveOneNameAreRefused(String first, String second, String name) throws IOException {
        for (String value : new String[] {"K\5", tensor("K\0K\4\u0085K\1\u0085"), "N"}) {
            String message = "expected names that differ, found '%s' twice".formatted(name);
            assertRefused(file("}(" + first + value + second + value + "u."), message);
            assertRefused(file("(" + first + value + second + value + "d."), message);
            assertRefused(file("}X\1\0\0\0a}" + first + value + "s" + second + value + "ss."), message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "None", "ComplexFloat", "QUInt8", "Quantized", "", "float"})
    void aStorageOfAnUnknownNameIsRefused(String type) throws IOException {
        String tensor = tensor("K\0K\1\u0085K\1\u0085").replace("FloatStorage", type + "Storage");
        assertRefused(file(tensor + "."), "expected types that an array can hold, found torch." + type + "Storage");
    }

    @Test
    void namesOfTensorsOfAMegabyteAreRefused() throws IOException {
        String name = "n".repeat(1 << 20);
        String text = "X\0\0\20\0" + name;
        assertRefused(
                file("}" + text + "K\1s."),
                "expected a short text or a whole number as a key, found a text of 1048576 bytes");
        String tensor = tensor("K\0K\4\u0085K\1\u0085");
        assertRefused(
                file(tensor.replace("X\1\0\0\0" + "0", text) + "."),
                "expected a storage with type, name, place and number of elements, found a tuple of 5");
        assertRefused(file("ctorch\n" + name + "\n."), "expected a name of at most 200 bytes, found nnn");
        // Short keys of dictionaries in one another make a long name, too.
        String key = "X\u00e8\3\0\0" + "n".repeat(1000);
        assertRefused(
                file("}" + key + "}" + key + "K\1ss."),
                "expected names of at most 1000 characters, found a longer one");
    }

    @Test
    void compressedEntriesOfTensorsAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a/data.pkl"));
            zip.write(new byte[] {(byte) 0x80, 2, 'N', '.'});
        }
        assertRefused(
                Files.write(folder.resolve("a.pt"), out.toByteArray()),
                "expected compression method 0 (stored), found method 8");
    }

    /** Numbers of 8 bytes, as a file of more than 4 GiB has them, in one of some bytes. */
    @Test
    void numbersOfZip64AreRead() throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve("tensor.pt"));
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        int directory = file.getInt(end + 16);
        int nameLength = file.getShort(directory + 28);
        int after = directory + 46 + nameLength;
        ByteBuffer large = ByteBuffer.allocate(bytes.length + 28).order(ByteOrder.LITTLE_ENDIAN);
        large.put(bytes, 0, after).putShort((short) 1).putShort((short) 24);
        large.putLong(file.getInt(directory + 24))
                .putLong(file.getInt(directory + 20))
                .putLong(file.getInt(directory + 42));
        large.put(bytes, after, bytes.length - after);
        large.putInt(directory + 20, -1).putInt(directory + 24, -1).putInt(directory + 42, -1);
        large.putShort(directory + 30, (short) 28);
        int largeEnd = large.capacity() - 22;
        int zip64 = largeEnd - 76;
        large.putLong(zip64 + 40, large.getLong(zip64 + 40) + 28).putLong(zip64 + 64, zip64);
        large.putInt(largeEnd + 12, -1).putInt(largeEnd + 16, -1);
        Path path = Files.write(folder.resolve("large.pt"), large.array());
        assertThat(TorchFile.read(path)).isEqualTo(Map.of("", NDArray.of(0L, 1L, 2L)));

        large.putLong(zip64 + 64, zip64 + 1);
        assertRefused(
                Files.write(path, large.array()),
                "byte " + zip64 + ": expected the end records of a zip64 archive in one file");
        large.putLong(zip64 + 64, zip64).putLong(after + 4, -1);
        assertRefused(Files.write(path, large.array()), "expected numbers of less than 6 bytes, found others");
        large.putShort(after, (short) 2);
        assertRefused(Files.write(path, large.array()), "expected lengths of 8 bytes after the name, found none");
    }

    /** The record that says where zip64's own end record is, and the end record after it, at the start of a file. */
    @ParameterizedTest
    @CsvSource({"0, 0, -1", "97, 0, -1", "97, -1, -1", "97, 9223372036854775807, 9223372036854775807", "97, 5, -6"})
    void aForgedEndOfZip64IsRefused(int before, long start, long length) throws IOException {
        for (int cut = 0; cut <= 76; cut++) {
            int end = before + 76 - cut;
            ByteBuffer file = ByteBuffer.allocate(end + 22).order(ByteOrder.LITTLE_ENDIAN);
            file.putInt(end, 0x06054b50)
                    .putInt(end + 8, -1)
                    .putInt(end + 12, -1)
                    .putInt(end + 16, -1);
            ByteBuffer ends = ByteBuffer.allocate(76).order(ByteOrder.LITTLE_ENDIAN);
            ends.putInt(0, 0x06064b50).putLong(4, 44).putLong(40, length).putLong(48, start);
            ends.putInt(56, 0x07064b50).putLong(64, end - 76);
            int place = Math.max(0, end - 76);
            file.put(place, ends.array(), 0, Math.min(76, end - place));
            Path path = Files.write(folder.resolve("a.pt"), file.array());
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> TorchFile.read(path))
                    .withMessageMatching("(?s).*a.pt, byte \\d+: expected (?!.* -).*");
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> TorchFile.read(new ByteArrayInputStream(file.array()), "a.pt"))
                    .withMessageMatching("a.pt, byte \\d+: expected (?!.* -).*");
        }
    }
}
