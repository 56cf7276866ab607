package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class FailureReportTest {
    /** Like all classes inside of others, this one is run by the program below alone. */
    static final class Failing {
        @Tag("fuzz")
        @ParameterizedTest
        @ValueSource(ints = {3, 4, 5})
        void aSquareIsNine(int seed) {
            assertThat(seed * seed).isEqualTo(9);
        }

        @Test
        void aTestBesideAFailingOnePasses() {
            assertThat(Failing.class).isNotNull();
        }
    }

    static final class NotSetUp {
        @BeforeAll
        static void setUp() {
            assertThat(NotSetUp.class).isNull();
        }

        @Test
        void aTestThatIsNotSetUpPasses() {
            assertThat(NotSetUp.class).isNotNull();
        }
    }

    static final class Passing {
        @Test
        void aTestPasses() {
            assertThat(Passing.class).isNotNull();
        }
    }

    /** Runs tests of classes, and what they print goes nowhere, as Maven has it. */
    static final class Program {
        private Program() {}

        public static void main(String... classes) throws ClassNotFoundException {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
            System.setOut(nowhere);
            System.setErr(nowhere);
            FailureReport report = new FailureReport();
            for (String name : classes) {
                LauncherDiscoveryRequest tests = LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Class.forName(name)))
                        .build();
                LauncherFactory.create().execute(tests, report);
            }
        }
    }

    private static List<String> printed(Class<?>... classes) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Ddlfs4j.kernel=plain", "-Ddlfs4j.seed=7"));
        command.addAll(List.of("-XX:ActiveProcessorCount=3", "-Duser.language=tr", "-Duser.country=TR"));
        String libraries = System.getProperty("java.class.path");
        command.addAll(
                List.of("-cp", String.join(File.pathSeparator, "target/classes", "target/test-classes", libraries)));
        command.add(Program.class.getName());
        for (Class<?> each : classes) {
            command.add(each.getName());
        }
        return JavaProcess.run(new ProcessBuilder(command).redirectErrorStream(true));
    }

    @Test
    void theReportNamesMachineAndCommandOfTheFirstFailure() throws Exception {
        String test = "FailureReportTest$Failing#aSquareIsNine";
        assertThat(printed(Failing.class))
                .singleElement()
                .asString()
                .startsWith("Please report: " + test + ", case [2] 4 and 1 more, failed on ")
                .contains(", " + System.getProperty("os.arch") + ", ")
                .containsPattern(", 3 processors, vectors of [0-9]+ bits, kernel plain, JDK ")
                .contains("JDK " + Runtime.version() + ", tr_TR, ")
                .endsWith(", seed 7; again: mvn test -Dtest='" + test + "' -Dgroups=fuzz -Ddlfs4j.seed=7");
    }

    @Test
    void theReportNamesAClassThatCannotBegin() throws Exception {
        assertThat(printed(NotSetUp.class))
                .singleElement()
                .asString()
                .startsWith("Please report: FailureReportTest$NotSetUp, case ")
                .contains("; again: mvn test -Dtest='FailureReportTest$NotSetUp' ");
    }

    @Test
    void theReportSaysNothingOfTestsThatPass() throws Exception {
        assertThat(printed(Failing.class, Passing.class)).hasSize(1);
    }

    /** Without it, Maven would not know of the listener. */
    @Test
    void thePomNamesTheFailureReport() throws Exception {
        assertThat(Pages.text(Path.of("pom.xml"))).contains("<value>" + FailureReport.class.getName() + "</value>");
    }
}
