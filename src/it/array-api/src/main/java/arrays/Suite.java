package arrays;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the suite, or says what it lacks: its arguments are the checkout, a folder for a copy of it, a module and a
 * seed.
 */
final class Suite {
    private static final List<String> PROGRAMS = List.of("python3", "git");
    private static final List<String> MODULES = List.of("numpy", "pytest", "hypothesis");
    private static final List<String> FOLDERS =
            List.of("array_api_tests", "array-api/src/array_api_stubs/_2024_12", "array-api/spec/2024.12");

    private Suite() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> missing = missing(args[0]);
        if (missing.isEmpty()) {
            System.exit(run(List.of("python3", "run.py", args[0], args[1], args[2], args[3]), true));
        }
        System.out.println("array-api-tests skipped, for there is no " + String.join(" and no ", missing));
    }

    private static List<String> missing(String checkout) throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        if (checkout.isBlank()) {
            missing.add("-Darray-api-tests=FOLDER, a checkout of data-apis/array-api-tests");
        } else {
            for (String folder : FOLDERS) {
                if (!Files.isDirectory(Path.of(checkout, folder))) {
                    missing.add("folder " + folder + " in " + checkout);
                }
            }
        }
        for (String program : PROGRAMS) {
            if (run(List.of(program, "--version"), false) != 0) {
                missing.add("program " + program);
            }
        }
        if (!missing.contains("program python3")) {
            for (String module : MODULES) {
                if (run(List.of("python3", "-c", "import " + module), false) != 0) {
                    missing.add("Python module " + module);
                }
            }
        }
        return missing;
    }

    private static int run(List<String> command, boolean isShown) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (isShown) {
            builder.inheritIO();
        } else {
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        }
        // For the process that run.py starts.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            if (isShown) {
                throw e;
            }
            return -1;
        }
    }
}
