package cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** HDFS on this machine: a name node and a data node, a process each, from the jar that Maven fetched. */
final class LocalHdfs implements AutoCloseable {
    private static final String SERVERS = Servers.TARGET.resolve("hdfs/*").toString();
    private static final String NAME_NODE = "org.apache.hadoop.hdfs.server.namenode.NameNode";
    private static final String DATA_NODE = "org.apache.hadoop.hdfs.server.datanode.DataNode";
    private static final String ANY_PORT = Servers.HERE + ":0";

    private final int port = Servers.freePort();
    private final List<Process> processes = new ArrayList<>();

    LocalHdfs() throws IOException, InterruptedException {
        Files.createDirectories(Servers.FOLDER);
        Path folder = Files.createTempDirectory(Servers.FOLDER, "hdfs");
        List<String> settings = settings(folder);
        List<String> format = new ArrayList<>(settings);
        format.add("-format");
        if (start("name-node", NAME_NODE, format).waitFor() != 0) {
            throw new IOException("HDFS cannot be made, see " + Servers.FOLDER.resolve("name-node.log"));
        }
        try {
            processes.add(start("name-node", NAME_NODE, settings));
            processes.add(start("data-node", DATA_NODE, settings));
            Servers.awaitListening(processes.get(0), port);
            awaitRoom();
        } catch (IOException | InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private List<String> settings(Path folder) {
        Map<String, String> settings = Map.of(
                "fs.defaultFS", uri(),
                "dfs.namenode.name.dir", folder.resolve("names").toUri().toString(),
                "dfs.namenode.http-address", ANY_PORT,
                "dfs.datanode.data.dir", folder.resolve("data").toUri().toString(),
                "dfs.datanode.address", ANY_PORT,
                "dfs.datanode.http.address", ANY_PORT,
                "dfs.datanode.ipc.address", ANY_PORT);
        List<String> arguments = new ArrayList<>();
        settings.forEach((key, value) -> arguments.addAll(List.of("-D", key + "=" + value)));
        return arguments;
    }

    private static Process start(String name, String main, List<String> arguments) throws IOException {
        return Servers.start(name, List.of(SERVERS, Servers.SPARK, Servers.TESTS), main, arguments);
    }

    /** Waits until the data node is known to the name node. */
    private void awaitRoom() throws IOException, InterruptedException {
        try (FileSystem files = FileSystem.newInstance(URI.create(uri()), new Configuration())) {
            for (int i = 0; files.getStatus().getCapacity() == 0; i++) {
                if (i == Servers.PATIENCE) {
                    throw new IOException("no data node, see " + Servers.FOLDER.resolve("data-node.log"));
                }
                Thread.sleep(100);
            }
        }
    }

    String uri() {
        return "hdfs://" + Servers.HERE + ":" + port;
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }
}
