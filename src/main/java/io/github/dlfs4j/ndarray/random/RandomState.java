package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.PortableMath;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.function.DoubleLog;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

/**
 * NumPy's legacy generator of random numbers, {@code np.random.RandomState}. The same seed gives the same numbers in
 * the same order, to the bit: {@code np.random.seed(0)} followed by {@code np.random.rand(3)} gives what {@code new
 * RandomState(0).rand(3)} gives.
 *
 * <p>The numbers come from MT19937 (M. Matsumoto and T. Nishimura, 1998). NumPy calls functions of the C library for
 * all distributions except {@link #rand rand}, {@link #uniform uniform}, {@link #triangular triangular} and evenly
 * distributed integers, so its bits depend on the platform. Here they are the same everywhere: those of NumPy on Linux
 * with the GNU C library 2.28 or later (2.41 for {@link #geometric geometric}), on x86-64 processors with fused
 * multiply-add.
 *
 * <p>An empty shape gives a 0-d array. An error is thrown before any number is drawn. Do not use one generator in
 * several threads at the same time; give each thread its own.
 *
 * <p>Java's serialisation writes the {@link #state() state} of a generator, and a generator that is read continues from
 * there. Objects in one stream that share a generator still share one after reading.
 *
 * <pre>{@code
 * RandomState random = new RandomState(1234);
 * System.out.println(random.randn(2, 3));
 * System.out.println(random.choice(60000, 5));
 * System.out.println(random.permutation(6));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[ 0.47143516 -1.19097569  1.43270697]
 *  [-0.3126519  -0.72058873  0.88716294]]
 * [23706  8222 32427 33950 40684]
 * [1 0 3 5 2 4]
 * }</pre>
 */
public final class RandomState implements Serializable {
    private static final long serialVersionUID = 1;
    private static final long MAX_WORD = 0xffffffffL;

    /** NumPy's greatest rate; with a greater one, numbers would exceed int64. */
    static final double MAX_RATE = 0x1p63 - 10 * Math.sqrt(0x1p63);

    /** The number of random words that seed a generator without a given seed: 256 bits. */
    private static final int ENTROPY = 8;

    private transient MersenneTwister twister;
    private transient boolean hasGauss;
    private transient double cachedGaussian;
    private final transient Distributions distributions = new Distributions(this);

    private RandomState(MersenneTwister twister, boolean hasGauss, double cachedGaussian) {
        this.twister = twister;
        this.hasGauss = hasGauss;
        this.cachedGaussian = cachedGaussian;
    }

    /**
     * Creates a generator with unpredictable numbers, {@code RandomState()}. Its seed comes from {@link SecureRandom}.
     */
    public RandomState() {
        this(new MersenneTwister(new SecureRandom().ints(ENTROPY).toArray()), false, 0);
    }

    /**
     * Creates a generator with the given seed, {@code RandomState(seed)}.
     *
     * @param seed an integer from 0 to 4294967295
     * @throws IllegalArgumentException {@code Seed must be between 0 and 2**32 - 1}
     */
    public RandomState(long seed) {
        this(new MersenneTwister(word(seed)), false, 0);
    }

    /**
     * Creates a generator with a list as its seed, {@code RandomState([1, 2, 3])}. A list of one integer is a different
     * seed from that integer.
     *
     * @param seeds one or more integers from 0 to 4294967295
     * @return a new generator
     * @throws IllegalArgumentException {@code Seed must be between 0 and 2**32 - 1}, or {@code Seed must be non-empty}
     */
    public static RandomState ofSeeds(long... seeds) {
        if (seeds.length == 0) {
            throw new IllegalArgumentException("Seed must be non-empty");
        }
        int[] words = Arrays.stream(seeds).mapToInt(RandomState::word).toArray();
        return new RandomState(new MersenneTwister(words), false, 0);
    }

    private static int word(long seed) {
        if (seed < 0 || seed > MAX_WORD) {
            throw new IllegalArgumentException("Seed must be between 0 and 2**32 - 1");
        }
        return (int) seed;
    }

