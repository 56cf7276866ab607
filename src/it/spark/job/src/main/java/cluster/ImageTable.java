package cluster;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Images as a table. Written as Parquet, each machine reads a part of it.
 *
 * <p>The program writes MNIST's training images. Its argument says where to.
 */
public final class ImageTable {
    static final String POSITION = "position";
    static final String IMAGE = "image";
    static final String LABEL = "label";

    private static final StructType COLUMNS = StructType.fromDDL("position INT, image BINARY, label INT");

    private ImageTable() {}

    public static void main(String[] args) throws IOException {
        Samples training = Mnist.options().normalize(false).loadTraining();
        try (SparkSession spark = SparkSession.builder().getOrCreate()) {
            of(spark, training).write().parquet(args[0]);
        }
    }

    static Dataset<Row> of(SparkSession spark, Samples samples) {
        int[] labels = samples.labels().toIntArray();
        List<Row> rows = IntStream.range(0, labels.length)
                .mapToObj(i -> RowFactory.create(i, pixels(samples.images().get(i)), labels[i]))
                .toList();
        return spark.createDataFrame(rows, COLUMNS);
    }

    private static byte[] pixels(NDArray image) {
        return image.ravel().toByteArray();
    }
}
