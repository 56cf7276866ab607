package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickledArraysTest {
    /** Instructions for a dtype of uint8. */
    private static final String UINT8 =
            "cnumpy\ndtype\nU\2u1\u0089\u0088\u0087R(K\3U\1|NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tb";

    /** Instructions for an array without elements, to be built. */
    private static final String NEW_ARRAY =
            "cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\u0085C\1b\u0087R";

    @TempDir
    private Path folder;

    /** A pickle of protocol 3 with the instructions, whose characters are bytes. */
    private Path pickle(String instructions) throws IOException {
        return raw("\u0080\3" + instructions);
    }

    private Path raw(String content) throws IOException {
        return Files.write(folder.resolve("a.pickle"), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A dictionary with one array of the instructions. */
    private Path dictionary(String array) throws IOException {
        return pickle("}U\1x" + array + "s.");
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> PickledArrays.read(file))
                .withMessageStartingWith(file + ", byte ")
                .withMessageContaining(message);
    }

    @Nested
    class ADictionaryOfNumPyArrays {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "protocol-2.pickle",
                    "protocol-3.pickle",
                    "protocol-4.pickle",
                    "protocol-5.pickle",
                    "numpy1-protocol-2.pickle",
                    "numpy1-protocol-3.pickle",
                    "numpy1-protocol-4.pickle",
                    "numpy1-protocol-5.pickle",
                    "axes.pickle",
                })
        void aPickledDictionaryIsReadAsItIs(String name) throws IOException {
            Map<String, NDArray> arrays = PickledArrays.read(GoldenArray.FOLDER.resolve(name));
            List<GoldenArray> golden = GoldenArray.all().stream()
                    .filter(expected -> expected.file().equals(name))
                    .toList();
            assertThat(arrays.keySet())
                    .containsExactlyElementsOf(
                            golden.stream().map(GoldenArray::key).toList());
            golden.forEach(expected -> expected.check(arrays.get(expected.key())));
        }

        @Test
        void aPickledDictionaryHasEachNameOnce() throws IOException {
            String keyAndArray = "C\1w" + NEW_ARRAY + "(K\1K\1\u0085" + UINT8 + "\u0089U\1\5tb";
            assertRefused(
                    pickle("}(" + keyAndArray + keyAndArray.replace("C\1w", "X\1\0\0\0w") + "u."),
                    "expected names that differ, found 'w' twice");
        }

        @Test
        void aPickledDictionaryIsUnmodifiable() throws IOException {
            assertThat(PickledArrays.read(GoldenArray.FOLDER.resolve("protocol-4.pickle")))
                    .isUnmodifiable();
        }

        @Test
        void aPickledDictionaryMayBeEmpty() throws IOException {
            assertThat(PickledArrays.read(pickle("}."))).isEmpty();
        }

        @Test
        void aPickledDictionaryMayBeOfPython2() throws IOException {
            Path file = dictionary(NEW_ARRAY + "(K\1\u008a\1\2\u0085" + UINT8 + "\u0089U\2\5\u00fetb");
            assertThat(PickledArrays.read(file)).isEqualTo(Map.of("x", NDArray.of(new byte[] {5, (byte) 0xfe})));
        }

        /** NumPy accepts them too. Other readers refuse a byte that is neither 0 nor 1, or read it as false. */
        @Test
        void aPickledDictionaryMayHoldTruthValuesOtherThanOne() throws IOException {
            Path file = dictionary(NEW_ARRAY + "(K\1K\3\u0085" + UINT8.replace("u1", "b1") + "\u0089U\3\0\1\5tb");
            assertThat(PickledArrays.read(file)).isEqualTo(Map.of("x", NDArray.of(false, true, true)));
        }

        /** Protocol 0 has these instructions, and all later protocols may use them. */
        @Test
        void aPickledDictionaryMayBeWrittenInLinesInPart() throws IOException {
            String scalar = "cnumpy.core.multiarray\nscalar\n" + UINT8 + "C\1\4\u0086R";
            assertThat(PickledArrays.read(pickle("(Vx\np7\n" + scalar + "dh\7" + scalar + "s.")))
                    .containsOnlyKeys("x");
            assertRefused(pickle("(Va\\u0062\n"), "byte 3: expected a text without escapes, found a\\u0062");
            assertRefused(pickle("Np-1\n"), "byte 3: expected the number of a place in the memo, found -1");
        }

        @Test
        void aPickledDictionaryMaySetAKeyAgain() throws IOException {
            String scalar = "cnumpy.core.multiarray\nscalar\n" + UINT8 + "C\1%c\u0086R";
            Path file = pickle("}(U\1x" + scalar.formatted('\4') + "U\1x" + scalar.formatted('\7') + "u.");
            assertThat(PickledArrays.read(file)).hasSize(1);
            assertThat(PickledArrays.read(file).get("x").asLong()).isEqualTo(7);
        }
    }

    @Nested
    class TheBooksWeights {
        /** The SHA-256 of the elements of all arrays in C order, little endian, as Python computes it. */
        @ParameterizedTest
        @CsvSource({
            "SAMPLE_WEIGHT, FLOAT32, 6e1aea480cdaa8f49a59bfffab5eb21b34ac0f58c400e2b30f9a9b7bb8a425e1",
            "SIMPLE_CONV_NET, FLOAT64, 16ecc538294944ea5f2039e38213ce197db37899bdb01b6fda7aa8baf5205d35",
            "DEEP_CONV_NET, FLOAT64, f80f42fc7b2f0a34f990ac538ed5b51c60c4af935538ec5dec1b5f6981d7c70c",
        })
        void theBooksWeightsAreReadToTheBit(BookFile pickle, DType dtype, String sha256) throws Exception {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (NDArray array : PickledArrays.read(pickle.showing("the digest of its arrays"))
                    .values()) {
                assertThat(array.dtype()).isEqualTo(dtype);
                digest.update(array.shape().toString().getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes(array));
            }
            assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256);
        }

        @Test
        void theBooksWeightsOfChapter3AreInFortranOrder() throws IOException {
            Map<String, NDArray> network = PickledArrays.read(BookFile.SAMPLE_WEIGHT.orSimilar(folder));
            NDArray w1 = network.get("W1");
            assertThat(w1.shape()).hasToString("(784, 50)");
            // A view of all elements exists only in the order of the memory.
            w1.transpose().reshape(-1).fill(7);
            assertThat(w1.min().asDouble()).isEqualTo(7);
        }
    }

    private static byte[] bytes(NDArray array) {
        ByteBuffer bytes =
                ByteBuffer.allocate(array.size() * array.dtype().itemSize()).order(ByteOrder.LITTLE_ENDIAN);
        if (array.dtype() == DType.FLOAT32) {
            bytes.asFloatBuffer().put(array.toFloatArray());
        } else {
            bytes.asDoubleBuffer().put(array.toDoubleArray());
        }
        return bytes.array();
    }

    @Nested
    class ADamagedFile {
        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        ``                  ; byte 2: expected an instruction, found the end
                        }                   ; byte 3: expected an instruction, found the end
                        .                   ; byte 2: expected a value on the stack, found none
                        N.                  ; byte 3: expected a dictionary of arrays as the result, found None
                        N}.                 ; byte 4: expected one result, found another below it: None
                        }.x                 ; byte 4: expected the end after the instruction STOP, found 1 byte more
                        }U1                 ; byte 5: expected 49 bytes of data, found 0 bytes
                        }?                  ; byte 3: expected an instruction of pickle protocol 2 to 5, found the byte 0x3f
                        }]                  ; byte 3: expected an instruction that a dictionary of NumPy arrays needs, found EMPTY_LIST
                        }h0.                ; byte 3: expected a value in the memo, found none at 48
                        q0                  ; byte 2: expected a value on the stack, found none
                        t                   ; byte 2: expected a mark on the stack, found none
                        N(s                 ; byte 4: expected 2 values on the stack, found 0
                        N(b                 ; byte 4: expected a value on the stack, found none
                        NR                  ; byte 3: expected a tuple of arguments, found None
                        N)R                 ; byte 4: expected a function of NumPy, found None
                        N)b                 ; byte 4: expected a new array or dtype that awaits its state, found None
                        NNNs                ; byte 5: expected a dictionary on the stack, found None
                        }NNs                ; byte 5: expected a text as the key of an array, found None
                        }(Nu                ; byte 5: expected an even number of keys and values, found 1
                        cnumpy~ndarray~)R   ; byte 18: expected a function of NumPy, found numpy.ndarray
                        c_codecs~encode~)R  ; byte 19: expected 2 arguments of encode, found 0
                        """)
        void aPickleIsRefusedWithThePlaceOfItsFault(String instructions, String message) throws IOException {
            assertRefused(pickle(instructions.replace('~', '\n')), message);
        }

        @Test
        void aPickleIsRefusedForAnotherProtocol() throws IOException {
            assertRefused(raw("\u0080\6}."), "byte 0: expected pickle protocol 2 to 5, found 6");
            assertRefused(raw("}."), "byte 0: expected a pickle of protocol 2 to 5, found protocol 1");
            assertRefused(raw("\u0080\1}."), "byte 0: expected pickle protocol 2 to 5, found 1");
            assertRefused(
                    raw("(dp0\nVx\np1\nI5\ns."), "byte 0: expected a pickle of protocol 2 to 5, found protocol 0");
            assertRefused(
                    raw("}q\0X\1\0\0\0xq\1G\0\0\0\0\0\0\0\0s."),
                    "byte 0: expected a pickle of protocol 2 to 5, found protocol 1");
            assertRefused(raw(""), "byte 0: expected an instruction, found the end");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hello world",
                    "I am a text.",
                    "(no pickle.",
                    "}.}.",
                    "N",
                    "\u0089PNG\r\n",
                    "PK\3\4",
                    "\u001f\u008b",
                    "U\u00ffshort.",
                })
        void aPickleIsRefusedIfItIsAnotherFormat(String content) throws IOException {
            assertRefused(raw(content), "byte 0: expected a pickle of protocol 2 to 5, found another format");
        }

        /** The reader walks through at most as many instructions as a pickle of a newer protocol may have. */
        @Test
        void aPickleIsReportedAsOldIfItIsLongAndHasNoEnd() throws IOException {
            assertRefused(
                    raw("I1\n0".repeat(150_000)), "byte 0: expected a pickle of protocol 2 to 5, found protocol 0");
        }

        /** Numbers, texts and lists as Python writes them: alone and in tuples, after other items and before. */
        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        }U\1xG        ; BINFLOAT
                        }U\1x]        ; EMPTY_LIST
                        }(U\1xG       ; BINFLOAT
                        }(U\1xK\1U\1yG; BINFLOAT
                        }(U\1x(K\1G  ; BINFLOAT
                        }(U\1xK\1K\2G; BINFLOAT
                        }(U\1x\2120  ; a number of 48 bytes
                        """)
        void aPickleIsRefusedForAValueOfAnotherKindUnderItsKey(String instructions, String found) throws IOException {
            String key = instructions.contains("y") ? "y" : "x";
            assertRefused(
                    pickle(instructions + "\0".repeat(8)),
                    "expected an array as the value of '" + key + "', found " + found);
        }

        @Test
        void aPickleIsRefusedForAnObjectWithItsNameAndKey() throws IOException {
            assertRefused(
                    dictionary("cfractions\nFraction\nU\0031/2\u0085R"),
                    "found fractions.Fraction in the value of 'x'");
            assertRefused(dictionary("cnumpy\ndtype\nU\2O8\u0089\u0088\u0087R"), "found 2 bytes in the value of 'x'");
        }

        @Test
        void aPickleIsRefusedForAValueThatIsNoArray() throws IOException {
            assertRefused(dictionary("K\5"), "expected an array as the value of 'x', found the number 5");
            assertRefused(dictionary("}"), "expected an array as the value of 'x', found a dictionary");
            assertRefused(
                    dictionary(NEW_ARRAY), "expected an array as the value of 'x', found an array without elements");
        }

        @ParameterizedTest
        @CsvSource({"O8, 'O8'", "c16, 'c16'", "V4, 'V4'"})
        void aPickleIsRefusedForAnotherElementType(String code, String found) throws IOException {
            String dtype = "cnumpy\ndtype\nU" + (char) code.length() + code + "\u0089\u0088\u0087R";
            assertRefused(dictionary(dtype), "expected one of the types b1 u1 i1 i2 i4 i8 u2 u4 u8 f2 f4 f8, found");
        }

        /** NumPy has other pickles too: of subclasses, structured types, types with metadata. */
        @Test
        void aPickleIsRefusedForAnotherStateOrCall() throws IOException {
            String state = "(K\1K\1\u0085" + UINT8 + "\u0089U\1atb";
            assertThat(PickledArrays.read(dictionary(NEW_ARRAY + state))).hasSize(1);
            assertRefused(
                    dictionary(NEW_ARRAY.replace("K\0\u0085", "K\1\u0085") + state),
                    "expected (0,) and b'b' to reconstruct with, found a tuple of 1");
            assertRefused(
                    dictionary(NEW_ARRAY.replace("cnumpy\nndarray", "cnumpy\ndtype") + state),
                    "expected numpy.ndarray to reconstruct, found numpy.dtype");
            assertRefused(
                    dictionary(NEW_ARRAY + state.replace("(K\1", "(K\2")),
                    "expected the state of an array, version 1, found a tuple of 5");
            for (String dtype : List.of(
                    UINT8.replace("K\3", "K\4"),
                    UINT8.replace("|N", "|K\0"),
                    UINT8.replaceFirst("J\u00ff\u00ff\u00ff\u00ff", "N"),
                    UINT8.replace("K\0tb", "K\1tb"))) {
                assertRefused(
                        dictionary(NEW_ARRAY + state.replace(UINT8, dtype)),
                        "expected the state of a plain dtype, version 3, found a tuple of 8");
            }
        }

        /** Without a copy, NumPy leaves the byte order as it is, and reads other numbers. */
        @Test
        void aPickleIsRefusedForADTypeThatIsNotCopied() throws IOException {
            String state = "(K\1K\1\u0085" + UINT8 + "\u0089U\1atb";
            for (String copy : List.of("N", "K\0", "\u0089")) {
                assertRefused(
                        dictionary(NEW_ARRAY + state.replace("\u0089\u0088\u0087R", "\u0089" + copy + "\u0087R")),
                        "expected True, for a copy of a dtype, found "
                                + Map.of("N", "None", "K\0", "the number 0", "\u0089", "False")
                                        .get(copy));
            }
        }

        @Test
        void aPickleIsRefusedForATruthValueInAShape() throws IOException {
            assertRefused(
                    dictionary(NEW_ARRAY + "(K\1\u0089\u0085" + UINT8 + "\u0089U\0tb"),
                    "expected numbers in a shape, found False");
            assertRefused(
                    dictionary(NEW_ARRAY + "(K\1\u0088\u0085" + UINT8 + "\u0089U\1atb"),
                    "expected numbers in a shape, found True");
        }

        @Test
        void aPickleIsRefusedForElementsThatDoNotFillTheShape() throws IOException {
            assertRefused(
                    dictionary(NEW_ARRAY + "(K\1K\3\u0085" + UINT8 + "\u0089U\2abtb"),
                    "expected 3 bytes for 3 elements of type u1, found 2 bytes");
            assertRefused(
                    dictionary(NEW_ARRAY + "(K\1J\u00ff\u00ff\u00ff\u00ff\u0085" + UINT8 + "\u0089U\0tb"),
                    "expected a shape of 0 to 2147483639 elements, found (-1)");
        }
    }

    @Nested
    class AnAttack {
        /** The classic attack in protocols 0 and 4: a call that is made while the pickle is loaded. */
        @ParameterizedTest
        @CsvSource({
            "os, system",
            "posix, system",
            "builtins, eval",
            "builtins, getattr",
            "__builtin__, exec",
            "subprocess, Popen",
            "java.lang, Runtime",
            "javax.script, ScriptEngineManager",
            "numpy, load",
            "numpy.core.multiarray, fromfile",
            "numpy._core.multiarray, frombuffer",
            "numpy._core.memmap, memmap",
            "collections, OrderedDict",
        })
        void aPickleIsRefusedWithTheNameOfWhatItAskedFor(String module, String name) throws IOException {
            String message =
                    "expected one of the names that a dictionary of NumPy arrays needs, found " + module + "." + name;
            String global = "c" + module + "\n" + name + "\n";
            assertRefused(raw(global + "(S'ls'\ntR."), message);
            assertRefused(pickle(global + "U\2ls\u0085R."), message);
            assertRefused(dictionary(global + "U\2ls\u0085R"), message);
            assertRefused(pickle("(U\2lsi" + module + "\n" + name + "\n."), message);
            String texts = "\u008c" + (char) module.length() + module + "\u008c" + (char) name.length() + name;
            assertRefused(raw("\u0080\4" + texts + "\u0093U\2ls\u0085R."), message);
        }

        /** What {@code pickle.dumps({'W1': …}, protocol)} gives for an object that is reduced to a call. */
        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        posix.system        ; (dp0~VW1~p1~cposix~system~p2~(Vls~p3~tp4~Rp5~s.
                        posix.system        ; }q\0X\2\0\0\0W1q\1cposix~system~q\2(X\2\0\0\0lsq\3tq\4Rq\5s.
                        posix.system        ; \200\2}q\0X\2\0\0\0W1q\1cposix~system~q\2X\2\0\0\0lsq\3\205q\4Rq\5s.
                        posix.system        ; \200\4\225%\0\0\0\0\0\0\0}\224\214\2W1\224\214\5posix\224\214\6system\224\223\224\214\2ls\224\205\224R\224s.
                        __builtin__.eval    ; (dp0~VW1~p1~c__builtin__~eval~p2~(V1~p3~tp4~Rp5~s.
                        builtins.eval       ; \200\3}q\0X\2\0\0\0W1q\1cbuiltins~eval~q\2X\1\0\0\0001q\3\205q\4Rq\5s.
                        builtins.eval       ; \200\5\225%\0\0\0\0\0\0\0}\224\214\2W1\224\214\10builtins\224\214\4eval\224\223\224\214\0011\224\205\224R\224s.
                        __builtin__.getattr ; }q\0X\2\0\0\0W1q\1c__builtin__~getattr~q\2(X\1\0\0\0xq\3X\1\0\0\0yq\4tq\5Rq\6s.
                        builtins.getattr    ; \200\4\225,\0\0\0\0\0\0\0}\224\214\2W1\224\214\10builtins\224\214\7getattr\224\223\224\214\1x\224\214\1y\224\206\224R\224s.
                        """)
        void aPickledAttackIsRefusedAsPythonWritesIt(String name, String pickle) throws IOException {
            assertRefused(
                    raw(pickle.replace('~', '\n')),
                    "expected one of the names that a dictionary of NumPy arrays needs, found " + name);
        }

        @ParameterizedTest
        @CsvSource({
            "\u0081, NEWOBJ",
            "\u0092, NEWOBJ_EX",
            "o, OBJ",
            "\u0082, EXT1",
            "P, PERSID",
            "Q, BINPERSID",
            "\u0097, NEXT_BUFFER",
        })
        void aPickleIsRefusedForInstructionsThatMakeObjects(String instruction, String name) throws IOException {
            assertRefused(
                    pickle("}" + instruction + "."),
                    "byte 3: expected an instruction that a dictionary of NumPy arrays needs, found " + name);
        }

        @Test
        void aPickleIsRefusedForALongNameWithControlCharacters() throws IOException {
            assertRefused(pickle("c\u001b[31mos\nsystem\n."), "found \\u001b[31mos.system");
            assertRefused(pickle("c" + "x".repeat(1000)), "expected a name of at most 200 bytes, found xxx");
            String name = "x".repeat(255);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(
                            () -> PickledArrays.read(pickle("\u008c\u00ff" + name + "\u008c\u00ff" + name + "\u0093")))
                    .withMessageEndingWith("found " + "x".repeat(60) + "…");
        }

        /** Twelve bytes that make other readers take 2 GiB of memory, or 16 EiB. */
        @ParameterizedTest
        @CsvSource({
            "B, \u00ff\u00ff\u00ff\u007f, 2147483647, data",
            "B, \u00ff\u00ff\u00ff\u00ff, 4294967295, data",
            "X, \u00ff\u00ff\u00ff\u007f, 2147483647, a text",
            "\u008e, \u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f, 9223372036854775807, data",
            "\u008e, \u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff, 18446744073709551615, data",
            "\u0096, \u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff, 18446744073709551615, data",
            "\u008d, \u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff, 18446744073709551615, a text",
        })
        void aPickleIsRefusedForAGiantLength(String instruction, String length, String claimed, String what)
                throws IOException {
            assertRefused(
                    raw("\u0080\4" + instruction + length + "."),
                    "expected " + claimed + " bytes of " + what + ", found 1 byte");
        }

        @Test
        void aPickleIsRefusedForAGiantFrameNumberOrShape() throws IOException {
            String giant = "\u00ff".repeat(7) + "\u007f";
            assertRefused(
                    raw("\u0080\4\u0095" + giant + "}."), "expected a frame of at most 2 bytes, found 92233720368547");
            assertRefused(
                    pickle("\u008a\u00ff" + giant),
                    "expected a number of at most 8 bytes, found a number of 255 bytes");
            assertRefused(
                    dictionary(NEW_ARRAY + "(K\1(" + ("\u008a\u0008" + giant).repeat(2) + "t" + UINT8 + "\u0089U\0tb"),
                    "expected a shape of 0 to 2147483639 elements, found (9223372036854775807, 9223372036854775807)");
            assertRefused(
                    dictionary(NEW_ARRAY + "(K\1(" + "K\1".repeat(65) + "t" + UINT8 + "\u0089U\1atb"),
                    "expected a shape of at most 64 axes, found 65 axes");
        }

        @Test
        void aPickleIsRefusedForTooManyInstructions() throws IOException {
            for (String instruction : List.of("N", "(", ")", "\u0085", "\u0094", "}")) {
                assertRefused(
                        pickle(")" + instruction.repeat(200_001) + "."),
                        "expected at most 200000 instructions, found more");
            }
        }

        /** Each level names the one below it ten times: ten to the power of a hundred in 2,400 bytes. */
        @Test
        void aPickleIsRefusedForABombOfNestedMemos() throws IOException {
            StringBuilder bomb = new StringBuilder("Nq\0");
            for (int level = 1; level <= 100; level++) {
                bomb.append('(')
                        .append(("h" + (char) (level - 1)).repeat(10))
                        .append("tq")
                        .append((char) level);
            }
            assertRefused(pickle(bomb + "."), "expected a dictionary of arrays as the result, found a tuple of 10");
            assertRefused(pickle(bomb + "}U\1xhds."), "expected an array as the value of 'x', found a tuple of 10");
            assertRefused(pickle(bomb + "}hdNs."), "expected a text as the key of an array, found a tuple of 10");
        }

        @Test
        void aPickleIsRefusedForDeepNesting() throws IOException {
            assertRefused(dictionary("N" + "\u0085".repeat(150_000)), "as the value of 'x', found a tuple of 1");
            assertRefused(
                    pickle("}U\1x".repeat(60_000) + "Ns" + "s".repeat(59_999) + "."),
                    "as the value of 'x', found None");
        }

        @Test
        void aPickleIsRefusedForADictionaryInItself() throws IOException {
            assertRefused(pickle("}q\0U\1xh\0s."), "expected an array as the value of 'x', found a dictionary");
            assertRefused(pickle("}q\0U\1xh\0\u0085s."), "expected an array as the value of 'x', found a tuple of 1");
        }

        @Test
        void aPickleIsRefusedForAnArrayInItself() throws IOException {
            assertRefused(
                    dictionary(NEW_ARRAY + "q\0(K\1)" + UINT8 + "\u0089h\0tb"),
                    "expected the elements of an array as bytes, found an array without elements");
        }

        @Test
        void aPickleIsRefusedForBuildingAgain() throws IOException {
            assertRefused(
                    dictionary(UINT8 + ")b"), "expected a new array or dtype that awaits its state, found a dtype");
        }

        /** Every few bytes make another array from the same large string. */
        @Test
        void aPickleIsRefusedForUsingElementsAgainAndAgain() throws IOException {
            String elements = "B\0\0\1\0" + "e".repeat(0x10000) + "q\0" + UINT8 + "q\1";
            String array = "cnumpy.core.numeric\n_frombuffer\n(h\0h\1J\0\0\1\0\u0085U\1CtR";
            assertRefused(pickle(elements + array.repeat(5)), "expected elements that are used once, found the same");
        }

        @Test
        void aPickleIsRefusedForEncodingATextAgainAndAgain() throws IOException {
            String text = "X\0\0\1\0" + "e".repeat(0x10000) + "q\0";
            String encode = "c_codecs\nencode\nh\0U\6latin1\u0086R";
            assertRefused(
                    pickle(text + encode.repeat(5)), "expected texts that are encoded once, found the same text again");
        }
    }
}