    /**
     * Creates a generator that continues from a saved state, {@code RandomState().set_state(state)}.
     *
     * @param state a result of {@link #state()}
     * @return a new generator
     */
    public static RandomState of(State state) {
        return new RandomState(new MersenneTwister(state.key, state.position), state.hasGauss, state.cachedGaussian);
    }

    /**
     * {@return the state from which the next numbers follow, {@code get_state()}; drawing numbers does not change it}
     */
    public State state() {
        return new State(twister.key(), twister.position(), hasGauss, cachedGaussian);
    }

    /**
     * Makes this generator go on from a saved state, {@code set_state(state)}. This affects every object that uses the
     * generator.
     *
     * @param state a result of {@link #state()}
     */
    public void restore(State state) {
        twister = new MersenneTwister(state.key, state.position);
        hasGauss = state.hasGauss;
        cachedGaussian = state.cachedGaussian;
    }

    /**
     * Creates a generator that gives the same numbers as this one and is independent of it.
     *
     * @return a new generator
     */
    public RandomState copy() {
        return of(state());
    }

    /**
     * Draws numbers evenly distributed from 0 to 1, without 1, {@code rand(2, 3)}; {@code rand().asDouble()} is one
     * number.
     *
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public NDArray rand(int... shape) {
        return uniform(0, 1, shape);
    }

    /**
     * Does the same as {@link #rand}, {@code random_sample((2, 3))}.
     *
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public NDArray randomSample(int... shape) {
        return rand(shape);
    }

    /**
     * Draws a number evenly distributed from 0 to 1, {@code uniform()}.
     *
     * @return a 0-d array of float64
     */
    public NDArray uniform() {
        return uniform(0, 1);
    }

    /**
     * Draws numbers evenly distributed between two bounds, {@code uniform(low, high, shape)}.
     *
     * @param low the lower bound, included
     * @param high the upper bound, which only rounding can reach; it may be less than the lower bound
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code Range exceeds valid bounds} (NumPy raises OverflowError), or
     *     {@code negative dimensions are not allowed}
     */
    public NDArray uniform(double low, double high, int... shape) {
        double range = high - low;
        if (!Double.isFinite(range)) {
            throw new IllegalArgumentException("Range exceeds valid bounds");
        }
        NDArray result = NDArray.empty(shape);
        double[] values = (double[]) Inside.storage(result).values();
        for (int i = 0; i < values.length; i++) {
            values[i] = low + range * twister.nextDouble();
        }
        return result;
    }

    /**
     * Draws a number from each of many intervals, {@code uniform(low, high, shape)} with arrays. A parameter that is
     * one number is {@code NDArray.scalar(0)}.
     *
     * @param low the lower bounds, included
     * @param high the upper bounds
     * @param shape the lengths of the axes, to which the parameters are broadcast; without them, the shape is that of
     *     the parameters broadcast to each other
     * @return a new array of float64
     * @throws IllegalArgumentException {@code Range exceeds valid bounds} (NumPy raises OverflowError), {@code operands
     *     could not be broadcast together with shapes (2,) (3,)}, or as for {@link #normal(NDArray, NDArray, int...)}
     */
    public NDArray uniform(NDArray low, NDArray high, int... shape) {
        return new ArrayParameters(this).uniform(low, high, shape);
    }

    /**
     * Draws numbers from the standard normal distribution, {@code randn(2, 3)}.
     *
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public NDArray randn(int... shape) {
        return normal(0, 1, shape);
    }

    /**
     * Does the same as {@link #randn}, {@code standard_normal((2, 3))}.
     *
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public NDArray standardNormal(int... shape) {
        return randn(shape);
    }

    /**
     * Draws a number from the standard normal distribution, {@code normal()}.
     *
     * @return a 0-d array of float64
     */
    public NDArray normal() {
        return normal(0, 1);
    }

    /**
     * Draws numbers from a normal distribution, {@code normal(mean, deviation, shape)}, by the polar method (Marsaglia
     * and Bray, "A Convenient Method for Generating Normal Variables", SIAM Review 6 (1964), 260–264). The method makes
     * two numbers at a time; the second is kept for the next call, including a call of {@link #randn}.
     *
     * @param mean the mean, {@code loc}
     * @param deviation the standard deviation, {@code scale}
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code scale < 0}, also for -0.0, or {@code negative dimensions are not allowed}
     */
    public NDArray normal(double mean, double deviation, int... shape) {
        checkNotNegative("scale", deviation);
        NDArray result = NDArray.empty(shape);
        double[] values = (double[]) Inside.storage(result).values();
        for (int i = 0; i < values.length; i++) {
            values[i] = mean + deviation * nextGaussian();
        }
        return result;
    }

