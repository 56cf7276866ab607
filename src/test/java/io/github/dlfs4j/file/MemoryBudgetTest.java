package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    @Test
    void theDefaultBudgetIsOneGibibyteOrHalfOfASmallHeap() {
        assertThat(MemoryBudget.defaultFor(256L << 20)).isEqualTo(128L << 20);
        assertThat(MemoryBudget.defaultFor(2L << 30)).isEqualTo(1L << 30);
        assertThat(MemoryBudget.defaultFor(Long.MAX_VALUE)).isEqualTo(1L << 30);
        assertThat(MemoryBudget.DEFAULT)
                .isEqualTo(MemoryBudget.defaultFor(Runtime.getRuntime().maxMemory()));
    }

    @Test
    void allOfABudgetCanBeTakenAndNoMore() {
        MemoryBudget budget = new MemoryBudget(10);
        assertThat(budget.take(7)).isTrue();
        assertThat(budget.take(4)).isFalse();
        assertThat(budget.take(3)).isTrue();
        assertThat(budget.take(0)).isTrue();
        assertThat(budget.take(1)).isFalse();
        assertThat(budget.limit()).isEqualTo(10);
    }
}
