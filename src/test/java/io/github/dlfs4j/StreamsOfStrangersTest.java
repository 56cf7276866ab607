package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.model.BatchNorm;
import io.github.dlfs4j.graph.model.Conv2d;
import io.github.dlfs4j.graph.model.Embedding;
import io.github.dlfs4j.graph.model.LSTM;
import io.github.dlfs4j.graph.model.Linear;
import io.github.dlfs4j.graph.model.Loss;
import io.github.dlfs4j.graph.model.MLP;
import io.github.dlfs4j.graph.model.Model;
import io.github.dlfs4j.graph.model.RNN;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.IdentityWithLoss;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.SimpleNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.AdaGrad;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.optimizer.Nesterov;
import io.github.dlfs4j.optimizer.RMSProp;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.state.SerializedArrays;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamConstants;
import java.io.Serializable;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads serialised objects through the filter that the page about files recommends. */
class StreamsOfStrangersTest {
    private static final String FILTER = "maxdepth=10;maxarray=0;io.github.dlfs4j.**;java.lang.Enum;!*";
    private static final String FOR_FUNCTIONS =
            FILTER.replace("!*", "java.lang.invoke.SerializedLambda;java.lang.Object;!*");

    @TempDir
    private Path folder;

    private static Object read(byte... serialised) throws IOException, ClassNotFoundException {
        return Journey.filtered(FILTER, serialised);
    }

    static List<Object> kinds() {
        RandomState random = new RandomState(27);
        Map<String, NDArray> weights = new LinkedHashMap<>();
        for (int i = 1; i <= 3; i++) {
            weights.put("W" + i, random.randn(2, 2));
            weights.put("b" + i, random.randn(2));
        }
        Network network =
                MultiLayerNet.ofSizes(3, 4, 2).batchNormalization().dropout(0.3).build(random);
        Adam adam = new Adam(0.1);
        adam.update(network.parameters(), network.parameters());
        return List.of(
                random.randn(2, 3),
                NDArray.arange(100).astype(DType.UINT8),
                random,
                Variable.of("x", random.randn(2)),
                new Relu(),
                new Dropout(0.5, random),
                new Affine(random.randn(2, 3), NDArray.zeros(3)),
                new BatchNormalization(NDArray.ones(2), NDArray.zeros(2)),
                new SoftmaxWithLoss(),
                new IdentityWithLoss(),
                network,
                new TwoLayerNet(3, 4, 2, random),
                new SimpleNet(random.randn(2, 3)),
                SimpleConvNet.ofImages(1, 4, 4)
                        .filters(1, 3)
                        .hidden(2)
                        .classes(2)
                        .build(random),
                new ThreeLayerNet(weights),
                new Linear(2, 3, random),
                new BatchNorm(3),
                new Conv2d(1, 2, 3, 1, 0, random),
                new Embedding(3, 2, random),
                new RNN(2, 2, random),
                new LSTM(2, 2, random),
                new VariableNetwork(new Nested(new Nested(new Linear(2, 3, random))), Loss.softmaxWithLoss()),
                new VariableNetwork(new Linear(2, 1, random), Loss.meanSquaredError()),
                adam,
                new SGD(0.1),
                new Momentum(0.1),
                new Nesterov(0.1),
                new AdaGrad(0.1),
                new RMSProp(0.1),
                Dataset.of(random.randn(4, 2), NDArray.arange(4)),
                new Checkpoint(3, "a test", network.state(), "Adam", adam.state(), Map.of()));
    }

    /** A model of a user, with a part. */
    private static final class Nested extends Model {
        private static final long serialVersionUID = 1;
        private final Model inner;

        Nested(Model inner) {
            this.inner = part("inner", inner);
        }

        @Override
        public Variable forward(Variable x) {
            return inner.forward(x);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void allKindsOfOursPassTheFilterOfThePage(Object object) throws Exception {
        assertThat(Files.readString(Path.of("src", "docs", "files.md"))).contains("\n" + FILTER + "\n");
        byte[] serialised = Journey.beginning(object);
        assertThat(read(serialised)).hasSameClassAs(object);
    }

    @Test
    void functionsNeedMore() throws Exception {
        byte[] serialised = Journey.beginning(new MLP(new int[] {2, 3, 2}, Variable::relu, new RandomState(0)));
        assertThatThrownBy(() -> read(serialised)).isInstanceOf(InvalidClassException.class);
        MLP arrived = (MLP) Journey.filtered(FOR_FUNCTIONS, serialised);
        assertThat(arrived.predict(NDArray.ones(1, 2)).shape()).hasToString("(1, 2)");
    }

    private static void assertRejected(byte... serialised) {
        assertThatThrownBy(() -> read(serialised))
                .isInstanceOf(InvalidClassException.class)
                .hasMessage("filter status: REJECTED");
    }

    /** Each level doubles the time that the hash code of the whole takes. */
    @Test
    void nestedSetsAreRejected() throws Exception {
        Set<Object> outer = new HashSet<>();
        Set<Object> left = outer;
        Set<Object> right = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            Set<Object> first = new HashSet<>(Set.of("first"));
            Set<Object> second = new HashSet<>();
            left.add(first);
            left.add(second);
            right.add(first);
            right.add(second);
            left = first;
            right = second;
        }
        assertRejected(Journey.beginning(outer));
    }