    /**
     * Draws a number from each of many normal distributions, {@code normal(mean, deviation, shape)} with arrays. A
     * parameter that is one number is {@code NDArray.scalar(1)}.
     *
     * <pre>{@code
     * NDArray means = NDArray.of(0, 1000);
     * System.out.println(new RandomState(0).normal(means, NDArray.scalar(1)));
     * System.out.println(new RandomState(0).normal(means, NDArray.scalar(1), 3, 2).shape());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [   1.76405235 1000.40015721]
     * (3, 2)
     * }</pre>
     *
     * @param mean the means, {@code loc}
     * @param deviation the standard deviations, {@code scale}
     * @param shape the lengths of the axes, to which the parameters are broadcast; without them, the shape is that of
     *     the parameters broadcast to each other
     * @return a new array of float64
     * @throws IllegalArgumentException {@code scale < 0}, {@code negative dimensions are not allowed}, {@code shape
     *     mismatch: objects cannot be broadcast to a single shape. …}, or {@code Output size (1,) is not compatible
     *     with broadcast dimensions of inputs (2,).}
     */
    public NDArray normal(NDArray mean, NDArray deviation, int... shape) {
        return new ArrayParameters(this).normal(mean, Objects.requireNonNull(deviation, "deviation"), shape);
    }

    double nextDouble() {
        return twister.nextDouble();
    }

    double nextGaussian() {
        if (hasGauss) {
            double second = cachedGaussian;
            hasGauss = false;
            cachedGaussian = 0;
            return second;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * twister.nextDouble() - 1;
            y = 2 * twister.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * DoubleLog.log(square) / square);
        hasGauss = true;
        cachedGaussian = factor * x;
        return factor * y;
    }

    /**
     * Draws integers evenly distributed between two bounds, {@code randint(low, high, shape)}. The lower bound is
     * always given: {@code randint(0, 6).asInt()} is one integer, NumPy's {@code randint(6)}.
     *
     * @param low the smallest integer
     * @param high the upper bound, not included
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code low >= high}, or {@code high <= 0} if low is 0, unless the shape has no
     *     elements; {@code negative dimensions are not allowed}
     */
    public NDArray randint(long low, long high, int... shape) {
        return RandomIntegers.draw(twister, low, high, shape);
    }

    /**
     * Draws integers of a dtype evenly distributed between two bounds, {@code randint(low, high, shape, dtype)}. One
     * random word gives four numbers of uint8 or 32 of bool, so the numbers differ from those of int64.
     *
     * @param dtype bool, uint8 or int64
     * @param low the smallest integer
     * @param high the upper bound, not included
     * @param shape the lengths of the axes
     * @return a new array of that dtype
     * @throws IllegalArgumentException {@code low is out of bounds for uint8}, {@code high is out of bounds for uint8},
     *     or as for {@link #randint(long, long, int...)}
     * @throws UnsupportedOperationException {@code Unsupported dtype dtype('float64') for randint}
     */
    public NDArray randint(DType dtype, long low, long high, int... shape) {
        return RandomIntegers.draw(twister, dtype, low, high, shape);
    }

    /**
     * Draws an integer from 0 to {@code a}, without {@code a}, {@code choice(a)}.
     *
     * @param a the number of integers
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code a must be greater than 0 unless no samples are taken}
     */
    public NDArray choice(int a) {
        return choice(a, new int[0], true);
    }

    /**
     * Draws integers from 0 to {@code a}, without {@code a}, with replacement, {@code choice(a, size)}.
     *
     * @param a the number of integers
     * @param size the number of draws
     * @return a new 1-d array of int64
     * @throws IllegalArgumentException {@code a must be greater than 0 unless no samples are taken}, or {@code negative
     *     dimensions are not allowed}
     */
    public NDArray choice(int a, int size) {
        return choice(a, size, true);
    }

