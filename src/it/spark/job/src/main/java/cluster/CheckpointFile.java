package cluster;

import io.github.dlfs4j.training.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** A checkpoint where Hadoop reads and writes, such as on HDFS. */
record CheckpointFile(FileContext storage, Path path) {
    /** @param path such as hdfs://namenode:8020/user/me/training.npz */
    static CheckpointFile of(Path path, Configuration hadoop) throws IOException {
        return new CheckpointFile(FileContext.getFileContext(path.toUri(), hadoop), path);
    }

    boolean exists() throws IOException {
        return storage.util().exists(path);
    }

    Checkpoint read() throws IOException {
        try (InputStream in = storage.open(path)) {
            return Checkpoint.read(in, path.toString());
        }
    }

    /** On HDFS, the old file or the new one is there at each moment, complete. */
    void write(Checkpoint checkpoint) throws IOException {
        Path beside = path.suffix(".new");
        EnumSet<CreateFlag> flags = EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE);
        try (FSDataOutputStream out = storage.create(beside, flags, CreateOpts.createParent())) {
            checkpoint.write(out);
            out.hsync();
        }
        storage.rename(beside, path, Rename.OVERWRITE);
    }
}
