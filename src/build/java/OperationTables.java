/**
 * The tables of element-wise operations, of which {@link OperationEnums} makes enums.
 *
 * <p>A line has NumPy's name, the dtype of the result and the loops of bool, long and double; the loop of float is that
 * of double, with another name. The dtype is that of the operands, or what a method of {@code ResultTypes} says of it.
 * A loop is a static method, with its arguments if they are not all operands. A formula of {@code x} is computed
 * element by element, in double for float32 too. Without a loop of bool, bool is computed as long.
 */
final class OperationTables {
    static final String UNARY = """
            negative      ofNegative   -                  LongArithmeticLoops.negative       DoubleArithmeticLoops.negative
            absolute      same         -                  LongArithmeticLoops.absolute       DoubleArithmeticLoops.absolute
            fabs          floating     -                  -                                  DoubleArithmeticLoops.absolute
            positive      ofPositive   -                  copy                               copy
            conjugate     ofNumbers    -                  copy                               copy
            square        ofNumbers    -                  LongArithmeticLoops.square         DoubleArithmeticLoops.square
            sign          ofNumbers    -                  LongArithmeticLoops.sign           DoubleArithmeticLoops.sign
            reciprocal    ofNumbers    -                  LongDivisionLoops.reciprocal       DoubleUnaryLoops.reciprocal
            modf          floating     -                  -                                  DoubleUnaryLoops.fraction
            floor         same         -                  copy                               DoubleUnaryLoops.floor
            ceil          same         -                  copy                               DoubleUnaryLoops.ceil
            trunc         same         -                  copy                               DoubleUnaryLoops.trunc
            rint          floating     -                  -                                  DoubleUnaryLoops.rint
            deg2rad       floating     -                  -                                  DoubleUnaryLoops.toRadians
            rad2deg       floating     -                  -                                  DoubleUnaryLoops.toDegrees
            radians       floating     -                  -                                  DoubleUnaryLoops.toRadians
            degrees       floating     -                  -                                  DoubleUnaryLoops.toDegrees
            sqrt          floating     -                  -                                  DoubleUnaryLoops.sqrt
            exp           floating     -                  -                                  DoubleExp.exp
            log           floating     -                  -                                  DoubleLog.log
            sin           floating     -                  -                                  DoubleSines.sin
            cos           floating     -                  -                                  DoubleSines.cos
            tanh          floating     -                  -                                  DoubleTanh.tanh
            sigmoid       floating     -                  -                                  DoubleSigmoid.sigmoid
            invert        ofBits       BooleanLoops.not   LongBitLoops.invert                -
            tan           floating     -                  -                                  StrictMath.tan(x)
            arcsin        floating     -                  -                                  InverseSines.arcsin(x)
            arccos        floating     -                  -                                  InverseSines.arccos(x)
            arctan        floating     -                  -                                  StrictMath.atan(x)
            sinh          floating     -                  -                                  StrictMath.sinh(x)
            cosh          floating     -                  -                                  StrictMath.cosh(x)
            arcsinh       floating     -                  -                                  InverseHyperbolics.arcsinh(x)
            arccosh       floating     -                  -                                  InverseHyperbolics.arccosh(x)
            arctanh       floating     -                  -                                  InverseHyperbolics.arctanh(x)
            exp2          floating     -                  -                                  DoublePow.pow(2,x)
            expm1         floating     -                  -                                  StrictMath.expm1(x)
            log2          floating     -                  -                                  DoubleLogarithms.log2(x)
            log10         floating     -                  -                                  DoubleLogarithms.log10(x)
            log1p         floating     -                  -                                  StrictMath.log1p(x)
            cbrt          floating     -                  -                                  StrictMath.cbrt(x)
            erf           floating     -                  -                                  ErrorFunction.erf
            """;