    /**
     * Draws integers from 0 to {@code a}, without {@code a}, {@code choice(a, size, replace)}. Without replacement,
     * they are the first of a {@link #permutation(int) permutation} of all integers, which takes time and memory for
     * all.
     *
     * @param a the number of integers
     * @param size the number of draws
     * @param replace whether the same one can be drawn again
     * @return a new 1-d array of int64
     * @throws IllegalArgumentException {@code a must be greater than 0 unless no samples are taken}, {@code Cannot take
     *     a larger sample than population when 'replace=False'}, or {@code negative dimensions are not allowed}, with a
     *     capital N without replacement
     */
    public NDArray choice(int a, int size, boolean replace) {
        return choice(a, new int[] {size}, replace);
    }

    /**
     * Draws integers from 0 to {@code a}, without {@code a}, into an array of several axes, {@code choice(a, shape,
     * replace)}.
     *
     * <pre>{@code
     * RandomState random = new RandomState(0);
     * System.out.println(random.choice(6, new int[] {2, 3}, false));
     * System.out.println(random.choice(6));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[5 2 1]
     *  [3 0 4]]
     * 5
     * }</pre>
     *
     * @param a the number of integers
     * @param shape the lengths of the axes; without any, one integer is drawn, as a 0-d array
     * @param replace whether the same one can be drawn again
     * @return a new array of int64
     * @throws IllegalArgumentException as for {@link #choice(int, int, boolean)}
     */
    public NDArray choice(int a, int[] shape, boolean replace) {
        Choice.checkPopulation(a, shape);
        return Choice.positions(this, a, shape, replace);
    }

    /**
     * Draws integers from 0 to {@code a}, without {@code a}, with the given probabilities, {@code choice(a, size,
     * replace, p)}.
     *
     * @param a the number of integers
     * @param size the number of draws
     * @param replace whether the same one can be drawn again
     * @param p the probability of each integer, a 1-d array
     * @return a new 1-d array of int64
     * @throws IllegalArgumentException {@code 'a' and 'p' must have same size}, {@code probabilities do not sum to 1},
     *     {@code probabilities are not non-negative}, {@code probabilities contain NaN}, {@code 'p' must be
     *     1-dimensional}, {@code Fewer non-zero entries in p than size}, or as for {@link #choice(int, int, boolean)}
     */
    public NDArray choice(int a, int size, boolean replace, NDArray p) {
        return choice(a, new int[] {size}, replace, p);
    }

    /**
     * Draws integers from 0 to {@code a}, without {@code a}, with the given probabilities, into an array of several
     * axes, {@code choice(a, shape, replace, p)}.
     *
     * @param a the number of integers
     * @param shape the lengths of the axes; without any, one integer is drawn, as a 0-d array
     * @param replace whether the same one can be drawn again
     * @param p the probability of each integer, a 1-d array
     * @return a new array of int64
     * @throws IllegalArgumentException as for {@link #choice(int, int, boolean, NDArray)}
     */
    public NDArray choice(int a, int[] shape, boolean replace, NDArray p) {
        Choice.checkPopulation(a, shape);
        return WeightedChoice.positions(this, a, shape, replace, Objects.requireNonNull(p, "p"));
    }

    /**
     * Draws an element of a vector, {@code choice(a)}.
     *
     * @param a a 1-d array, or a 0-d one of integers, which stands for the integers below its element
     * @return a new 0-d array of the same dtype; of int64 for a 0-d array
     * @throws IllegalArgumentException {@code a must be 1-dimensional}, {@code a must be 1-dimensional or an integer},
     *     or {@code 'a' cannot be empty unless no samples are taken}
     */
    public NDArray choice(NDArray a) {
        return choice(a, new int[0], true);
    }

    /**
     * Draws elements of a vector, {@code choice(a, size, replace)}.
     *
     * @param a a 1-d array, or a 0-d one of integers, which stands for the integers below its element
     * @param size the number of draws
     * @param replace whether the same one can be drawn again
     * @return a new 1-d array of the same dtype; of int64 for a 0-d array
     * @throws IllegalArgumentException {@code a must be 1-dimensional}, {@code a must be 1-dimensional or an integer},
     *     {@code 'a' cannot be empty unless no samples are taken}, or as for {@link #choice(int, int, boolean)}
     */
    public NDArray choice(NDArray a, int size, boolean replace) {
        return choice(a, new int[] {size}, replace);
    }

