package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.data.ClassNames;
import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.data.DatasetKind;
import io.github.dlfs4j.app.recognition.Classifier;
import io.github.dlfs4j.app.recognition.FilePredictions;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.network.TwoLayerNet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the main job does with trained networks, and with images other than MNIST's. */
class SavedNetworkTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private List<String> run(String... args) {
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        out.reset();
        int code = Main.run(console, errors, () -> false, args);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private String refused(String... args) {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        err.reset();
        assertThat(Main.run(nowhere, errors, () -> false, args)).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    private Path trained(String... more) {
        Path file = folder.resolve("state.npz");
        String[] args = new String[more.length + 6];
        System.arraycopy(new String[] {"--steps", "60", "--batch", "500", "--save", file.toString()}, 0, args, 0, 6);
        System.arraycopy(more, 0, args, 6, more.length);
        run(args);
        return file;
    }

    /** Writes the first test image to a file, three times as large and dark on light. */
    private Path seven() throws IOException {
        NDArray image = Mnist.options().normalize(false).loadTest().images().get(0);
        BufferedImage drawn = new BufferedImage(84, 84, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 84 * 84; i++) {
            int ink = (int) image.getLong(i / 84 / 3 * 28 + i % 84 / 3);
            drawn.getRaster().setSample(i % 84, i / 84, 0, 255 - ink);
        }
        Path file = folder.resolve("seven.png");
        ImageIO.write(drawn, "png", file.toFile());
        return file;
    }

    @Test
    void predictReadsAnImageWithTheNetworkOfTheLibrary() throws IOException {
        Path file = seven();
        List<String> lines = run("--predict", file.toString(), file.toString());
        assertThat(lines).hasSize(30);
        assertThat(lines.get(0)).startsWith(file + ": 7 (").endsWith("), by the ConvNet of the library");
        assertThat(lines.subList(15, 30)).isEqualTo(lines.subList(0, 15));
        // The drawing is the first test image, as on the page of training, with ten bars beside it.
        assertThat(lines.get(5)).startsWith("      +#*#%@%%%%%%%%%-").contains("  2 0.00");
        assertThat(lines.get(10)).contains("  7 ").endsWith("#".repeat(30));
    }

    @Test
    void predictReadsAnImageWithATrainedNetwork() throws IOException {
        Path state = trained("--hidden", "20");
        List<String> lines = run("--predict", seven().toString(), "--resume", state.toString());
        assertThat(lines.get(0)).contains(": 7 (").endsWith("), by TwoLayerNet(784, 20, 10, Relu)");
    }

    @Test
    void predictNamesAFileThatIsNotAnImageInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.png"), "text");
        assertThat(refused("--predict", file.toString()))
                .isEqualTo(file + ": expected a PNG or JPEG image, found bytes 74657874\n");
        assertThat(refused("--predict", folder.resolve("none.png").toString()))
                .isEqualTo(folder.resolve("none.png") + ": no such file\n");
        assertThat(refused("--predict", folder.toString())).isEqualTo(folder + ": Is a directory\n");
    }

