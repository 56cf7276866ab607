import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Writes the tables of the functions of {@code double}. They are those of published libraries, to the last bit, but
 * nearly all of their numbers follow from a definition: a function of a simple number, computed with 80 digits and
 * rounded.
 */
final class Tables {
    private static final String PACKAGE = "io.github.dlfs4j.ndarray.kernel.function";
    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(80);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int STEPS = 128;

    /** A logarithm with this many bits after the point can be added exactly to the high part of k log 2. */
    private static final int BITS_OF_LOG = 43;

    /** The bits of the number where the first interval of the logarithm in a power begins. */
    private static final long FIRST_OF_POW = Double.doubleToRawLongBits(0x1.69555p-1);

    /** From the bits where an interval begins to those where the next does. Twice a number is 128 intervals away. */
    private static final long INTERVAL = 1L << (52 - 7);

    /**
     * 1 / c for each interval of the logarithm. Sz. Nagy chose each c near the middle of the interval so that the
     * rounding errors of 1 / c and log c are small (Arm's <i>optimized routines</i>, math/log_data.c, 2018).
     */
    private static final double[] INVERSES_OF_LOG = {
        0x1.734f0c3e0de9fp0, 0x1.713786a2ce91fp0, 0x1.6f26008fab5a0p0, 0x1.6d1a61f138c7dp0, 0x1.6b1490bc5b4d1p0,
        0x1.69147332f0cbap0, 0x1.6719f18224223p0, 0x1.6524f99a51ed9p0, 0x1.63356aa8f24c4p0, 0x1.614b36b9ddc14p0,
        0x1.5f66452c65c4cp0, 0x1.5d867b5912c4fp0, 0x1.5babccb5b90dep0, 0x1.59d61f2d91a78p0, 0x1.5805612465687p0,
        0x1.56397cee76bd3p0, 0x1.54725e2a77f93p0, 0x1.52aff42064583p0, 0x1.50f22dbb2bddfp0, 0x1.4f38f4734ded7p0,
        0x1.4d843cfde2840p0, 0x1.4bd3ec078a3c8p0, 0x1.4a27fc3e0258ap0, 0x1.4880524d48434p0, 0x1.46dce1b192d0bp0,
        0x1.453d9d3391854p0, 0x1.43a2744b4845ap0, 0x1.420b54115f8fbp0, 0x1.40782da3ef4b1p0, 0x1.3ee8f5d57fe8fp0,
        0x1.3d5d9a00b4ce9p0, 0x1.3bd60c010c12bp0, 0x1.3a5242b75dab8p0, 0x1.38d22cd9fd002p0, 0x1.3755bc5847a1cp0,
        0x1.35dce49ad36e2p0, 0x1.34679984dd440p0, 0x1.32f5cceffcb24p0, 0x1.3187775a10d49p0, 0x1.301c8373e3990p0,
        0x1.2eb4ebb95f841p0, 0x1.2d50a0219a9d1p0, 0x1.2bef9a8b7fd2ap0, 0x1.2a91c7a0c1babp0, 0x1.293726014b530p0,
        0x1.27dfa5757a1f5p0, 0x1.268b39b1d3bbfp0, 0x1.2539d838ff5bdp0, 0x1.23eb7aac9083bp0, 0x1.22a012ba940b6p0,
        0x1.2157996cc4132p0, 0x1.201201dd2fc9bp0, 0x1.1ecf4494d480bp0, 0x1.1d8f5528f6569p0, 0x1.1c52311577e7cp0,
        0x1.1b17c74cb26e9p0, 0x1.19e010c2c1ab6p0, 0x1.18ab07bb670bdp0, 0x1.1778a25efbcb6p0, 0x1.1648d354c31dap0,
        0x1.151b990275fddp0, 0x1.13f0ea432d24cp0, 0x1.12c8b7210f9dap0, 0x1.11a3028ecb531p0, 0x1.107fbda8434afp0,
        0x1.0f5ee0f4e6bb3p0, 0x1.0e4065d2a9fcep0, 0x1.0d244632ca521p0, 0x1.0c0a77ce2981ap0, 0x1.0af2f83c636d1p0,
        0x1.09ddb98a01339p0, 0x1.08cabaf52e7dfp0, 0x1.07b9f2f4e28fbp0, 0x1.06ab58c358f19p0, 0x1.059eea5ecf92cp0,
        0x1.04949cdd12c90p0, 0x1.038c6c6f0ada9p0, 0x1.02865137932a9p0, 0x1.0182427ea7348p0, 0x1.008040614b195p0,
        0x1.fe01ff726fa1ap-1, 0x1.fa11cc261ea74p-1, 0x1.f6310b081992ep-1, 0x1.f25f63ceeadcdp-1, 0x1.ee9c8039113e7p-1,
        0x1.eae8078cbb1abp-1, 0x1.e741aa29d0c9bp-1, 0x1.e3a91830a99b5p-1, 0x1.e01e009609a56p-1, 0x1.dca01e577bb98p-1,
        0x1.d92f20b7c9103p-1, 0x1.d5cac66fb5ccep-1, 0x1.d272caa5ede9dp-1, 0x1.cf26e3e6b2ccdp-1, 0x1.cbe6da2a77902p-1,
        0x1.c8b266d37086dp-1, 0x1.c5894bd5d5804p-1, 0x1.c26b533bb9f8cp-1, 0x1.bf583eeece73fp-1, 0x1.bc4fd75db96c1p-1,
        0x1.b951e0c864a28p-1, 0x1.b65e2c5ef3e2cp-1, 0x1.b374867c9888bp-1, 0x1.b094b211d304ap-1, 0x1.adbe885f2ef7ep-1,
        0x1.aaf1d31603da2p-1, 0x1.a82e63fd358a7p-1, 0x1.a5740ef09738bp-1, 0x1.a2c2a90ab4b27p-1, 0x1.a01a01393f2d1p-1,
        0x1.9d79f24db3c1bp-1, 0x1.9ae2505c7b190p-1, 0x1.9852ef297ce2fp-1, 0x1.95cbaeea44b75p-1, 0x1.934c69de74838p-1,
        0x1.90d4f2f6752e6p-1, 0x1.8e6528effd79dp-1, 0x1.8bfce9fcc007cp-1, 0x1.899c0dabec30ep-1, 0x1.87427aa2317fbp-1,
        0x1.84f00acb39a08p-1, 0x1.82a49e8653e55p-1, 0x1.8060195f40260p-1, 0x1.7e22563e0a329p-1, 0x1.7beb377dcb5adp-1,
        0x1.79baa679725c2p-1, 0x1.77907f2170657p-1, 0x1.756cadbd6130cp-1,
    };

