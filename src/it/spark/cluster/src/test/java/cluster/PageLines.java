package cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The lines of src/docs/spark.md that start a class on the cluster. */
final class PageLines {
    private static final Pattern BLOCK =
            Pattern.compile("```bash\\n(spark-submit --master \"\\$MASTER\" .*?)```", Pattern.DOTALL);

    private PageLines() {}

    static String starting(Class<?> main) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of(System.getProperty("page"))))
                .results()
                .map(block -> block.group(1))
                .filter(line -> line.contains(" --class " + main.getName() + " "))
                .findFirst()
                .orElseThrow();
    }
}
