package io.github.dlfs4j.book;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TorchWeights;
import io.github.dlfs4j.network.VariableNetwork;
import io.github.dlfs4j.optimizer.AdamW;
import io.github.dlfs4j.optimizer.CosineDecay;
import io.github.dlfs4j.optimizer.LinearWarmUp;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the language model that comes with the page, in some two minutes:
 *
 * <pre>
 * mvn -q test-compile
 * java -cp target/classes:target/test-classes io.github.dlfs4j.book.PageModel \
 *     src/book/resources/io/github/dlfs4j/book/language-model.safetensors
 * </pre>
 *
 * The file is a state dict of PyTorch in float16, with the number of heads and the alphabet besides.
 */
public final class PageModel {
    private static final LanguageModel.Size SIZE = new LanguageModel.Size(64, 64, 4, 2);
    /** Twice the steps of batches of half the usual length: in a time so short, these learn more. */
    private static final int BATCH = 8;

    private static final int STEPS = 4000;
    private static final double LEARNING_RATE = 0.004;

    private PageModel() {}

    /**
     * Trains and writes.
     *
     * @param args the file
     * @throws IOException if the novel cannot be read, or the file not be written
     */
    public static void main(String[] args) throws IOException {
        Novel novel = Novel.read(Novel.FILE);
        RandomState random = new RandomState(0);
        LanguageModel model = new LanguageModel(SIZE, novel.vocabulary().size(), random);
        VariableNetwork network = model.network();
        Batches batches = Batches.random(Novel.pieces(novel.train(), SIZE.context(), 1), BATCH, random);
        new Trainer(network, new AdamW(LEARNING_RATE), batches)
                .learningRate(new LinearWarmUp(100, new CosineDecay(LEARNING_RATE, LEARNING_RATE / 10, STEPS)))
                .clipGradients(1)
                .run(STEPS);
        System.out.println(
                Output.format("%.3f bits per character of what it has not seen", model.bits(network, novel)));
        write(Path.of(args[0]), model, novel);
    }

    static void write(Path file, LanguageModel model, Novel novel) throws IOException {
        Map<String, NDArray> content = new TreeMap<>(TorchWeights.of(model).stateDict());
        content.put(StoredLanguageModel.HEADS, NDArray.scalar((long) SIZE.heads()));
        long[] alphabet =
                novel.vocabulary().stream().mapToLong(Integer::longValue).toArray();
        content.put(StoredLanguageModel.ALPHABET, NDArray.of(alphabet));
        Safetensors.writeFloat16(file, content, Map.of("format", "pt"));
    }
}
