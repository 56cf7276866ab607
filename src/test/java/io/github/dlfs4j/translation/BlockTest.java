package io.github.dlfs4j.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link TranslationsTest} compares is found in a block; if it were not, nothing would differ. */
class BlockTest {
    @Test
    void codeLinksAndNumbersAreFoundAmongTheWordsOfABlock() {
        Block block = Block.of("At `b[1]` and `a`, [25 MB](files.md#parts) of 1,000; ![2](x.png) in 2.3.1 and float64.")
                .get(0);

        assertThat(block.code()).containsExactly("`a`", "`b[1]`");
        assertThat(block.links()).containsExactly("files.md#parts", "x.png");
        assertThat(block.numbers()).containsExactly("1,000", "2.3.1", "25");
    }
}
