package io.github.dlfs4j.app.serving;

import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Interruption;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.option.NetworkKind;
import io.github.dlfs4j.app.option.NetworkOptions;
import io.github.dlfs4j.app.option.OptimizerKind;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.page.MainJob;
import io.github.dlfs4j.app.page.Page;
import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Server;
import io.github.dlfs4j.app.page.training.Course;
import io.github.dlfs4j.app.page.training.Field;
import io.github.dlfs4j.app.page.training.Learner;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.app.training.MemoryNeed;
import io.github.dlfs4j.app.training.TrainingSetup;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.optimizer.Optimizer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Serves the page until the process is asked to end. */
public final class Serving implements MainJob {
    /** A module of the JDK that the library requires only when it is compiled. */
    private static final String WEB_SERVER = "jdk.httpserver";

    /** The folder that trainings of the page are saved to. */
    public static final Path SAVES = Path.of("trainings");

    private static Optional<Book> book = Optional.empty();

    private final DataSource data;
    private Optional<Samples> test = Optional.empty();

    /**
     * Creates what the page needs from the main job.
     *
     * @param data where images and weights come from
     */
    public Serving(DataSource data) {
        this.data = data;
    }

    /**
     * Lets the page show the book, which is no part of the library.
     *
     * @param chapters what a program that has them hands in before it runs the main job
     */
    public static void show(Book chapters) {
        book = Optional.of(chapters);
    }

    /**
     * Serves the page until the process is asked to end. Then it stops the training and saves it, if it was saved or
     * resumed before.
     *
     * @param data where images and weights come from
     * @param port the port; empty for 8080, or a free one if 8080 is taken
     * @param out where the address is printed
     * @throws Refusal if Java has no web server, or the port is taken
     * @throws IOException if the data cannot be used
     */
    public static void run(DataSource data, Optional<Integer> port, PrintStream out) throws IOException {
        if (ModuleLayer.boot().findModule(WEB_SERVER).isEmpty()) {
            throw new Refusal("--serve needs the web server of the JDK: add --add-modules " + WEB_SERVER + " to java");
        }
        try (Page page = Page.open(new Serving(data), port, SAVES, Limits.USUAL)) {
            serve(page, out);
        } catch (BindException e) {
            throw new Refusal("port %s is not available: %s".formatted(port.orElse(Server.PORT), e.getMessage()));
        }
    }

    /** Waits for the request to end. Before, while the data are loaded, there is nothing to save, and Java exits. */
    @SuppressWarnings("try") // the interruption is used by being open
    private static void serve(Page page, PrintStream out) {
        CountDownLatch end = new CountDownLatch(1);
        try (Interruption interruption = new Interruption(end::countDown)) {
            out.println("dlfs4j is at " + page.address() + " (Ctrl-C ends it)");
            out.flush();
            end.await();
            page.stopTraining().forEach(out::println);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<Book> book() {
        return book;
    }

    @Override
    public List<Field> fields() {
        return book.map(with -> with.fields(TrainingForm.FIELDS)).orElse(TrainingForm.FIELDS);
    }

    @Override
    public Map<String, DoubleFunction<Optimizer>> optimizers() {
        Map<String, DoubleFunction<Optimizer>> optimizers = new LinkedHashMap<>();
        for (OptimizerKind kind : OptimizerKind.values()) {
            optimizers.put(kind.toString(), kind::create);
        }
        return optimizers;
    }

    @Override
    public synchronized Samples testImages() throws IOException {
        if (test.isEmpty()) {
            test = Optional.of(data.loadTest());
        }
        return test.get();
    }

    @Override
    public List<Model> networks() throws IOException {
        List<Model> models = new ArrayList<>();
        models.add(threeLayer("jar", ThreeLayerNet.pretrained().parameters()));
        models.add(model("conv", () -> "LeNet", LeNet.pretrained(), NetworkKind.SIMPLE_CONV::prepare));
        data.loadWeights().ifPresent(weights -> models.add(threeLayer("book", weights)));
        addIfThere(models, NetworkKind.SIMPLE_CONV, "simple_convnet_params.pkl", SimpleConvNet::load);
        addIfThere(models, NetworkKind.DEEP_CONV, "deep_convnet_params.pkl", DeepConvNet::load);
        return models;
    }

    private static Model model(
            String id, Supplier<String> shape, Sequential network, UnaryOperator<NDArray> preparation) {
        return new Model(id, () -> Words.PAGE.of("network." + id), shape, network, preparation);
    }

    private static Model threeLayer(String id, Map<String, NDArray> weights) {
        return model(id, () -> "784-50-100-10", dense(weights, Sigmoid::new), NetworkKind.TWO_LAYER::prepare);
    }

    /** Builds the layers of a dense network with one activation function. They share the arrays of the network. */
    private static Sequential dense(Map<String, NDArray> weights, Supplier<Layer> activation) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; weights.containsKey("W" + i); i++) {
            if (i > 1) {
                layers.add(activation.get());
            }
            layers.add(new Affine(weights.get("W" + i), weights.get("b" + i)));
        }
        return new Sequential(layers.toArray(Layer[]::new));
    }

    /** Reads a network from a file. */
    private interface Loader {
        Sequential load(Path file) throws IOException;
    }

    private void addIfThere(List<Model> models, NetworkKind kind, String fileName, Loader loader) throws IOException {
        Optional<Path> file = data.find(fileName);
        if (file.isPresent()) {
            models.add(model(kind.toString(), () -> "ConvNet", loader.load(file.get()), kind::prepare));
        }
    }

    @Override
    public Course prepare(Map<String, String> values, Optional<Path> file) throws Refused {
        try {
            Optional<Course> other =
                    book.isEmpty() ? Optional.empty() : book.get().course(values, file);
            return other.isPresent() ? other.get() : ofDigits(values, file);
        } catch (IOException | Refusal e) {
            String line = e instanceof IOException of ? trouble(of) : Excerpt.whole(e.getMessage());
            throw file.isPresent() ? Refused.because("resume", line) : new Refused(line);
        }
    }

    private Course ofDigits(Map<String, String> values, Optional<Path> file) throws IOException, Refused {
        Options options = TrainingForm.options(values, data, file);
        try {
            TrainingSetup setup = TrainingSetup.of(options, testImages());
            return new Course(
                    Learner.ofDigits(model(setup), setup.life().sets(), testImages()),
                    () -> name(setup),
                    values,
                    setup.life());
        } catch (OutOfMemoryError e) {
            throw MemoryNeed.refusal(options);
        }
    }

    private static String name(TrainingSetup setup) {
        return Words.PAGE.of(
                "train.run",
                setup.plan().optimizer(),
                NDArray.scalar(setup.life().optimizer().learningRate()),
                setup.plan().batch());
    }

    /** Returns the network of a training. It shares the arrays, so it follows what the network learns. */
    private static Model model(TrainingSetup setup) {
        NetworkOptions network = setup.plan().network();
        Sequential layers = setup.life().network() instanceof Sequential sequential
                ? sequential
                : dense(setup.life().network().parameters(), Relu::new);
        return model("trained", network::toString, layers, network::prepare);
    }

    @Override
    public String trouble(IOException e) {
        return Excerpt.whole(FileTrouble.line(e));
    }
}