    /**
     * Draws elements of a vector into an array of several axes, {@code choice(a, shape, replace)}.
     *
     * @param a a 1-d array, or a 0-d one of integers, which stands for the integers below its element
     * @param shape the lengths of the axes; without any, one element is drawn, as a 0-d array
     * @param replace whether the same one can be drawn again
     * @return a new array of the same dtype; of int64 for a 0-d array
     * @throws IllegalArgumentException as for {@link #choice(NDArray, int, boolean)}
     */
    public NDArray choice(NDArray a, int[] shape, boolean replace) {
        if (a.ndim() == 0) {
            return choice(Choice.population(a), shape, replace);
        }
        Choice.checkPopulation(a, shape);
        return a.get(Choice.positions(this, a.size(), shape, replace));
    }

    /**
     * Draws elements of a vector with the given probabilities, {@code choice(a, size, replace, p)}.
     *
     * @param a a 1-d array, or a 0-d one of integers, which stands for the integers below its element
     * @param size the number of draws
     * @param replace whether the same one can be drawn again
     * @param p the probability of each element, a 1-d array
     * @return a new 1-d array of the same dtype; of int64 for a 0-d array
     * @throws IllegalArgumentException {@code a must be 1-dimensional}, {@code a must be 1-dimensional or an integer},
     *     {@code 'a' cannot be empty unless no samples are taken}, or as for {@link #choice(int, int, boolean,
     *     NDArray)}
     */
    public NDArray choice(NDArray a, int size, boolean replace, NDArray p) {
        return choice(a, new int[] {size}, replace, p);
    }

    /**
     * Draws elements of a vector with the given probabilities into an array of several axes, {@code choice(a, shape,
     * replace, p)}.
     *
     * @param a a 1-d array, or a 0-d one of integers, which stands for the integers below its element
     * @param shape the lengths of the axes; without any, one element is drawn, as a 0-d array
     * @param replace whether the same one can be drawn again
     * @param p the probability of each element, a 1-d array
     * @return a new array of the same dtype; of int64 for a 0-d array
     * @throws IllegalArgumentException as for {@link #choice(NDArray, int, boolean, NDArray)}
     */
    public NDArray choice(NDArray a, int[] shape, boolean replace, NDArray p) {
        if (a.ndim() == 0) {
            return choice(Choice.population(a), shape, replace, p);
        }
        Choice.checkPopulation(a, shape);
        return a.get(WeightedChoice.positions(this, a.size(), shape, replace, Objects.requireNonNull(p, "p")));
    }

    /**
     * Puts the integers from 0 to {@code n}, without {@code n}, into random order, {@code permutation(n)}.
     *
     * @param n the number of integers; a negative number counts as 0
     * @return a new 1-d array of int64
     */
    public NDArray permutation(int n) {
        NDArray result = NDArray.empty(DType.INT64, Math.max(n, 0));
        long[] values = (long[]) Inside.storage(result).values();
        Arrays.setAll(values, i -> i);
        Shuffling.shuffle(values, twister);
        return result;
    }

    /**
     * Copies an array in random order along its first axis, {@code permutation(a)}.
     *
     * @param a the array, which does not change
     * @return a new array of the same shape and dtype
     * @throws IndexOutOfBoundsException {@code x must be an integer or at least 1-dimensional}
     */
    public NDArray permutation(NDArray a) {
        if (a.ndim() == 0) {
            throw new IndexOutOfBoundsException("x must be an integer or at least 1-dimensional");
        }
        return a.get(permutation(a.shape(0)));
    }

    /**
     * Puts an array into random order along its first axis, in place, {@code shuffle(a)}.
     *
     * @param a the array or view
     * @throws UnsupportedOperationException {@code len() of unsized object} for a 0-d array
     * @throws IllegalArgumentException {@code array is read-only} for a broadcast view
     */
    public void shuffle(NDArray a) {
        Shuffling.shuffle(a, twister);
    }