    static final String BINARY = """
            add           same          -                 LongArithmeticLoops.add            DoubleArithmeticLoops.add
            subtract      ofDifference  -                 LongArithmeticLoops.subtract       DoubleArithmeticLoops.subtract
            multiply      same          -                 LongArithmeticLoops.multiply       DoubleArithmeticLoops.multiply
            divide        floating      -                 -                                  DoubleQuotientLoops.divide
            power         ofNumbers     -                 LongPowerLoop.power                DoublePowerLoop.power
            maximum       same          -                 LongArithmeticLoops.maximum        DoubleArithmeticLoops.maximum
            minimum       same          -                 LongArithmeticLoops.minimum        DoubleArithmeticLoops.minimum
            floor_divide  ofNumbers     -                 LongDivisionLoops.floorDivide      DoubleDivisionLoops.floorDivide
            remainder     ofNumbers     -                 LongDivisionLoops.remainder        DoubleDivisionLoops.remainder
            fmod          ofNumbers     -                 LongDivisionLoops.fmod             DoubleDivisionLoops.fmod
            fmax          same          -                 LongArithmeticLoops.maximum        DoubleNumberLoops.fmax
            fmin          same          -                 LongArithmeticLoops.minimum        DoubleNumberLoops.fmin
            copysign      floating      -                 -                                  DoubleNumberLoops.copysign
            nextafter     floating      -                 -                                  DoubleNumberLoops.nextafter
            heaviside     floating      -                 -                                  DoubleNumberLoops.heaviside
            logaddexp     floating      -                 -                                  DoublePairLoops.logaddexp
            logaddexp2    floating      -                 -                                  DoublePairLoops.logaddexp2
            arctan2       floating      -                 -                                  DoublePairLoops.arctan2
            hypot         floating      -                 -                                  DoublePairLoops.hypot
            bitwise_and   ofBits        BooleanLoops.and  LongBitLoops.and                   -
            bitwise_or    ofBits        BooleanLoops.or   LongBitLoops.or                    -
            bitwise_xor   ofBits        BooleanLoops.xor  LongBitLoops.xor                   -
            left_shift    ofShift       -                 LongBitLoops.leftShift             -
            right_shift   ofShift       -                 LongBitLoops.rightShift            -
            """;

    /** The loops for an array and a number on the right, and for a number on the left, of long and of double. */
    static final String WITH_NUMBERS = """
            add       LongScalarLoops.add       LongScalarLoops.add           DoubleScalarLoops.add         DoubleScalarLoops.add
            subtract  LongScalarLoops.subtract  LongScalarLoops.subtractFrom  DoubleScalarLoops.subtract    DoubleScalarLoops.subtractFrom
            multiply  LongScalarLoops.multiply  LongScalarLoops.multiply      DoubleScalarLoops.multiply    DoubleScalarLoops.multiply
            divide    -                         -                             DoubleQuotientLoops.divideBy  DoubleQuotientLoops.divideInto
            maximum   LongScalarLoops.maximum   LongScalarLoops.maximum       DoubleScalarLoops.maximum     DoubleScalarLoops.maximum
            minimum   LongScalarLoops.minimum   LongScalarLoops.minimum       DoubleScalarLoops.minimum     DoubleScalarLoops.minimum
            less           LongComparisons.lessThan     LongComparisons.greaterThan  DoubleComparisons.lessThan     DoubleComparisons.greaterThan
            less_equal     LongComparisons.atMost       LongComparisons.atLeast      DoubleComparisons.atMost       DoubleComparisons.atLeast
            greater        LongComparisons.greaterThan  LongComparisons.lessThan     DoubleComparisons.greaterThan  DoubleComparisons.lessThan
            greater_equal  LongComparisons.atLeast      LongComparisons.atMost       DoubleComparisons.atLeast      DoubleComparisons.atMost
            """;

    /** Their results are bool. */
    static final String RELATIONS = """
            equal          bool  -  LongComparisons.equal           DoubleComparisons.equal
            not_equal      bool  -  LongComparisons.notEqual        DoubleComparisons.notEqual
            less           bool  -  LongComparisons.less            DoubleComparisons.less
            less_equal     bool  -  LongComparisons.lessEqual       DoubleComparisons.lessEqual
            greater        bool  -  LongComparisons.less(b,a)       DoubleComparisons.less(b,a)
            greater_equal  bool  -  LongComparisons.lessEqual(b,a)  DoubleComparisons.lessEqual(b,a)
            isnan          bool  -  -  DoubleKindLoops.isNaN(a)
            isfinite       bool  -  -  DoubleKindLoops.isFinite(a)
            isinf          bool  -  -  DoubleKindLoops.isInfinite(a)
            isposinf       bool  -  -  DoubleKindLoops.isEqual(a,Double.POSITIVE_INFINITY)
            isneginf       bool  -  -  DoubleKindLoops.isEqual(a,Double.NEGATIVE_INFINITY)
            signbit        bool  -  -  DoubleKindLoops.hasSign(a)
            logical_not    bool  -  -  DoubleKindLoops.isEqual(a,0)
            """;
}