    /**
     * Where the lower parts of the published sines and cosines are not the nearest numbers: n, 0 for the sine of n/128
     * or 1 for the cosine, and the difference in units in the last place.
     */
    private static final int[][] INEXACT_LOWER_PARTS = {
        {2, 0, 1}, {10, 0, 1}, {23, 0, 39}, {26, 1, 1}, {27, 0, 1}, {33, 0, 1}, {34, 0, 1}, {36, 0, 1}, {40, 0, -2},
        {44, 1, 1}, {70, 1, 1}, {75, 0, 1}, {75, 1, -2}, {79, 1, 1}, {85, 0, 1}, {90, 0, -2}, {94, 0, 1}, {107, 0, 1}
    };

    private static final int LAST_SINE = 109;

    /** Adds the classes of all tables. */
    static void generate(Map<Path, String> generated) {
        add(
                generated,
                "PowersOfTwoTable",
                "For each k: the power 2<sup>k/128</sup> and its correction.",
                powersOfTwo());
        add(generated, "LogTable", "For each interval: 1 / c and log c.", logs());
        add(
                generated,
                "PowTable",
                "For each interval: 1 / c, the high part of log c and its low part.",
                logsInTwoParts());
        add(generated, "SineTable", "For each n/128: the sine, its lower part, the cosine, its lower part.", sines());
    }

    /** 2<sup>k/128</sup> is a power times 1 + correction. */
    private static List<double[]> powersOfTwo() {
        BigDecimal root = TWO;
        for (int n = 1; n < STEPS; n *= 2) {
            root = root.sqrt(DIGITS);
        }
        List<double[]> rows = new ArrayList<>();
        BigDecimal power = BigDecimal.ONE;
        for (int k = 0; k < STEPS; k++) {
            BigDecimal rounded = rounded(power);
            BigDecimal correction = power.divide(rounded, DIGITS).subtract(BigDecimal.ONE);
            rows.add(new double[] {rounded.doubleValue(), correction.doubleValue()});
            power = power.multiply(root, DIGITS);
        }
        return rows;
    }

