package io.github.dlfs4j.ndarray.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every method draws; the numbers are NumPy's. */
class RandomStateTest {
    private static void assertNothingDrawn(RandomState random, RandomState before) {
        assertThat(random.state()).isEqualTo(before.state());
    }

    @Nested
    class Seeded {
        @ParameterizedTest
        @CsvSource(textBlock = """
                        0,          0.5488135039273248, 0.7151893663724195, 0.6027633760716439
                        42,         0.3745401188473625, 0.9507143064099162, 0.7319939418114051
                        4294967295, 0.0976320289940138, 0.9123828453026218, 0.78903530185164
                        """)
        void anIntegerSeedsTheNumbersOfNumPy(long seed, double first, double second, double third) {
            assertThat(new RandomState(seed).rand(3)).isEqualTo(NDArray.of(first, second, third));
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                        1 2 3,                 0.6098612722867289,   0.8866970434146851, 0.47633673750662764
                        0,                     0.8444218515250481,   0.7579544029403025, 0.420571580830845
                        5,                     0.6229016948897019,   0.7417869892607294, 0.7951935655656966
                        4294967295 4294967295, 0.021825695401270107, 0.3380953268613758, 0.21196748656082065
                        """)
        void aListSeedsTheNumbersOfNumPy(String seeds, double first, double second, double third) {
            long[] list = Arrays.stream(seeds.split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            assertThat(RandomState.ofSeeds(list).rand(3)).isEqualTo(NDArray.of(first, second, third));
        }

        @Test
        void aListLongerThanTheStateSeedsTheNumbersOfNumPy() {
            assertThat(RandomState.ofSeeds(LongStream.range(0, 700).toArray()).rand(3))
                    .isEqualTo(NDArray.of(0.867898393018711, 0.9148838731573538, 0.42691324373540374));
        }

        @Test
        void noSeedGivesOtherNumbersEveryTime() {
            assertThat(new RandomState().rand(4)).isNotEqualTo(new RandomState().rand(4));
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
        void aSeedOutOfRangeIsRefused(long seed) {
            String message = "Seed must be between 0 and 2**32 - 1";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RandomState(seed))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RandomState.ofSeeds(1, seed))
                    .withMessage(message);
        }

        @Test
        void anEmptyListOfSeedsIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(RandomState::ofSeeds)
                    .withMessage("Seed must be non-empty");
        }
    }

    @Nested
    class Uniform {
        @Test
        void uniformNumbersContinueAfterAllWordsAreUsed() {
            RandomState random = new RandomState(0);
            random.rand(20, 100);
            assertThat(random.rand(2)).isEqualTo(NDArray.of(0.8115184706218832, 0.476083985968232));
        }

        @Test
        void uniformNumbersLieBetweenTheBoundsInEitherOrder() {
            RandomState random = new RandomState(3);
            assertThat(random.uniform(-2.5, 4, 3))
                    .isEqualTo(NDArray.of(1.0801863667347407, 2.1029608470176813, -0.6091191970658618));
            assertThat(new RandomState(3).uniform(4, -2.5, 2))
                    .isEqualTo(NDArray.of(0.41981363326525933, -0.6029608470176813));
        }

        @Test
        void randomSampleIsRand() {
            assertThat(new RandomState(3).randomSample(2))
                    .isEqualTo(NDArray.of(0.5507979025745755, 0.7081478226181048))
                    .isEqualTo(new RandomState(3).rand(2));
        }

        /** The numbers of {@code r = np.random.RandomState(3); r.uniform(); r.normal(); r.uniform()}. */
        @Test
        void oneRandomNumberNeedsNoBounds() {
            RandomState random = new RandomState(3);
            assertThat(random.uniform()).isEqualTo(NDArray.scalar(0.5507979025745755));
            assertThat(random.normal()).isEqualTo(NDArray.scalar(-1.0294714740051425));
            assertThat(random.uniform()).isEqualTo(NDArray.scalar(0.510827605197663));
        }

        @Test
        void uniformBoundsTooFarApartAreRefused() {
            RandomState random = new RandomState(0);
            for (double high : new double[] {1.7e308, Double.POSITIVE_INFINITY, Double.NaN}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> random.uniform(-1.7e308, high, 2))
                        .withMessage("Range exceeds valid bounds");
            }
            assertNothingDrawn(random, new RandomState(0));
        }
    }

    @Nested
    class Normal {
        @Test
        void randnFillsInCOrder() {
            assertThat(new RandomState(0).randn(2, 3)).isEqualTo(NDArray.of(new double[][] {
                {1.764052345967664, 0.4001572083672233, 0.9787379841057392},
                {2.240893199201458, 1.8675579901499675, -0.977277879876411}
            }));
        }

        @Test
        void theSecondGaussianOfAPairIsKeptForTheNextCall() {
            RandomState random = new RandomState(7);
            assertThat(random.randn().asDouble()).isEqualTo(1.690525703800356);
            assertThat(random.normal(1.5, 0.3, 2)).isEqualTo(NDArray.of(1.3602187888377502, 1.5098460491035752));
            assertThat(random.rand().asDouble()).isEqualTo(0.5011204636599379);
            assertThat(random.standardNormal(2)).isEqualTo(NDArray.of(0.40751628299650783, -0.1569886595634109));
            assertThat(random.normal(0, 2).asDouble()).isEqualTo(-0.5802627658583293);
            assertThat(random.rand().asDouble()).isEqualTo(0.49988250082555996);
        }

        /** NumPy's numbers with glibc on x86-64 with fused multiply-add; without it, 68 of these two million differ. */
        @Test
        void aMillionGaussiansAreEqualToTheBit() {
            RandomState random = new RandomState(2026);
            assertThat(weightedSumOfBits(random.randn(1_000_000))).isEqualTo(5879652334498249133L);
            assertThat(weightedSumOfBits(random.normal(1.5, 2.5, 1_000_000))).isEqualTo(284034403927585423L);
        }

        /** Returns the sum of {@code (i + 1) * bits(a[i])}, a number that depends on all bits and their order. */
        private static long weightedSumOfBits(NDArray a) {
            double[] values = a.toDoubleArray();
            long sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += (i + 1) * Double.doubleToRawLongBits(values[i]);
            }
            return sum;
        }

        @Test
        void aDeviationOfZeroGivesTheMean() {
            assertThat(new RandomState(0).normal(3, 0, 2)).isEqualTo(NDArray.of(3.0, 3.0));
        }

        @Test
        void aNegativeDeviationIsRefusedAndMinusZeroToo() {
            RandomState random = new RandomState(0);
            for (double deviation : new double[] {-1, -0.0, Double.NEGATIVE_INFINITY}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> random.normal(0, deviation, 2))
                        .withMessage("scale < 0");
            }
            assertNothingDrawn(random, new RandomState(0));
        }

        @Test
        void aDeviationThatIsNaNGivesNaN() {
            double negativeNaN = Double.longBitsToDouble(0xfff8000000000000L);
            assertThat(new RandomState(0).normal(0, negativeNaN).asDouble()).isNaN();
        }
    }

    @Nested
    class Integers {
        /** The last column is the next integer below a million, which depends on how many words were drawn. */
        @ParameterizedTest
        @CsvSource(textBlock = """
                        0, 1, 0 0 0 0, 403353
                        0, 2, 1 1 0 1, 359761
                        -5, 5, 4 -5 -4 2, 345357
                        0, 60000, 10137 36543 21584 7259, 359761
                        0, 2147483648, 774252441 293375679 83645520 707468379, 359761
                        -2147483648, 2147483647, -1373231207 -1854107969 -2063838128 707468379, 359761
                        0, 4294967295, 774252441 293375679 83645520 2854952027, 359761
                        0, 4294967296, 774252441 293375679 83645520 2854952027, 359761
                        0, 4294967297, 2854952027 969428760 3548421885 398626605, 898284
                        -7, 4294967296, 2854952020 969428753 3548421878 398626598, 898284
                        0, 1099511627776, 657423371967 346452335707 348726071223 59812929868, 161441
                        0, 9223372036854775807, 3325388913236545215 359254775711865947 8544873655684927415 \
                        4149298557807026508, 161441
                        -9223372036854775808, 0, -5897983123618230593 -8864117261142909861 -678498381169848393 \
                        -5074073479047749300, 161441
                        -9223372036854775808, 9223372036854775807, -5897983123618230593 -8864117261142909861 \
                        -678498381169848393 4149298557807026508, 161441
                        -9223372036854775808, -9223372036854775807, -9223372036854775808 -9223372036854775808 \
                        -9223372036854775808 -9223372036854775808, 403353
                        """)
        void randomIntegersTakeAsManyWordsAsInNumPy(long low, long high, String drawn, long next) {
            RandomState random = new RandomState(11);
            long[] expected = Arrays.stream(drawn.split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            assertThat(random.randint(low, high, 2, 2)).isEqualTo(NDArray.of(expected, 2, 2));
            assertThat(random.randint(0, 1_000_000).asLong()).isEqualTo(next);
        }

        @Test
        void randomIntegersNeedALowerAndAHigherBound() {
            RandomState random = new RandomState(0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.randint(5, 5))
                    .withMessage("low >= high");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.randint(6, 5, -1))
                    .withMessage("low >= high");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.randint(0, 0))
                    .withMessage("high <= 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.randint(0, -5, 3))
                    .withMessage("high <= 0");
            assertThat(random.randint(6, 5, 2, 0).shape()).isEqualTo(Shape.of(2, 0));
            assertNothingDrawn(random, new RandomState(0));
        }
    }

    @Nested
    class Chosen {
        @Test
        void choicesAreMadeWithAndWithoutReplacement() {
            RandomState random = new RandomState(5);
            assertThat(random.choice(60000, 5)).isEqualTo(NDArray.of(35683, 18638, 20463, 59069, 35814));
            assertThat(random.choice(10, 4, false)).isEqualTo(NDArray.of(7, 5, 2, 9));
            assertThat(random.choice(1, 3)).isEqualTo(NDArray.of(0, 0, 0));
            // Nothing is returned, but the whole population is shuffled.
            assertThat(random.choice(5, 0, false).shape()).isEqualTo(Shape.of(0));
            assertThat(random.choice(5, 5, false)).isEqualTo(NDArray.of(2, 1, 4, 3, 0));
            assertThat(random.rand().asDouble()).isEqualTo(0.1583098677126512);
        }

        @ParameterizedTest
        @CsvSource(quoteCharacter = '"', textBlock = """
                        0, 1, true, a must be greater than 0 unless no samples are taken
                        -3, -1, true, a must be greater than 0 unless no samples are taken
                        0, 1, false, a must be greater than 0 unless no samples are taken
                        5, 6, false, Cannot take a larger sample than population when 'replace=False'
                        -1, 0, false, Cannot take a larger sample than population when 'replace=False'
                        5, -1, true, negative dimensions are not allowed
                        5, -1, false, Negative dimensions are not allowed
                        """)
        void noMoreIsChosenThanThePopulationHas(int a, int size, boolean replace, String message) {
            RandomState random = new RandomState(0);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.choice(a, size, replace))
                    .withMessage(message);
            assertNothingDrawn(random, new RandomState(0));
        }

        @Test
        void nothingIsChosenFromNothing() {
            assertThat(new RandomState(0).choice(0, 0).dtype()).isEqualTo(DType.INT64);
            assertThat(new RandomState(0).choice(0, 0).size()).isZero();
            assertThat(new RandomState(0).choice(-1, 0).size()).isZero();
            assertThat(new RandomState(0).choice(0, 0, false).size()).isZero();
        }
    }

    @Nested
    class Shapes {
        @Test
        void drawsWithoutLengthsGiveScalars() {
            RandomState random = new RandomState(0);
            assertThat(random.rand().shape()).isEqualTo(Shape.of());
            assertThat(random.randn().shape()).isEqualTo(Shape.of());
            assertThat(random.uniform(0, 1).shape()).isEqualTo(Shape.of());
            assertThat(random.normal(0, 1).shape()).isEqualTo(Shape.of());
            assertThat(random.randint(0, 9).shape()).isEqualTo(Shape.of());
        }

        @Test
        void drawsWithoutElementsDrawNothing() {
            RandomState random = new RandomState(0);
            assertThat(random.rand(2, 0).shape()).isEqualTo(Shape.of(2, 0));
            assertThat(random.randn(0).shape()).isEqualTo(Shape.of(0));
            assertThat(random.randint(0, 9, 0, 3).shape()).isEqualTo(Shape.of(0, 3));
            assertNothingDrawn(random, new RandomState(0));
        }

        /** The numbers are NumPy's. */
        @Test
        void choicesAreDrawnFromIntegersBelowAScalar() {
            RandomState random = new RandomState(0);
            NDArray five = NDArray.scalar(5L);
            assertThat(random.choice(five, 3, true)).hasToString("[4 0 3]");
            assertThat(random.choice(five, new int[] {2, 2}, true)).hasToString("[[3 3]\n [1 3]]");
            assertThat(random.choice(five)).hasToString("2");
            assertThat(random.choice(NDArray.scalar(4L).astype(DType.UINT8), 2, false))
                    .hasToString("[1 3]");
            assertThat(random.choice(NDArray.scalar(true))).hasToString("0");
            assertThat(random.choice(NDArray.scalar(3L), 2, true, NDArray.of(0.1, 0.2, 0.7)))
                    .hasToString("[2 2]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.choice(NDArray.scalar(2.5)))
                    .withMessage("a must be 1-dimensional or an integer");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.choice(NDArray.scalar(-1L)))
                    .withMessage("a must be greater than 0 unless no samples are taken");
        }

        @Test
        void drawsWithNegativeLengthsAreRefused() {
            RandomState random = new RandomState(0);
            String message = "negative dimensions are not allowed";
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.rand(2, -1))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.randn(-1))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> random.randint(0, 9, -1))
                    .withMessage(message);
            assertNothingDrawn(random, new RandomState(0));
        }
    }
}
