package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OutputTest {
    @Test
    void printedValuesAreSeparatedBySpacesAsInPython() {
        assertThat(Printed.by(() -> {
                    print("a:", 1, 2.5);
                    print();
                    print("b");
                }))
                .isEqualTo("a: 1 2.5\n\nb\n");
    }

    @Test
    void formatsHaveADecimalPointInEveryLocale() {
        Locale here = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Output.format("%.2f of %,d", 0.5, 60_000)).isEqualTo("0.50 of 60,000");
        } finally {
            Locale.setDefault(here);
        }
    }

    @Test
    void linesPrintedByAnotherThreadGoElsewhere() throws InterruptedException {
        List<String> other = new ArrayList<>();
        Thread thread = new Thread(() -> other.add(Printed.by(() -> print("other"))));
        String printed = Printed.by(() -> {
            print("before");
            thread.start();
            print("after");
        });
        thread.join();
        assertThat(printed).isEqualTo("before\nafter\n");
        assertThat(other).containsExactly("other\n");
    }

    @Test
    void printingGoesBackToItsPlaceWhenTheCodeEndsOrFails() {
        assertThat(Printed.by(() -> {
                    assertThat(Printed.by(() -> print("inner"))).isEqualTo("inner\n");
                    assertThatThrownBy(() -> Printed.by(() -> {
                                throw new IOException("a file is missing");
                            }))
                            .hasMessageContaining("a file is missing");
                    print("outer");
                }))
                .isEqualTo("outer\n");
    }
}
