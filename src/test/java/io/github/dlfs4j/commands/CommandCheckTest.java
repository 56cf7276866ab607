package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command names and does not exist is found. */
class CommandCheckTest {
    private static final ProgramOptions OPTIONS = ProgramOptions.of(List.of("--show N             draw N images"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mvn -Pcoverage,coverages test                                 | -Pcoverage,coverages
            mvn test -Dgroups=fuzz,fuzzy                                  | fuzzy
            mvn verify -Dit=sparc                                         | src/it/sparc
            mvn -q verfy                                                  | verfy
            mvn -x spotless:apply                                         | -x
            mvn spotles:apply                                             | spotles:apply
            mvn test -DTest=DotTest                                       | -DTest
            mvn test -Dtest=DottTest                                      | DottTest
            mvn test -Dtest=DotTest,DottTest                              | DottTest
            mvn -s .mvn/centre.xml deploy                                 | .mvn/centre.xml
            mvn compile exec:java -Dchapter=9                             | io.github.dlfs4j.book.Chapter09
            mvn compile exec:java -Dexec.args="--show 1 --shew 2"         | --shew
            mvn compile exec:java -Dexec.mainClass=io.github.dlfs4j.No    | io.github.dlfs4j.No
            java -cp target/classes io.github.dlfs4j.app.Main --shew 1    | --shew
            java -cp target/classes:target/test-classes io.github.None a  | io.github.None
            java --add-modules java.tables                                | java.tables
            --shew 1                                                      | --shew
            jlink --add-modules io.github.dlfs4j,java.tables              | java.tables
            jlink --launcher a=io.github.dlfs4j/io.github.dlfs4j.None     | io.github.dlfs4j.None
            target/image/bin/dlfs4j --shew 1                              | --shew
            python3 src/test/python/none.py                               | src/test/python/none.py
            python3 src/test/python/compare.py --java /path/to/a --shrt   | --shrt
            python3 src/test/python/compare.py shrt                       | shrt
            git diff src/none.tsv                                         | src/none.tsv
            export NONE                                                   | export NONE
            .ci/ran                                                       | .ci/ran
            """)
    void whatACommandNamesAndDoesNotExistIsFound(String command, String missing) throws Exception {
        assertThat(CommandCheck.missing(new Command(Path.of("page"), 1, command), Pom.read(), OPTIONS))
                .containsExactly(missing);
    }
}