    /** The map asks the URL for its hash code, which looks up the address of the host. */
    @Test
    void aMapWithAUrlIsRejected() throws Exception {
        Map<Object, Object> map = new HashMap<>();
        byte[] serialised = Journey.beginning(new Serializable[] {new URL("http://localhost"), (Serializable) map});
        assertRejected(serialised);
        map.put(1L, "one");
        assertRejected(Journey.beginning(map));
    }

    @Test
    void aClaimedArrayIsRejected() throws Exception {
        byte[] serialised = Journey.beginning(new long[] {1});
        int length = serialised.length - Long.BYTES - Integer.BYTES;
        ByteBuffer.wrap(serialised).putInt(length, 250_000_000);
        assertRejected(serialised);
    }

    /** The block data of an archive in the form of arrays, as no writer of ours makes it. */
    private static byte[] form(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Journey.crafted(SerializedArrays.class));
        byte[] empty = bytes.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(empty, 0, empty.length - 1);
        out.write(ObjectStreamConstants.TC_BLOCKDATALONG);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(archive.length).array());
        out.writeBytes(archive);
        out.write(ObjectStreamConstants.TC_ENDBLOCKDATA);
        return out.toByteArray();
    }

    /** An archive of one array, whose type may be replaced. */
    private byte[] archive(NDArray array, int method, String from, String to) throws IOException {
        Path file = folder.resolve("W.npy");
        Npy.write(file, array);
        byte[] content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("W.npy");
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(method);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void aCompressedArchiveIsRefused() throws Exception {
        byte[] archive = archive(NDArray.zeros(100_000), ZipEntry.DEFLATED, "", "");
        assertThat(archive.length).isLessThan(2000);
        assertThatThrownBy(() -> read(form(archive)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageStartingWith("serialised arrays, byte ")
                .hasMessageEndingWith(": expected compression method 0 (stored), found method 8 in W.npy");
    }

    /** Bytes that become int64 take eight times as much memory. */
    @Test
    void anArchiveTakesNoMoreMemoryThanItIsLong() throws Exception {
        NDArray array = NDArray.zeros(DType.UINT8, 8000);
        byte[] unsigned = archive(array, ZipEntry.STORED, "|u1", "|u1");
        assertThat(((SerializedArrays) read(form(unsigned))).arrays().get("W").size())
                .isEqualTo(8000);
        byte[] signed = archive(array, ZipEntry.STORED, "|u1", "|i1");
        assertThat(Npz.read(new ByteArrayInputStream(signed), "signed.npz")
                        .get("W")
                        .size())
                .isEqualTo(8000);
        assertThatThrownBy(() -> read(form(signed)))
                .isInstanceOf(InvalidObjectException.class)
                .hasMessageContaining("64000 bytes");
    }

    /** Puts null in the place of the only object that a form has. */
    @Test
    void aFormWithoutAPartIsRefused() throws Exception {
        for (Object object : List.of(new SimpleNet(NDArray.ones(2, 3)), new TwoLayerNet(2, 2, 2, new RandomState(0)))) {
            byte[] serialised = Journey.beginning(object);
            int end = endOfDescription(serialised);
            byte[] forged = Arrays.copyOf(serialised, end + 1);
            forged[end] = ObjectStreamConstants.TC_NULL;
            assertThatThrownBy(() -> read(forged))
                    .isInstanceOf(InvalidObjectException.class)
                    .hasMessage("a part of the serialised form is missing: it is null");
        }
    }

    /** The description of a record without a serialisable parent class ends with these two bytes. */
    private static int endOfDescription(byte... serialised) {
        int at = 0;
        while (serialised[at] != ObjectStreamConstants.TC_ENDBLOCKDATA
                || !(serialised[at + 1] == ObjectStreamConstants.TC_CLASSDESC
                        || serialised[at + 1] == ObjectStreamConstants.TC_NULL)) {
            at++;
        }
        return at + 2;
    }
}