    // Distributions

    private static void checkNotNegative(String parameter, double value) {
        if (Math.copySign(1, value) < 0 && !Double.isNaN(value)) {
            throw negative(parameter);
        }
    }

    private static void checkPositive(String parameter, double value) {
        if (value <= 0) {
            throw new IllegalArgumentException(parameter + " <= 0");
        }
    }

    /**
     * Draws numbers from an exponential distribution, {@code exponential(scale, shape)}.
     *
     * @param scale the mean
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code scale < 0}, also for -0.0, or {@code negative dimensions are not allowed}
     */
    public NDArray exponential(double scale, int... shape) {
        checkNotNegative("scale", scale);
        return Distributions.draw(i -> scale * distributions.exponential(), shape);
    }

    /**
     * Draws a number from each of many exponential distributions, {@code exponential(scale, shape)} with an array.
     *
     * @param scale the means
     * @param shape the lengths of the axes, to which the parameter is broadcast; without them, the shape is that of the
     *     parameter
     * @return a new array of float64
     * @throws IllegalArgumentException {@code scale < 0}, or as for {@link #normal(NDArray, NDArray, int...)}
     */
    public NDArray exponential(NDArray scale, int... shape) {
        return new ArrayParameters(this).exponential(scale, shape);
    }

    /**
     * Draws numbers from a gamma distribution, {@code gamma(form, scale, shape)}.
     *
     * @param form NumPy's {@code shape}; the mean is the form times the scale
     * @param scale the scale
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code shape < 0} or {@code scale < 0}, also for -0.0, or {@code negative
     *     dimensions are not allowed}
     */
    public NDArray gamma(double form, double scale, int... shape) {
        checkNotNegative("shape", form);
        checkNotNegative("scale", scale);
        return Distributions.draw(i -> scale * distributions.gamma(form), shape);
    }

    /**
     * Draws numbers from a beta distribution, {@code beta(a, b, shape)}.
     *
     * @param a the first parameter, alpha
     * @param b the second parameter, beta
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code a <= 0}, {@code b <= 0}, or {@code negative dimensions are not allowed}
     */
    public NDArray beta(double a, double b, int... shape) {
        checkPositive("a", a);
        checkPositive("b", b);
        return Distributions.draw(i -> distributions.beta(a, b), shape);
    }

    /**
     * Draws numbers from Student's t distribution, {@code standard_t(degrees, shape)}.
     *
     * @param degrees the degrees of freedom
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code df <= 0}, or {@code negative dimensions are not allowed}
     */
    public NDArray standardT(double degrees, int... shape) {
        checkPositive("df", degrees);
        return Distributions.draw(i -> distributions.standardT(degrees), shape);
    }

    /**
     * Draws numbers whose logarithm has a normal distribution, {@code lognormal(mean, sigma, shape)}.
     *
     * @param mean the mean of the logarithms
     * @param sigma the standard deviation of the logarithms
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code sigma < 0}, also for -0.0, or {@code negative dimensions are not allowed}
     */
    public NDArray lognormal(double mean, double sigma, int... shape) {
        checkNotNegative("sigma", sigma);
        return Distributions.draw(i -> PortableMath.exp(mean + sigma * nextGaussian()), shape);
    }

    /**
     * Draws numbers from a Laplace distribution, {@code laplace(location, scale, shape)}.
     *
     * @param location the mean
     * @param scale the width of the distribution
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code scale < 0}, also for -0.0, or {@code negative dimensions are not allowed}
     */
    public NDArray laplace(double location, double scale, int... shape) {
        checkNotNegative("scale", scale);
        return Distributions.draw(i -> distributions.laplace(location, scale), shape);
    }

    /**
     * Draws numbers from a logistic distribution, {@code logistic(location, scale, shape)}.
     *
     * @param location the mean
     * @param scale the width of the distribution
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code scale < 0}, also for -0.0, or {@code negative dimensions are not allowed}
     */
    public NDArray logistic(double location, double scale, int... shape) {
        checkNotNegative("scale", scale);
        return Distributions.draw(i -> distributions.logistic(location, scale), shape);
    }