    /** As grep does: it says all that it can, names each file that it cannot read, and ends with code 2. */
    @Test
    void predictReadsTheOtherImagesIfSomeCannotBeRead() throws IOException {
        String seven = seven().toString();
        Path blank = folder.resolve("blank.png");
        ImageIO.write(new BufferedImage(84, 84, BufferedImage.TYPE_BYTE_GRAY), "png", blank.toFile());
        Path missing = folder.resolve("none.png");
        List<String> alone = List.copyOf(run("--predict", seven));
        out.reset();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        String[] args = {"--predict", seven, blank.toString(), seven, missing.toString()};
        assertThat(Main.run(console, errors, () -> false, args)).isEqualTo(2);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.subList(0, alone.size())).isEqualTo(alone);
        assertThat(lines.subList(alone.size(), lines.size())).isEqualTo(alone);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(blank + ": expected "),
                        line -> assertThat(line).isEqualTo(missing + ": no such file"));
    }

    @Test
    void aRowOfDigitsSaysFirstHowManyAreUnsure() throws IOException {
        BufferedImage drawn = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = drawn.createGraphics();
        graphics.fillRect(0, 0, 200, 100);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(50, 20, 8, 60);
        graphics.fillRect(140, 20, 8, 60);
        Path file = folder.resolve("row.png");
        ImageIO.write(drawn, "png", file.toFile());
        List<Double> likeliest = new ArrayList<>(List.of(0.97, 0.6));
        Classifier classifier = new Classifier("a network", images -> {
            NDArray y = NDArray.full((1 - likeliest.get(0)) / 9, 1, 10);
            y.at(0, 1).set(likeliest.remove(0));
            return y;
        });
        FilePredictions.print(new PrintStream(out, true, StandardCharsets.UTF_8), classifier, List.of(file));
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(file + ": 11?, 2 digits, 1 unsure, by a network\n");
    }

    @Test
    void evaluateTestsASavedNetwork() {
        Path state = trained();
        List<String> atTheEnd = out.toString(StandardCharsets.UTF_8).lines().toList();
        String accuracy = atTheEnd.get(atTheEnd.size() - 3).replace("final ", "");
        assertThat(accuracy).matches("test accuracy: 0\\.\\d{4}");

        List<String> lines = run("--evaluate", state.toString());
        assertThat(lines.get(0)).isEqualTo(state + ": TwoLayerNet(784, 50, 10, Relu)");
        assertThat(lines.subList(1, 3))
                .containsExactly(
                        "       predicted as",
                        "label    0    1    2    3    4    5    6    7    8    9   recall  precision");
        long right = 0;
        long all = 0;
        for (int label = 0; label < 10; label++) {
            String[] cells = lines.get(3 + label).strip().split(" +", -1);
            for (int i = 0; i < 10; i++) {
                long count = cells[1 + i].equals(".") ? 0 : Long.parseLong(cells[1 + i]);
                all += count;
                right += i == label ? count : 0;
            }
        }
        assertThat(all).isEqualTo(10_000);
        assertThat(accuracy).isEqualTo("test accuracy: " + Figures.fraction(right / 10_000.0));
        assertThat(lines.get(13)).isEqualTo("the most confident mistakes:");
        assertThat(lines.stream().filter(line -> line.contains("taken for"))).hasSize(2);
        assertThat(lines).allMatch(line -> line.length() <= 80);
        assertThat(lines).endsWith(accuracy);
        // The training printed the same.
        assertThat(atTheEnd).containsSubsequence(lines.subList(1, lines.size() - 1));
    }

    @Test
    void aSavedNetworkOfFloat32IsUsed() throws IOException {
        Path state = trained("--hidden", "20", "--dtype", "float32");
        String accuracy = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("final "))
                .findFirst()
                .orElseThrow()
                .replace("final ", "");
        assertThat(run("--evaluate", state.toString())).endsWith(accuracy);
        assertThat(run("--predict", seven().toString(), "--resume", state.toString())
                        .get(0))
                .contains(": 7 (")
                .endsWith("), by TwoLayerNet(784, 20, 10, Relu)");
    }

    @Test
    void evaluateTestsASavedNetworkOfAnyKind() throws IOException {
        Path file = folder.resolve("network.npz");
        Networks.save(file, ThreeLayerNet.pretrained());
        assertThat(run("--evaluate", file.toString()))
                .startsWith(file + ": ThreeLayerNet(784, 50, 100, 10)")
                .endsWith("test accuracy: 0.9740");
    }

    @Test
    void evaluateRefusesANetworkForOtherImages() throws IOException {
        Path file = folder.resolve("network.npz");
        Networks.save(file, new TwoLayerNet(64, 5, 10, new RandomState(0)));
        assertThat(refused("--evaluate", file.toString()))
                .startsWith(file + ": expected a network for images of 28x28 and ten classes,"
                        + " found TwoLayerNet(64, 5, 10, Relu): ")
                .hasLineCount(1);
        Initialization he = Initialization.he();
        RandomState random = new RandomState(0);
        Convolution whole = Convolution.of(1, 5, 28, 1, 0, he, random);
        Networks.save(file, new Sequential(whole, Affine.of(5, 10, he, random), new Pooling(2, 2, 2, 0)));
        assertThat(refused("--evaluate", file.toString()))
                .contains("expected a network for images of 28x28 and ten classes, found Sequential(");
    }

    private static List<String> predictions(List<String> lines) {
        return lines.stream()
                .filter(line -> line.contains(", prediction "))
                .map(line -> line.substring(line.length() - 1))
                .toList();
    }

    @Test
    void showPrintsPredictionsOfTheTrainedOrResumedNetwork() throws IOException {
        Path state = folder.resolve("state.npz");
        List<String> trained = run("--steps", "1", "--lr", "3", "--save", state.toString(), "--show", "4");
        List<String> resumed = run("--steps", "0", "--resume", state.toString(), "--show", "4");
        NDArray images = Mnist.options().normalize(false).loadTest().images().get(Index.to(4));
        List<String> expected = new ArrayList<>();
        for (long digit : Classifier.load(state).probabilities(images).argmax(1).toLongArray()) {
            expected.add(Long.toString(digit));
        }
        // The book's network would be right.
        assertThat(expected).isNotEqualTo(List.of("7", "2", "1", "0"));
        assertThat(predictions(trained)).isEqualTo(expected);
        assertThat(predictions(resumed)).isEqualTo(expected);
    }

    @Test
    void aTrainingWritesTheResultsOfEachEpoch() throws IOException {
        Path csv = folder.resolve("a.csv");
        Path svg = folder.resolve("a.svg");
        List<String> lines = run(
                "--steps",
                "7",
                "--batch",
                "12000",
                "--hidden",
                "5",
                "--csv",
                csv.toString(),
                "--curves",
                svg.toString());
        List<String> rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(3);
        String[] cells = rows.get(1).split(",", -1);
        assertThat(cells[0]).isEqualTo("5");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("epoch 1: loss " + cells[1] + ", train accuracy " + cells[2]
                        + ", test accuracy " + cells[3] + ", "));
        assertThat(rows.get(2)).startsWith("7,");
        assertThat(Files.readString(svg)).contains(">step 7</text>").endsWith("</svg>\n");
        assertThat(refused("--csv", folder.toString())).startsWith(folder + ": ");
    }

    /** Writes ten images to train on and ten to test with, in the format of MNIST's files. */
    private void writeImages(int size, int label) throws IOException {
        for (String name : new String[] {"train", "t10k"}) {
            ByteBuffer images = ByteBuffer.allocate(16 + 10 * size * size);
            images.putInt(0x803).putInt(10).putInt(size).putInt(size);
            ByteBuffer labels = ByteBuffer.allocate(18).putInt(0x801).putInt(10);
            for (int i = 0; i < 10; i++) {
                images.put(16 + i * size * size + i, (byte) 255);
                labels.put(8 + i, (byte) label);
            }
            Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.array());
            Files.write(folder.resolve(name + "-labels-idx1-ubyte"), labels.array());
        }
    }

    @Test
    void theMainJobTrainsOnAnyImagesOfTheRightShape() throws IOException {
        writeImages(28, 3);
        List<String> lines =
                run("--data", folder.toString(), "--any-content", "--steps", "30", "--batch", "5", "--show", "1");
        assertThat(lines.get(0)).isEqualTo("test images: (10, 784), labels: (10,)");
        assertThat(lines)
                .contains("final test accuracy: 1.0000")
                .last()
                .asString()
                .isEmpty();
        assertThat(lines).noneMatch(line -> line.contains("pixels from"));
    }

    @Test
    void theMainJobRefusesImagesOfAnotherShape() throws IOException {
        writeImages(20, 3);
        String what = folder + ": images of 28x28 pixels with labels from 0 to 9 are needed\n";
        assertThat(refused("--data", folder.toString(), "--any-content")).isEqualTo(what);
        writeImages(28, 10);
        assertThat(refused("--data", folder.toString(), "--any-content")).isEqualTo(what);
    }

    @Test
    void fashionMnistIsAcceptedByItsChecksumsOnly() throws IOException {
        assertThat(refused("--dataset", "fashion", "--data", folder.toString()))
                .startsWith(folder.resolve("t10k-images-idx3-ubyte.gz") + ": no such file; it is one of the four");
        for (String name : new String[] {"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
            Files.copy(Path.of("data", name), folder.resolve(name));
        }
        assertThat(refused("--dataset", "fashion", "--data", folder.toString()))
                .contains("expected the file of Fashion-MNIST, with MD5 bef4ecab320f06d8554ea6380940ec79, found ");
    }

    @Test
    void theMainJobKnowsTheClassNamesOfFashionMnist() throws IOException {
        ClassNames fashion = new DataSource(Optional.empty(), DatasetKind.FASHION, false).classNames();
        assertThat(fashion.of(9)).isEqualTo("Ankle boot");
        fashion.printLegend(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(10).startsWith("    0  T-shirt/top");
        assertThat(ClassNames.DIGITS.of(9)).isEqualTo("9");
    }

    /** Files are searched as {@link Mnist#load()} does it, here in the folder that a property names. */
    @Test
    void filesAreFoundInTheNamedFolderOrInThoseOfTheLibrary() throws IOException {
        Path file = Files.createFile(folder.resolve("deep_convnet_params.pkl"));
        String name = file.getFileName().toString();
        assertThat(new DataSource(Optional.of(folder)).find(name)).contains(file);
        assertThat(new DataSource(Optional.of(folder)).find("missing.pkl")).isEmpty();
        assertThat(new DataSource(Optional.empty()).find("missing.pkl")).isEmpty();
        String before = System.getProperty("dlfs4j.data");
        System.setProperty("dlfs4j.data", folder.toString());
        try {
            assertThat(new DataSource(Optional.empty()).find(name)).contains(file);
        } finally {
            if (before == null) {
                System.clearProperty("dlfs4j.data");
            } else {
                System.setProperty("dlfs4j.data", before);
            }
        }
    }
}
