package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One result on every machine: no class of the library calls a function whose last bit is the virtual machine's. */
class PortableFunctionsTest {
    /** Java's functions that may err by more than half an ulp. */
    private static final Pattern FREE = Pattern.compile(
            "java/lang/Math\\.(a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot)");

    @Test
    void noClassCallsFunctionsWhoseLastBitVaries() throws IOException {
        Set<String> calls = new TreeSet<>();
        int classes = 0;
        try (Stream<Path> files = Files.walk(Path.of("target", "classes", "io", "github", "dlfs4j"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                classes++;
                for (String method : ConstantPool.of(file).methods()) {
                    if (FREE.matcher(method).matches()) {
                        calls.add(file.getFileName() + " calls " + method);
                    }
                }
            }
        }
        assertThat(calls).isEmpty();
        assertThat(classes).isPositive();
    }
}
