package io.github.dlfs4j.ndarray;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** The functions of {@link MathFunctions}, {@link Logic} and {@link BitOperations} by their names in the records. */
public final class ElementwiseFunctions {
    /** A function of an array and a double. */
    interface WithNumber {
        NDArray apply(NDArray a, double b);
    }

    /** A function of an array and an integer. */
    interface WithInteger {
        NDArray apply(NDArray a, long b);
    }

    static final Map<String, UnaryOperator<NDArray>> OF_ONE = new HashMap<>();
    static final Map<String, BinaryOperator<NDArray>> OF_TWO = new HashMap<>();
    static final Map<String, WithNumber> WITH_NUMBER = new HashMap<>();
    static final Map<String, WithInteger> WITH_INTEGER = new HashMap<>();

    static {
        OF_ONE.put("tan", MathFunctions::tan);
        OF_ONE.put("arcsin", MathFunctions::arcsin);
        OF_ONE.put("arccos", MathFunctions::arccos);
        OF_ONE.put("arctan", MathFunctions::arctan);
        OF_ONE.put("sinh", MathFunctions::sinh);
        OF_ONE.put("cosh", MathFunctions::cosh);
        OF_ONE.put("arcsinh", MathFunctions::arcsinh);
        OF_ONE.put("arccosh", MathFunctions::arccosh);
        OF_ONE.put("arctanh", MathFunctions::arctanh);
        OF_ONE.put("exp2", MathFunctions::exp2);
        OF_ONE.put("expm1", MathFunctions::expm1);
        OF_ONE.put("log2", MathFunctions::log2);
        OF_ONE.put("log10", MathFunctions::log10);
        OF_ONE.put("log1p", MathFunctions::log1p);
        OF_ONE.put("cbrt", MathFunctions::cbrt);
        OF_ONE.put("floor", MathFunctions::floor);
        OF_ONE.put("ceil", MathFunctions::ceil);
        OF_ONE.put("trunc", MathFunctions::trunc);
        OF_ONE.put("fix", MathFunctions::fix);
        OF_ONE.put("rint", MathFunctions::rint);
        OF_ONE.put("deg2rad", MathFunctions::deg2rad);
        OF_ONE.put("rad2deg", MathFunctions::rad2deg);
        OF_ONE.put("radians", MathFunctions::radians);
        OF_ONE.put("degrees", MathFunctions::degrees);
        OF_ONE.put("isnan", Logic::isNaN);
        OF_ONE.put("isfinite", Logic::isFinite);
        OF_ONE.put("isinf", Logic::isInfinite);
        OF_ONE.put("isposinf", Logic::isPosInf);
        OF_ONE.put("isneginf", Logic::isNegInf);
        OF_ONE.put("logical_not", Logic::logicalNot);
        OF_ONE.put("invert", NDArray::not);
    }

    static {
        OF_TWO.put("arctan2", MathFunctions::arctan2);
        OF_TWO.put("hypot", MathFunctions::hypot);
        OF_TWO.put("logaddexp", MathFunctions::logaddexp);
        OF_TWO.put("copysign", MathFunctions::copysign);
        OF_TWO.put("nextafter", MathFunctions::nextafter);
        OF_TWO.put("floor_divide", MathFunctions::floorDivide);
        OF_TWO.put("remainder", MathFunctions::remainder);
        OF_TWO.put("fmod", MathFunctions::fmod);
        OF_TWO.put("fmax", MathFunctions::fmax);
        OF_TWO.put("fmin", MathFunctions::fmin);
        OF_TWO.put("clip_min", (a, b) -> a.clip(b, null));
        OF_TWO.put("clip_max", (a, b) -> a.clip(null, b));
        OF_TWO.put("bitwise_and", NDArray::and);
        OF_TWO.put("bitwise_or", NDArray::or);
        OF_TWO.put("bitwise_xor", NDArray::xor);
        OF_TWO.put("left_shift", BitOperations::leftShift);
        OF_TWO.put("right_shift", BitOperations::rightShift);
        OF_TWO.put("ifloor_divide", (a, b) -> MathFunctions.floorDivide(a, b, a));
        OF_TWO.put("iremainder", (a, b) -> MathFunctions.remainder(a, b, a));
        OF_TWO.put("ibitwise_and", (a, b) -> a.and(b, a));
        OF_TWO.put("ibitwise_or", (a, b) -> a.or(b, a));
        OF_TWO.put("ibitwise_xor", (a, b) -> a.xor(b, a));
        OF_TWO.put("ileft_shift", (a, b) -> BitOperations.leftShift(a, b, a));
        OF_TWO.put("iright_shift", (a, b) -> BitOperations.rightShift(a, b, a));
        OF_TWO.put("logical_and", Logic::logicalAnd);
        OF_TWO.put("logical_or", Logic::logicalOr);
        OF_TWO.put("logical_xor", Logic::logicalXor);
        OF_TWO.put("isclose", Logic::isClose);
        OF_TWO.put("isclose_nan", (a, b) -> Logic.isClose(a, b, 1e-3, 1e-4, true));
        OF_TWO.put("allclose", (a, b) -> NDArray.scalar(a.allClose(b)));
        OF_TWO.put("array_equal", (a, b) -> NDArray.scalar(Logic.arrayEqual(a, b)));
        OF_TWO.put("array_equal_nan", (a, b) -> NDArray.scalar(Logic.arrayEqual(a, b, true)));
        OF_TWO.put("array_equiv", (a, b) -> NDArray.scalar(Logic.arrayEquiv(a, b)));
    }

    static {
        WITH_NUMBER.put("arctan2", MathFunctions::arctan2);
        WITH_NUMBER.put("hypot", MathFunctions::hypot);
        WITH_NUMBER.put("logaddexp", MathFunctions::logaddexp);
        WITH_NUMBER.put("copysign", MathFunctions::copysign);
        WITH_NUMBER.put("nextafter", MathFunctions::nextafter);
        WITH_NUMBER.put("floor_divide", MathFunctions::floorDivide);
        WITH_NUMBER.put("remainder", MathFunctions::remainder);
        WITH_NUMBER.put("fmod", MathFunctions::fmod);
        WITH_NUMBER.put("fmax", MathFunctions::fmax);
        WITH_NUMBER.put("fmin", MathFunctions::fmin);
    }

    static {
        WITH_INTEGER.put("floor_divide", MathFunctions::floorDivide);
        WITH_INTEGER.put("remainder", MathFunctions::remainder);
        WITH_INTEGER.put("fmod", MathFunctions::fmod);
        WITH_INTEGER.put("fmax", MathFunctions::fmax);
        WITH_INTEGER.put("fmin", MathFunctions::fmin);
        WITH_INTEGER.put("bitwise_and", NDArray::and);
        WITH_INTEGER.put("bitwise_or", NDArray::or);
        WITH_INTEGER.put("bitwise_xor", NDArray::xor);
        WITH_INTEGER.put("left_shift", BitOperations::leftShift);
        WITH_INTEGER.put("right_shift", BitOperations::rightShift);
    }

    private ElementwiseFunctions() {}
}
