package cluster;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.training.Checkpoint;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Trains a network on a cluster; killed and started again, it goes on. Spark's checkpoint has the parts as they lie on
 * the machines, the library's the network and the optimiser, and says where Spark's is.
 *
 * <p>Arguments: a table of images, a folder for the checkpoints, how many steps.
 */
public final class TrainMnist {
    static final int PARTS = 4;
    static final int SIZE = 25;
    static final int SAVE_EVERY = 10;

    private TrainMnist() {}

    static TwoLayerNet network() {
        return new TwoLayerNet(784, 50, 10, new RandomState(0));
    }

    static Momentum optimizer() {
        return new Momentum(0.1);
    }

    public static void main(String[] args) throws IOException {
        long steps = Long.parseLong(args[2]);
        try (SparkSession session = SparkSession.builder().getOrCreate()) {
            JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
            spark.setCheckpointDir(args[1]);
            CheckpointFile file = CheckpointFile.of(new Path(args[1], "training.npz"), spark.hadoopConfiguration());
            Checkpoint last = file.exists() ? file.read() : null;

            JavaRDD<Part> parts = last == null
                    ? PartsOnSpark.of(session.read().parquet(args[0]), PARTS, 784)
                            .cache()
                    : spark.<Part>checkpointFile(last.description()).cache();
            if (last == null) {
                parts.checkpoint();
                parts.count();
            }
            String partsFolder = last == null ? parts.getCheckpointFile().get() : last.description();

            DataParallelTraining training =
                    new DataParallelTraining(network(), optimizer(), new PartsOnSpark(parts, SIZE));
            if (last != null) {
                training.restore(last);
            }
            System.out.println("from step " + training.steps());
            while (training.steps() < steps) {
                System.out.println(training.step());
                if (training.steps() % SAVE_EVERY == 0 || training.steps() == steps) {
                    file.write(training.checkpoint(partsFolder));
                }
            }
        }
    }
}
