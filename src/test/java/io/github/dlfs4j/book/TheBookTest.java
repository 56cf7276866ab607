package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.Pages;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The table of src/docs/the-book.md is complete: it has each method, each figure, and all Python files of the book. */
class TheBookTest {
    private static final String ROOT = "io.github.dlfs4j.";

    /** The Python files of the book's repository, except those that the page names above the table. */
    private static final List<String> PYTHON_FILES =
            Stream.of("""
            ch01/img_show ch01/simple_graph ch01/sin_cos_graph ch01/sin_graph
            ch02/and_gate ch02/nand_gate ch02/or_gate ch02/xor_gate
            ch03/mnist_show ch03/neuralnet_mnist ch03/neuralnet_mnist_batch ch03/relu ch03/sig_step_compare
            ch03/sigmoid ch03/step_function
            ch04/gradient_1d ch04/gradient_2d ch04/gradient_method ch04/gradient_simplenet ch04/train_neuralnet
            ch04/two_layer_net
            ch05/buy_apple ch05/buy_apple_orange ch05/gradient_check ch05/layer_naive ch05/train_neuralnet
            ch05/two_layer_net
            ch06/batch_norm_gradient_check ch06/batch_norm_test ch06/hyperparameter_optimization
            ch06/optimizer_compare_mnist ch06/optimizer_compare_naive ch06/overfit_dropout ch06/overfit_weight_decay
            ch06/weight_init_activation_histogram ch06/weight_init_compare
            ch07/apply_filter ch07/gradient_check ch07/simple_convnet ch07/train_convnet ch07/visualize_filter
            ch08/deep_convnet ch08/half_float_network ch08/misclassified_mnist ch08/train_deepnet
            common/functions common/gradient common/layers common/multi_layer_net common/multi_layer_net_extend
            common/optimizer common/trainer common/util
            dataset/mnist""".split("\\s+", -1)).map(name -> name + ".py").toList();

    private static List<Row> rows;

    /** A row of the table; an empty cell is an empty string. */
    private record Row(String section, String python, String method, String figure) {
        /** Returns the number at the beginning of the section. */
        String number() {
            return section.split(" ", -1)[0];
        }
    }

    @BeforeAll
    static void read() throws IOException {
        rows = Files.readAllLines(Path.of("src", "docs", "the-book.md")).stream()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .map(cells -> {
                    assertThat(cells).hasSize(6);
                    return new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4));
                })
                .toList();
        assertThat(rows).hasSizeGreaterThan(100);
    }

    @Test
    void everyMethodOnThePageOfTheBookExists() {
        assertThat(rows).allSatisfy(row -> {
            int dot = row.method().lastIndexOf('.');
            String type = row.method().substring(0, dot);
            Class<?> declaring = Class.forName(ROOT + (type.contains(".") ? type : "book." + type));
            assertThat(declaring.getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(row.method().substring(dot + 1));
        });
    }

    @Test
    void theTableOfTheBookHasEveryPythonFileAndNoOthers() {
        assertThat(rows.stream().map(Row::python).filter(file -> !file.isEmpty()))
                .containsAll(PYTHON_FILES)
                .isSubsetOf(PYTHON_FILES);
    }

    @Test
    void theTableOfTheBookHasEveryFigureWithItsSection() {
        Set<String> drawn = BookForPage.CHAPTERS.stream()
                .flatMap(chapter -> chapter.drawings().stream())
                .map(Chapter.Drawing::name)
                .collect(Collectors.toSet());
        List<Row> withFigure =
                rows.stream().filter(row -> !row.figure().isEmpty()).toList();
        assertThat(withFigure.stream().map(Row::figure)).containsAll(drawn).isSubsetOf(drawn);
        assertThat(withFigure).allSatisfy(row -> assertThat(row.figure()).startsWith(row.number() + "-"));
    }

    @Test
    void placesWhereReadersGetStuckAreInTheOrderOfTheBook() throws IOException {
        String page = Pages.text(Pages.of("stuck.md"));
        assertThat(page).contains("\nNineteen places where readers");
        assertThat(page.lines().filter(line -> line.startsWith("## ")).map(line -> line.split(" ", -1)[1]))
                .hasSize(19)
                .isSorted();
    }

    @Test
    void theTableOfTheBookHasEverySectionThatPrints() {
        Set<String> numbers = rows.stream().map(Row::number).collect(Collectors.toSet());
        assertThat(BookForPage.CHAPTERS.stream()
                        .flatMap(chapter -> chapter.sections().stream())
                        .map(section -> section.title().split(" ", -1)[0]))
                .isSubsetOf(numbers);
    }
}