    /**
     * Draws numbers from a triangular distribution, {@code triangular(left, mode, right, shape)}.
     *
     * @param left the lower bound
     * @param mode where the triangle is highest
     * @param right the upper bound
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code left > mode}, {@code mode > right}, {@code left == right}, or
     *     {@code negative dimensions are not allowed}
     */
    public NDArray triangular(double left, double mode, double right, int... shape) {
        if (left > mode || mode > right || left == right) {
            throw new IllegalArgumentException(
                    left > mode ? "left > mode" : mode > right ? "mode > right" : "left == right");
        }
        return Distributions.draw(i -> distributions.triangular(left, mode, right), shape);
    }

    /**
     * Draws numbers of successes in a number of trials, {@code binomial(trials, p, shape)}.
     *
     * @param trials the number of trials
     * @param p the probability of a success
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code n < 0}, {@code p < 0, p > 1 or p is NaN}, or {@code negative dimensions
     *     are not allowed}
     */
    public NDArray binomial(long trials, double p, int... shape) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p < 0, p > 1 or p is NaN");
        }
        if (trials < 0) {
            throw negative("n");
        }
        return Distributions.drawIntegers(i -> distributions.binomial(trials, p), shape);
    }

    /**
     * Draws a number from each of many binomial distributions, {@code binomial(trials, p, shape)} with arrays. A
     * parameter that is one number is {@code NDArray.scalar(10)}.
     *
     * @param trials the numbers of trials, of an integer dtype or bool
     * @param p the probabilities of success
     * @param shape the lengths of the axes, to which the parameters are broadcast; without them, the shape is that of
     *     the parameters broadcast to each other
     * @return a new array of int64
     * @throws IllegalArgumentException {@code n < 0}, {@code p < 0, p > 1 or p contains NaNs}, or as for
     *     {@link #normal(NDArray, NDArray, int...)}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public NDArray binomial(NDArray trials, NDArray p, int... shape) {
        return new ArrayParameters(this).binomial(trials, p, shape);
    }

    /**
     * Draws numbers of trials until the first success, {@code geometric(p, shape)}.
     *
     * @param p the probability of a success
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code p <= 0, p > 1 or p contains NaNs}, or {@code negative dimensions are not
     *     allowed}
     */
    public NDArray geometric(double p, int... shape) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("p <= 0, p > 1 or p contains NaNs");
        }
        return Distributions.drawIntegers(i -> distributions.geometric(p), shape);
    }

    /**
     * Draws numbers of events at a mean rate, {@code poisson(rate, shape)}.
     *
     * @param rate the mean
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code lam < 0 or lam is NaN}, {@code lam value too large}, or {@code negative
     *     dimensions are not allowed}
     */
    public NDArray poisson(double rate, int... shape) {
        if (!(rate >= 0)) {
            throw new IllegalArgumentException("lam < 0 or lam is NaN");
        }
        if (rate > MAX_RATE) {
            throw new IllegalArgumentException("lam value too large");
        }
        return Distributions.drawIntegers(i -> distributions.poisson(rate), shape);
    }

    /**
     * Draws a number from each of many Poisson distributions, {@code poisson(rate, shape)} with an array.
     *
     * @param rate the expected values, {@code lam}
     * @param shape the lengths of the axes, to which the parameter is broadcast; without them, the shape is that of the
     *     parameter
     * @return a new array of int64
     * @throws IllegalArgumentException {@code lam < 0 or lam contains NaNs}, {@code lam value too large}, also for NaN,
     *     or as for {@link #normal(NDArray, NDArray, int...)}
     */
    public NDArray poisson(NDArray rate, int... shape) {
        return new ArrayParameters(this).poisson(rate, shape);
    }

    /**
     * Draws how often each of several outcomes occurs in a number of trials, {@code multinomial(trials, probabilities,
     * shape)}.
     *
     * @param trials the number of trials
     * @param probabilities the probabilities of the outcomes, a 1-d array; the last outcome gets what the others leave,
     *     whatever its own value
     * @param shape the lengths of the axes
     * @return a new array of int64, with an additional last axis for the outcomes
     * @throws IllegalArgumentException {@code n < 0}, {@code pvals < 0, pvals > 1 or pvals contains NaNs},
     *     {@code sum(pvals[:-1]) > 1.0}, or {@code negative dimensions are not allowed}
     * @throws UnsupportedOperationException {@code pvals must be a 1-d sequence}
     */
    public NDArray multinomial(long trials, NDArray probabilities, int... shape) {
        if (probabilities.ndim() != 1) {
            throw new UnsupportedOperationException("pvals must be a 1-d sequence");
        }
        if (trials < 0) {
            throw negative("n");
        }
        double[] p = probabilities.astype(DType.FLOAT64).toDoubleArray();
        for (double probability : p) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("pvals < 0, pvals > 1 or pvals contains NaNs");
            }
        }
        if (WeightedChoice.sum(p, p.length - 1) > 1 + 1e-12 && p.length > 1) {
            throw new IllegalArgumentException("sum(pvals[:-1]) > 1.0");
        }
        int[] lengths = Arrays.copyOf(shape, shape.length + 1);
        lengths[shape.length] = p.length;
        NDArray result = NDArray.zeros(DType.INT64, lengths);
        long[] counts = (long[]) Inside.storage(result).values();
        for (int at = 0; at < result.size(); at += p.length) {
            distributions.multinomial(trials, p, counts, at);
        }
        return result;
    }

    /**
     * Everything that the next numbers depend on, {@code get_state()}. Save it with a checkpoint and hand it to
     * {@link #of of}. A state is immutable.
     *
     * @param key the 624 words of MT19937, each from 0 to 4294967295; copied
     * @param position the number of words that have been used
     * @param hasGauss whether the next number of a normal distribution has already been made
     * @param cachedGaussian this next number, of the standard normal distribution
     */
    @SuppressWarnings("ArrayRecordComponent") // never changed or handed out
    public record State(long[] key, int position, boolean hasGauss, double cachedGaussian) {
        /**
         * Checks the parts and copies the words.
         *
         * @throws IllegalArgumentException {@code a state of MT19937 has 624 words, not 3}, {@code integer -1 out of
         *     bounds for uint32}, {@code the position in a state of MT19937 is from 0 to 624, not 625}, or if only
         *     zeros would follow
         */
        public State {
            key = new MersenneTwister(key, position).key();
        }

        /** {@return the words, in a new array of 624 integers from 0 to 4294967295} */
        @Override
        public long[] key() {
            return key.clone();
        }

        /**
         * Tests whether the other object is a state with the same parts, so that the same numbers follow.
         *
         * @param other any object
         */
        @Override
        public boolean equals(Object other) {
            return other instanceof State state
                    && Arrays.equals(key, state.key)
                    && position == state.position
                    && hasGauss == state.hasGauss
                    && Double.compare(cachedGaussian, state.cachedGaussian) == 0;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(key) + position;
        }

        /**
         * Describes the state without its words.
         *
         * @return for example {@code State[position=624, hasGauss=false, cachedGaussian=0.0]}
         */
        @Override
        public String toString() {
            return "State[position=%s, hasGauss=%b, cachedGaussian=%s]".formatted(position, hasGauss, cachedGaussian);
        }
    }

    private Object writeReplace() {
        return new SerializedForm(RandomState.class, null)
                .with("key", NDArray.of(twister.key()))
                .with("pos", NDArray.scalar((long) twister.position()))
                .with("has_gauss", NDArray.scalar(hasGauss))
                .with("cached_gaussian", NDArray.scalar(cachedGaussian));
    }

    static RandomState unpacked(SerializedForm form) {
        double gaussian = form.part("cached_gaussian", NDArray.class).asDouble();
        if (!Double.isFinite(gaussian)) {
            throw new IllegalArgumentException("the next Gaussian must be finite, but is " + gaussian);
        }
        return of(new State(
                form.part("key", NDArray.class).toLongArray(),
                Math.toIntExact(form.part("pos", NDArray.class).asLong()),
                form.part("has_gauss", NDArray.class).asBoolean(),
                gaussian));
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(RandomState.class);
    }

    static IllegalArgumentException negative(String parameter) {
        return new IllegalArgumentException(parameter + " < 0");
    }
}
