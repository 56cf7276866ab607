package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many methods of the library an operation passes on its way to its loop, with that of the loop. */
@BothKernels
class DoorsTest {
    @ParameterizedTest
    @CsvSource({"add, 5", "exp, 6", "sum(1), 7", "dot, 9", "dot into an array, 9"})
    void aLoopIsFewMethodsAway(String operation, int most) throws IOException, InterruptedException {
        // Compiled loops have few places where a stack can be read; the interpreter has them everywhere.
        List<String> way = JavaProcess.run(JavaProcess.withThisKernel("-Xint"), WayToLoop.class, operation);

        assertThat(way).as(operation).hasSizeBetween(3, most);
    }
}
