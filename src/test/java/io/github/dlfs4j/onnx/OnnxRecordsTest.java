package io.github.dlfs4j.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.onnx.operator.Operators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operator gives what ONNX Runtime gives, in the forms of its versions. */
class OnnxRecordsTest {
    private static final Map<String, List<OnnxCase>> RECORDS = new TreeMap<>();

    static Set<String> operators() throws IOException {
        OnnxCase.in("records.zip.gz")
                .forEach(record -> RECORDS.computeIfAbsent(record.name().split("-", -1)[1], name -> new ArrayList<>())
                        .add(record));
        return RECORDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void anOperatorGivesTheOutputsOfTheRuntime(String operator) throws IOException {
        for (OnnxCase record : RECORDS.get(operator)) {
            record.check(2e-6, 1e-6);
        }
    }

    @Test
    void thereAreRecordsOfEveryOperator() throws IOException {
        assertThat(operators()).isEqualTo(Operators.names());
    }

    @Test
    void thePageListsEveryOperator() throws IOException {
        String page = Files.readString(Path.of("src", "docs", "pytorch.md"));
        String table = page.substring(page.indexOf("| kind | operators |"), page.indexOf("What is not in this list"));
        List<String> listed = Pattern.compile("\\b[A-Z]\\w+")
                .matcher(table)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
        assertThat(listed).containsExactlyElementsOf(Operators.names());
    }
}
