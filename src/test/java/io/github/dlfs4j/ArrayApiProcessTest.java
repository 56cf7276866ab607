package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java side of the bridge to the public test-suite of arrays: it compiles, computes and says what is missing. */
class ArrayApiProcessTest {
    private static final Path SOURCES = Path.of("src", "it", "array-api", "src", "main", "java", "arrays");
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    @TempDir
    static Path classes;

    private final ByteArrayOutputStream requests = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(requests);

    @BeforeAll
    static void compile() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                tool("javac"),
                "-J" + QUICK,
                "-Xlint:all",
                "-Werror",
                "-cp",
                Path.of("target", "classes").toString(),
                "-d"));
        command.add(classes.toString());
        try (Stream<Path> files = Files.list(SOURCES)) {
            files.map(Path::toString).forEach(command::add);
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(JavaProcess.lines(process)).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void theArrayProcessComputesAndTellsErrors() throws Exception {
        request("NDArray.arange", "l3");
        request("NDArray.add", "a1", "d0.5");
        request("NDArray.repr", "a2");
        request("NDArray.get", "a2", "kl3");
        request("NDArray.get", "a1", "kl2");
        request("NDArray.repr", "a3");

        DataInputStream replies = replies();

        assertThat(array(replies)).isEqualTo("1 int64 [3]");
        assertThat(array(replies)).isEqualTo("2 float64 [3]");
        assertThat(text(replies)).isEqualTo("array([0.5, 1.5, 2.5])");
        assertThat(replies.readByte()).isEqualTo((byte) 'e');
        assertThat(text(replies)).isEqualTo("java.lang.IndexOutOfBoundsException");
        assertThat(text(replies)).isEqualTo("index 3 is out of bounds for axis 0 with size 3");
        assertThat(array(replies)).isEqualTo("3 int64 []");
        assertThat(text(replies)).isEqualTo("array(2)");
        assertThat(replies.read()).isEqualTo(-1);
    }

    @Test
    void theOrderInWhichJavaListsOverloadsDecidesNothing() throws Exception {
        request("NDArray.arange", "l3");
        request("NDArray.reshape", "a1", "[l3"); // int... and Shape
        request("NDArray.mul", "a1", "a1");
        request("NDArray.reshape", "a1", "0");

        DataInputStream replies = replies();

        assertThat(array(replies)).isEqualTo("1 int64 [3]");
        assertThat(array(replies)).isEqualTo("2 int64 [3]");
        assertThat(array(replies)).isEqualTo("3 int64 [3]");
        assertThat(replies.readByte()).isEqualTo((byte) 'e');
        assertThat(text(replies)).isEqualTo("java.lang.IllegalStateException");
        assertThat(text(replies)).contains("reshape(int[])", "reshape(io.github.dlfs4j.ndarray.Shape)", "equally well");
        assertThat(replies.read()).isEqualTo(-1);
    }

    @Test
    void withoutTheSuiteItsRunIsSkippedAndSaysWhy() throws Exception {
        Process process = java("arrays.Suite", "", "none", "dlfs4j_arrays", "any");

        assertThat(JavaProcess.lines(process))
                .singleElement()
                .asString()
                .startsWith("array-api-tests skipped, for there is no -Darray-api-tests=FOLDER");
        assertThat(process.waitFor()).isZero();
    }

    /**
     * A value is written as the letter of its kind and itself; k before another is an index of that one, [ a list of
     * it, and 0 is null.
     */
    private void request(String name, String... values) throws IOException {
        out.writeByte('[');
        out.writeInt(0);
        text(name);
        out.writeByte('[');
        out.writeInt(values.length);
        for (String value : values) {
            String number = value;
            if (value.startsWith("k") || value.startsWith("[")) {
                out.writeByte(value.charAt(0));
                out.writeInt(1);
                number = value.substring(1);
            }
            out.writeByte(number.charAt(0));
            if (number.startsWith("d")) {
                out.writeDouble(Double.parseDouble(number.substring(1)));
            } else if (!number.equals("0")) {
                out.writeLong(Long.parseLong(number.substring(1)));
            }
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('s');
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private DataInputStream replies() throws IOException {
        Process process = java("arrays.ArrayProcess");
        process.getOutputStream().write(requests.toByteArray());
        process.getOutputStream().close();
        return new DataInputStream(process.getInputStream());
    }

    private static String array(DataInputStream replies) throws IOException {
        assertThat(replies.readByte()).isEqualTo((byte) 'a');
        long number = replies.readLong();
        String dtype = text(replies);
        assertThat(replies.readByte()).isEqualTo((byte) '[');
        List<Long> shape = new ArrayList<>();
        for (int n = replies.readInt(); n > 0; n--) {
            assertThat(replies.readByte()).isEqualTo((byte) 'l');
            shape.add(replies.readLong());
        }
        return number + " " + dtype + " " + shape;
    }

    private static String text(DataInputStream replies) throws IOException {
        assertThat(replies.readByte()).isEqualTo((byte) 's');
        return new String(replies.readNBytes(replies.readInt()), StandardCharsets.UTF_8);
    }

    private static Process java(String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(tool("java"), QUICK, "-cp", classes + File.pathSeparator + Path.of("target", "classes"), type));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
