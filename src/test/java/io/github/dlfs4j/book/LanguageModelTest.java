package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language model; that it is the same on every machine is a matter of {@code OneResultTest}. */
class LanguageModelTest {
    @Test
    void theLanguageModelLearnsALittleInFewSteps() throws Exception {
        SmallLanguageModel small = SmallLanguageModel.create();
        double before = small.model().bits(small.network(), small.novel());
        small.trainer().run(SmallLanguageModel.STEPS);
        double after = small.model().bits(small.network(), small.novel());
        assertThat(before).isGreaterThan(Math.log(small.novel().vocabulary().size()) / Math.log(2));
        assertThat(after).isLessThan(before - 1).isGreaterThan(small.novel().bitsByCountingThree());
    }

    /** Keys and values that are kept give the bits of a model that sees all characters at once. */
    @Test
    void rememberedKeysAndValuesChangeNoBit() {
        LanguageModel model = new LanguageModel(SmallLanguageModel.SIZE, 30, new RandomState(0));
        int context = SmallLanguageModel.SIZE.context();
        NDArray ids = new RandomState(1).randint(0, 30, 3, context);
        NDArray atOnce = model.predict(ids).reshape(3, context, 30);
        LanguageModel.Memory memory = model.new Memory(3);
        for (int i = 0; i < context; i++) {
            assertThat(memory.isFull()).isFalse();
            assertThat(memory.next(ids.get(Index.all(), i))).as("place %s", i).isEqualTo(atOnce.get(Index.all(), i));
        }
        assertThat(memory.isFull()).isTrue();
    }

    /** 45 characters are more than the model sees, so it begins anew on the way. */
    @Test
    void theLanguageModelWritesTheSameInABatchAndOneByOne() throws Exception {
        SmallLanguageModel small = SmallLanguageModel.create();
        NDArray both = small.write(0, 1);
        assertThat(both.get(0)).isEqualTo(small.write(0).get(0)).isNotEqualTo(both.get(1));
        assertThat(both.get(1)).isEqualTo(small.write(1).get(0));
        assertThat(small.novel().text(both.get(0))).startsWith("It is").hasSize(45);
    }

    /**
     * Without a memory, each character is drawn after a pass over all that the model sees, filled up with any others.
     */
    @Test
    void theLanguageModelWritesTheSameWithoutAMemory() throws Exception {
        SmallLanguageModel small = SmallLanguageModel.create();
        int context = SmallLanguageModel.SIZE.context();
        NDArray written = small.write(7).get(0);
        RandomState random = new RandomState(7);
        NDArray text = NDArray.zeros(written.dtype(), written.size());
        text.at(Index.to(5)).set(written.get(Index.to(5)));
        int begin = 0;
        for (int i = 4; i < text.size() - 1; i++) {
            if (i - begin == context) {
                begin = i - context / 2;
            }
            NDArray seen = NDArray.zeros(written.dtype(), context);
            seen.at(Index.to(i - begin + 1)).set(text.get(Index.range(begin, i + 1)));
            NDArray scores = small.model().predict(seen.reshape(1, context)).get(i - begin);
            text.at(i + 1).set(LanguageModel.Sampling.USUAL.draw(scores, random));
        }
        assertThat(text).isEqualTo(written);
    }

    /** The likeliest character alone is the largest score. */
    @Test
    void samplingDrawsFromTheLikeliestCharacters() {
        NDArray scores = NDArray.of(0.0, 3.0, 2.0, 2.5, -1.0);
        RandomState random = new RandomState(0);
        assertThat(new LanguageModel.Sampling(1, 1).draw(scores, random)).isEqualTo(1);
        assertThat(new LanguageModel.Sampling(0, 99).draw(scores, random)).isEqualTo(1);
        for (int i = 0; i < 100; i++) {
            assertThat(new LanguageModel.Sampling(5, 3).draw(scores, random)).isIn(1L, 2L, 3L);
            assertThat(new LanguageModel.Sampling(1e-320, 99).draw(scores, random))
                    .isEqualTo(1);
        }
    }

    @Test
    void theLanguageModelGoesOnWhereItWasInterrupted(@TempDir Path folder) throws Exception {
        SmallLanguageModel whole = SmallLanguageModel.create();
        whole.trainer().run(20);
        SmallLanguageModel first = SmallLanguageModel.create();
        first.trainer().run(10);
        first.trainer().save(folder.resolve("checkpoint.npz"));
        SmallLanguageModel second = SmallLanguageModel.create();
        second.trainer().resume(folder.resolve("checkpoint.npz"));
        second.trainer().run(10);
        assertThat(second.model().values()).isEqualTo(whole.model().values());
    }

    @Test
    void aNovelBecomesNumbersAndTextAgain() {
        Novel novel = Novel.of("banana and ananas ".repeat(10));
        assertThat(novel.text(NDArray.arange(6))).isEqualTo(" abdns");
        assertThat(novel.text(novel.train())).startsWith("banana and");
        assertThat(novel.text(novel.heldOut())).hasSize(18);
        Dataset pieces = Novel.pieces(novel.train(), 3, 2);
        assertThat(novel.text(pieces.inputs().get(1))).isEqualTo("nan");
        assertThat(novel.text(pieces.targets().get(1))).isEqualTo("ana");
        assertThat(novel.bitsByCountingThree()).isBetween(0.4, 1.0);
    }
}
