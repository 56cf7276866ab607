package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.training.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a chapter says is what its run shows. Every line about a figure, every title of a graph, and every heading that
 * names a number or compares is the claim of a test; so is each new one, or this test fails.
 */
class ClaimsTest {
    private static final Pattern NUMBER_OR_COMPARISON =
            Pattern.compile("\\b(\\d+|one|two|three|four|five|six|seven|eight|nine|ten|half|deeper|slower|faster|larger"
                    + "|smaller|higher|lower|better|best|more|most|less|than|as|too|with and without)\\b");

    /** Sentences that no run can show. */
    private static final Map<String, String> OF_NO_RUN = Map.of(
            "Images one by one", "how the code goes",
            "many of these digits are hard to read for us as well", "for the reader to judge");

    private static Stream<String> claimed() {
        Stream<String> ofTests = Stream.of(
                        FiguresTest.class,
                        LearningCurvesTest.class,
                        ComputationalGraphsTest.class,
                        ActivationHistogramsTest.class,
                        Chapter03Test.class,
                        Chapter04Test.class,
                        Chapter05Test.class,
                        Chapter06Test.class,
                        Chapter06Test.Figures.class,
                        Chapter07Test.class,
                        Chapter08Test.class,
                        Trainings.class)
                .flatMap(tests -> Arrays.stream(tests.getDeclaredMethods()))
                .filter(method -> AnnotationSupport.isAnnotated(method, Testable.class))
                .flatMap(method -> AnnotationSupport.findAnnotation(method, Claims.class).stream())
                .flatMap(claims -> Arrays.stream(claims.value()));
        return Stream.concat(ofTests, OF_NO_RUN.keySet().stream());
    }

    private static Stream<Chapter.Drawing> drawings() {
        return BookForPage.CHAPTERS.stream().flatMap(chapter -> chapter.drawings().stream());
    }

    /** Returns the headings without their numbers. */
    private static Stream<String> headings() {
        return BookForPage.CHAPTERS.stream()
                .flatMap(chapter -> chapter.sections().stream())
                .map(section -> section.title().substring(section.title().indexOf(' ') + 1));
    }

    private static Stream<String> titlesOfGraphs() throws IOException {
        List<String> titles = new ArrayList<>();
        for (Chapter.Drawing drawing : Chapter05.CHAPTER.drawings()) {
            titles.add(((GraphFigure) drawing.code().draw()).diagram().title());
        }
        return titles.stream();
    }

    @Test
    void everySentenceAboutAFigureIsClaimed() throws IOException {
        assertThat(drawings().map(Chapter.Drawing::look)).isSubsetOf(claimed().toList());
        assertThat(titlesOfGraphs()).isSubsetOf(claimed().toList());
    }

    @Test
    void everyHeadingThatCountsOrComparesIsClaimed() {
        assertThat(headings()
                        .filter(heading -> NUMBER_OR_COMPARISON.matcher(heading).find()))
                .isSubsetOf(claimed().toList());
    }

    @Test
    void everyClaimIsOfAChapter() throws IOException {
        List<String> said = Stream.of(drawings().map(Chapter.Drawing::look), titlesOfGraphs(), headings())
                .flatMap(sentences -> sentences)
                .toList();
        assertThat(claimed()).isSubsetOf(said);
    }

    /** What only networks show that train for minutes, as long as the chapters train them. */
    @Nested
    @Tag("trainings")
    class Trainings {
        private static final Once<LearningCurves> CURVES = Once.of(() -> LearningCurves.learn(Chapter04.STEPS));
        private static final Once<LossComparison> OPTIMIZERS = Once.of(() -> LossComparison.ofOptimizers(2000));
        private static final Once<LossComparison> INITIALIZATIONS =
                Once.of(() -> LossComparison.ofInitializations(2000));

        /** The networks of the chapter, with a tenth of their accuracies, which take most of the time. */
        private static final Once<Overfitting> OVERFITTING = Once.of(() -> Overfitting.learn(201, 301, 10));

        private static final Once<ConvNetTraining> SIMPLE = Once.of(() -> ConvNetTraining.ofSimple(Chapter07.FEWER));

        @Test
        @Claims("the loss falls, though not in every step")
        void theLossOfChapter4Falls() throws IOException {
            NDArray losses =
                    NDArray.of(CURVES.get().loss().chart().getSeries("loss").getYData());
            assertThat(losses.size()).isEqualTo(Chapter04.STEPS);
            assertThat(losses.reshape(5, -1).mean(1).toDoubleArray())
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .doesNotHaveDuplicates();
            assertThat(Calculus.diff(losses).max().asDouble()).isPositive();
        }