    private static List<double[]> logs() {
        List<double[]> rows = new ArrayList<>();
        for (double inverse : INVERSES_OF_LOG) {
            rows.add(new double[] {inverse, shortened(logOfInverse(inverse)).doubleValue()});
        }
        return rows;
    }

    /** 1 / c has so few bits that z / c - 1 is exact for every z of the interval. */
    private static List<double[]> logsInTwoParts() {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            double middle = Double.longBitsToDouble(FIRST_OF_POW + i * INTERVAL + INTERVAL / 2);
            int unit = middle < 1 ? STEPS : 2 * STEPS;
            double inverse = Math.rint(unit / middle) / unit;
            BigDecimal log = logOfInverse(inverse);
            BigDecimal high = shortened(log);
            rows.add(new double[] {
                inverse, high.doubleValue(), log.subtract(high).doubleValue()
            });
        }
        return rows;
    }

    private static List<double[]> sines() {
        List<double[]> rows = new ArrayList<>();
        for (int n = 0; n <= LAST_SINE; n++) {
            BigDecimal x = BigDecimal.valueOf(n).divide(BigDecimal.valueOf(STEPS));
            BigDecimal sine = sum(x, x, 1);
            BigDecimal cosine = sum(BigDecimal.ONE, x, 0);
            rows.add(new double[] {sine.doubleValue(), rest(sine), cosine.doubleValue(), rest(cosine)});
        }
        for (int[] inexact : INEXACT_LOWER_PARTS) {
            double[] row = rows.get(inexact[0]);
            int column = 2 * inexact[1] + 1;
            row[column] = Double.longBitsToDouble(Double.doubleToRawLongBits(row[column]) + inexact[2]);
        }
        return rows;
    }

    private static BigDecimal rounded(BigDecimal x) {
        return new BigDecimal(x.doubleValue());
    }

    private static double rest(BigDecimal x) {
        return x.subtract(rounded(x)).doubleValue();
    }

    private static BigDecimal shortened(BigDecimal log) {
        BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(BITS_OF_LOG));
        return log.multiply(unit).setScale(0, RoundingMode.HALF_EVEN).divide(unit);
    }

    /** Returns log(1 / x) by the series of the inverse hyperbolic tangent. */
    private static BigDecimal logOfInverse(double x) {
        BigDecimal inverse = new BigDecimal(x);
        BigDecimal t = BigDecimal.ONE.subtract(inverse).divide(BigDecimal.ONE.add(inverse), DIGITS);
        BigDecimal power = t;
        BigDecimal sum = t;
        for (int n = 3; power.abs().compareTo(NEGLIGIBLE) > 0; n += 2) {
            power = power.multiply(t, DIGITS).multiply(t, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS));
        }
        return sum.multiply(TWO);
    }

    /** Returns the sum of the series that begins with a term of x<sup>n</sup> / n!, as sine and cosine do. */
    private static BigDecimal sum(BigDecimal first, BigDecimal x, int n) {
        BigDecimal term = first;
        BigDecimal sum = first;
        for (int k = n; term.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
            BigDecimal factor = x.multiply(x).divide(BigDecimal.valueOf((k + 1) * (k + 2)), DIGITS);
            term = term.multiply(factor, DIGITS).negate();
            sum = sum.add(term);
        }
        return sum;
    }

    private static void add(Map<Path, String> generated, String name, String rows, List<double[]> values) {
        String lines = values.stream()
                .map(row -> DoubleStream.of(row)
                        .mapToObj(Double::toHexString)
                        .collect(Collectors.joining(", ", "        ", ",\n")))
                .collect(Collectors.joining());
        String text = """
                // Generated by src/build/java/Tables.java: edit that file, not this one.
                package %s;

                /** %s */
                final class %s {
                    static final double[] VALUES = {
                %s    };

                    private %s() {}
                }
                """.formatted(PACKAGE, rows, name, lines, name);
        generated.put(Path.of(PACKAGE.replace('.', '/'), name + ".java"), text);
    }
}
