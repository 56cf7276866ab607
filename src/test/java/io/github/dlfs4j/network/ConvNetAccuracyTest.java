package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The accuracies of sections 7.5 and 8.1, which Python computes from the same weights. */
class ConvNetAccuracyTest {
    private static final int ALL = 10_000;

    private static Dataset testImages(int count, DType dtype) throws IOException {
        Samples test = Mnist.options().normalize(false).flatten(false).loadTest();
        Index first = Index.to(count);
        return Dataset.of(test.images().get(first), test.labels().get(first))
                .prepared(images -> images.astype(dtype).divi(255));
    }

    @Test
    void theSimpleConvNetIsAsAccurateAsInPythonOnAThousand() throws IOException {
        Path pickle = BookFile.SIMPLE_CONV_NET.showing("its accuracy of 0.961");
        assertThat(testImages(1000, DType.FLOAT64).accuracy(SimpleConvNet.load(pickle)))
                .isEqualTo(0.961);
    }

    @Test
    void theDeepConvNetIsAsAccurateAsInPythonOnAThousand() throws IOException {
        Path pickle = BookFile.DEEP_CONV_NET.showing("its accuracy of 0.976");
        assertThat(testImages(1000, DType.FLOAT64).accuracy(DeepConvNet.load(pickle)))
                .isEqualTo(0.976);
    }

    @Test
    @Tag("long")
    void theSimpleConvNetIsAsAccurateAsInPython() throws IOException {
        Path pickle = BookFile.SIMPLE_CONV_NET.showing("its accuracy of 0.96");
        assertThat(testImages(ALL, DType.FLOAT64).accuracy(SimpleConvNet.load(pickle)))
                .isEqualTo(0.96);
    }

    @Test
    @Tag("long")
    void theDeepConvNetIsAsAccurateAsInPython() throws IOException {
        Path pickle = BookFile.DEEP_CONV_NET.showing("its accuracy of 0.9797");
        assertThat(testImages(ALL, DType.FLOAT64).accuracy(DeepConvNet.load(pickle)))
                .isEqualTo(0.9797);
    }

    /** Half precision, section 8.3.4. */
    @Test
    @Tag("long")
    void halfPrecisionIsEnoughForTheDeepConvNet() throws IOException {
        Sequential net = DeepConvNet.load(BookFile.DEEP_CONV_NET.showing("its accuracy of 0.9798 in half precision"));
        Map<String, NDArray> half = new HashMap<>();
        net.parameters()
                .forEach((name, array) ->
                        half.put(name, array.astype(DType.FLOAT32).roundToFloat16()));
        Dataset images = testImages(ALL, DType.FLOAT32);
        Dataset rounded = images.prepared(x -> images.preparation().apply(x).roundToFloat16());
        assertThat(rounded.accuracy(DeepConvNet.of(half, new RandomState(0)))).isEqualTo(0.9798);
    }
}