        @Test
        @Claims("both accuracies grow together: what was learned holds for new images as well")
        void accuraciesOfChapter4GrowTogether() throws IOException {
            NDArray train = NDArray.stack(0, CURVES.get().trainAccList().toArray(NDArray[]::new));
            NDArray test = NDArray.stack(0, CURVES.get().testAccList().toArray(NDArray[]::new));
            assertThat(train.size()).isEqualTo(17);
            assertThat(test.sub(train).abs().max().asDouble()).isLessThan(0.02);
            for (NDArray accuracies : List.of(train, test)) {
                assertThat(accuracies.min().asDouble()).isGreaterThanOrEqualTo(0.09);
                assertThat(Calculus.diff(accuracies).min().asDouble()).isGreaterThan(-0.002);
            }
            assertThat(rise(test)).isGreaterThan(0.5);
        }

        private static double rise(NDArray accuracies) {
            return accuracies.get(-1).sub(accuracies.get(0)).asDouble();
        }

        /** Returns the first step at which the smoothed loss, which the figure shows, is below a loss. */
        private static int below(LossComparison comparison, String name, double loss) {
            NDArray smooth = History.smooth(comparison.losses(name));
            assertThat(smooth.min().asDouble()).as(name).isLessThan(loss);
            return smooth.lt(loss).argmax().asInt();
        }

        @Test
        @Claims("SGD's loss falls slowest, and AdaGrad's fastest here")
        void optimizersOfChapter6LearnAsItSays() throws IOException {
            LossComparison comparison = OPTIMIZERS.get();
            for (double loss : new double[] {1, 0.5, 0.3}) {
                for (String name : List.of("Momentum", "Adam")) {
                    assertThat(below(comparison, name, loss))
                            .isGreaterThan(below(comparison, "AdaGrad", loss))
                            .isLessThan(below(comparison, "SGD", loss));
                }
            }
        }

        private static double lastLoss(LossComparison comparison, String name) {
            return comparison.losses(name).get(Index.from(1900)).mean().asDouble();
        }

        @Test
        @Claims("with a deviation of 0.01 nothing is learned; with He's weights most")
        void initializationsOfChapter6LearnAsItSays() throws IOException {
            LossComparison comparison = INITIALIZATIONS.get();
            double first = comparison.losses("std=0.01").getDouble(0);
            assertThat(lastLoss(comparison, "std=0.01")).isCloseTo(first, within(0.02));
            assertThat(lastLoss(comparison, "He")).isLessThan(lastLoss(comparison, "Xavier"));
            assertThat(lastLoss(comparison, "Xavier")).isLessThan(first / 2);
        }

        @Test
        @Claims({"solid lines rise for all 16 first weights, dashed ones for 2", "With and without batch normalisation"
        })
        void batchNormalizationLearnsAsChapter6Says() throws IOException {
            List<NormalizationComparison.Curves> all =
                    NormalizationComparison.learn(16, 20).all();
            assertThat(all).hasSize(16).allMatch(curves -> rise(curves.normalized()) > 0.3);
            assertThat(all).filteredOn(curves -> rise(curves.plain()) > 0.3).hasSize(2);
        }

        private static double last(String name, String metric) throws IOException {
            return OVERFITTING
                    .get()
                    .histories()
                    .get(name)
                    .values(metric)
                    .get(-1)
                    .asDouble();
        }

        private static double gap(String name) throws IOException {
            return last(name, "train") - last(name, "test");
        }

        /** Returns the steps until a network knows half of its training images. */
        private static long stepsTo(String name) throws IOException {
            History history = OVERFITTING.get().histories().get(name);
            NDArray half = history.values("train").ge(0.5);
            assertThat(half.any().asBoolean()).isTrue();
            return history.steps().getLong(half.argmax().asInt());
        }

        @Test
        @Claims("the training images are known by heart, the test images far less")
        void theNetworkOfChapter6Overfits() throws IOException {
            assertThat(last(Overfitting.NOTHING, "train")).isEqualTo(1);
            assertThat(gap(Overfitting.NOTHING)).isGreaterThan(0.2);
        }

        @Test
        @Claims("the two lines come closer, and the training images are not known by heart any more")
        void weightDecayNarrowsTheGap() throws IOException {
            assertThat(gap(Overfitting.WEIGHT_DECAY)).isLessThan(gap(Overfitting.NOTHING));
            assertThat(last(Overfitting.WEIGHT_DECAY, "train")).isLessThan(0.97);
        }

        @Test
        @Claims("the two lines come closer, and learning takes longer")
        void dropoutNarrowsTheGapAndLearnsMoreSlowly() throws IOException {
            assertThat(gap(Overfitting.DROPOUT)).isLessThan(gap(Overfitting.NOTHING));
            assertThat(stepsTo(Overfitting.DROPOUT)).isGreaterThan(stepsTo(Overfitting.NOTHING));
        }

