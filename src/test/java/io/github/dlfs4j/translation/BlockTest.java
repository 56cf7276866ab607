package io.github.dlfs4j.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dlfs4j.translation.Block.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page in Markdown is divided into blocks, and what tests compare is found in them. */
class BlockTest {
    @Test
    void aPageIsMadeOfBlocks() {
        String page = """
                # Title

                A paragraph
                of two lines:
                ```java
                x.add(1); // - no item

                # no heading
                ```
                - an item
                  of two lines
                1. another
                | a | row |
                |---|---|

                The end.
                """;
        assertThat(Block.of(page))
                .extracting(Block::kind, Block::line, Block::text)
                .containsExactly(
                        tuple(Kind.HEADING, 1, "# Title"),
                        tuple(Kind.PARAGRAPH, 3, "A paragraph of two lines:"),
                        tuple(Kind.CODE, 5, "```java\nx.add(1); // - no item\n\n# no heading\n```"),
                        tuple(Kind.ITEM, 10, "- an item of two lines"),
                        tuple(Kind.ITEM, 12, "1. another"),
                        tuple(Kind.ROW, 13, "| a | row |"),
                        tuple(Kind.ROW, 14, "|---|---|"),
                        tuple(Kind.PARAGRAPH, 16, "The end."));
    }

    @Test
    void whatIsComparedIsFoundAmongTheWords() {
        Block block = block("At `b[1]` and `a`, [25 MB](files.md#parts) of 1,000; ![2](x.png) in 2.3.1 and float64.");

        assertThat(block.code()).containsExactly("`a`", "`b[1]`");
        assertThat(block.links()).containsExactly("files.md#parts", "x.png");
        assertThat(block.numbers()).containsExactly("1,000", "2.3.1", "25");
        assertThat(block("## 2 of 10").numbers()).containsExactly("10", "2");
        assertThat(block("| `a` | `b` |").hasWords()).isFalse();
        assertThat(block("| `a` | 以 |").hasWords()).isTrue();
    }

    /** A paragraph may be filled anew, but a changed word is noticed. */
    @Test
    void theDigestIsThatOfTheWords() {
        assertThat(block("one\ntwo").digest()).isEqualTo(block("one two").digest());
        assertThat(block("one two").digest()).isNotEqualTo(block("one to").digest());
    }

    private static Block block(String text) {
        List<Block> blocks = Block.of(text);
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }
}