        @Test
        @Claims("the best choice gets to 0.87 on validation data; the 20th, with a smaller learning rate, to 0.41")
        void theSearchFindsWhatChapter6Says() throws IOException {
            HyperparameterSearch search = HyperparameterSearch.run(100, 50);
            assertThat(search.history(0).values("validation").get(-1)).isEqualTo(NDArray.scalar(0.87));
            assertThat(search.history(19).values("validation").get(-1)).isEqualTo(NDArray.scalar(0.41));
            assertThat(search.results().get(19).hyperparameters().get("lr"))
                    .isLessThan(search.results().get(0).hyperparameters().get("lr"));
        }

        /** Returns the accuracy after some epochs, or in the end for -1, as the chapter prints it. */
        private static NDArray accuracy(ConvNetTraining training, String metric, int epochs) {
            return training.history().values(metric).get(epochs);
        }

        @Test
        @Claims(
                "5,000 images, 20 epochs: 0.9 after 4 epochs, in the end 0.961 on test images and 0.995 on training images")
        void theSimpleConvNetLearnsAsChapter7Says() throws IOException {
            ConvNetTraining training = SIMPLE.get();
            assertThat(Chapter07.chapter(Chapter07.EPOCHS).drawings().get(0).look())
                    .isEqualTo(training.amount() + ": " + accuracy(training, "test", 4) + " after 4 epochs, in the end "
                            + accuracy(training, "test", -1) + " on test images and " + accuracy(training, "train", -1)
                            + " on training images");
        }

        @Test
        @Claims(
                "5,000 images, 20 epochs: on test images 0.937 after 4 epochs (chapter 7: 0.9), in the end 0.983 (0.961)")
        void theDeepConvNetLearnsAsChapter8Says() throws IOException {
            ConvNetTraining training = ConvNetTraining.ofDeep(Chapter08.FEWER);
            assertThat(Chapter08.chapter(Chapter08.TEST_IMAGES)
                            .drawings()
                            .get(0)
                            .look())
                    .isEqualTo(training.amount() + ": on test images " + accuracy(training, "test", 4)
                            + " after 4 epochs (chapter 7: " + accuracy(SIMPLE.get(), "test", 4) + "), in the end "
                            + accuracy(training, "test", -1) + " (" + accuracy(SIMPLE.get(), "test", -1) + ")");
        }

        /** Returns the filters of chapter 7 after learning: of its own network and, if they are there, the book's. */
        private static List<NDArray> learned() throws IOException {
            List<Network> learned = new ArrayList<>(List.of(SIMPLE.get().network()));
            if (BookFile.SIMPLE_CONV_NET.isHere()) {
                learned.add(SimpleConvNet.load(TrainedWeights.SIMPLE_CONV_NET.in(TrainedWeights.FOLDER)));
            }
            return learned.stream()
                    .map(network -> network.parameters().get("W1"))
                    .toList();
        }

        /** Returns the correlation of two arrays, from -1 to 1. */
        private static double correlation(NDArray a, NDArray b) {
            NDArray product = a.sub(a.mean()).mul(b.sub(b.mean())).mean();
            return product.div(a.std().mul(b.std())).asDouble();
        }

        /** Returns how alike neighbours in the rows of filters are. */
        private static double alike(NDArray filters) {
            NDArray left = filters.get(Index.all(), Index.all(), Index.all(), Index.to(4));
            NDArray right = filters.get(Index.all(), Index.all(), Index.all(), Index.from(1));
            return correlation(left, right);
        }

        @Test
        @Claims("noise before learning; edges and blobs after it")
        void learnedFiltersAreSmootherThanInitialOnes() throws IOException {
            Network initial = SimpleConvNet.initial(new RandomState(0));
            assertThat(alike(initial.parameters().get("W1"))).isBetween(-0.1, 0.1);
            assertThat(learned()).allMatch(filters -> alike(filters) > 0.3);
        }

        @Test
        @Claims("some filters leave edges of the image, and others its light and dark")
        void outputsOfLearnedFiltersLookAsChapter7Says() throws IOException {
            NDArray image = ConvNetFilters.image();
            NDArray inner = image.get(Index.range(2, image.shape(0) - 2), Index.range(2, image.shape(1) - 2));
            for (NDArray filters : learned()) {
                List<Double> likeTheImage = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    NDArray output = ConvNetFilters.output(image, filters.get(Index.range(i, i + 1)));
                    likeTheImage.add(Math.abs(correlation(output, inner)));
                }
                assertThat(likeTheImage).filteredOn(like -> like < 0.5).hasSizeGreaterThanOrEqualTo(2);
                assertThat(likeTheImage).filteredOn(like -> like > 0.9).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }
}
