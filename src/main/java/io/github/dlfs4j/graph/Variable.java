package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number or an array that remembers how it was computed, so that derivatives by all that it was computed from can be
 * told. Operations are methods with {@link NDArray}'s names and broadcasting; Java numbers are constants.
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 2);
 * Variable y = x.pow(4).sub(x.pow(2).mul(2));
 * y.backward();
 * Variable first = x.gradient();
 * first.backward();
 * System.out.println(y + " " + first + " " + x.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 8.0 24.0 44.0
 * }</pre>
 */
public final class Variable {
    private String name;
    private final NDArray value;
    private final boolean constant;
    private Operation operation;
    private List<Variable> inputs;
    private Variable gradient;

    /** The way back that gave this as a gradient; null for what was not. */
    private final Backpropagation origin;

    private Variable(NDArray value, boolean constant, Operation operation, List<Variable> inputs) {
        this.value = value;
        this.constant = constant;
        this.operation = operation;
        this.inputs = inputs;
        this.origin = null;
    }

    /** A gradient. */
    Variable(NDArray value, Backpropagation origin) {
        this.value = value;
        this.constant = false;
        this.inputs = List.of();
        this.origin = origin;
    }

    public static Variable of(String name, double value) {
        return of(name, NDArray.scalar(value));
    }

    public static Variable of(double value) {
        return of(NDArray.scalar(value));
    }

    public static Variable of(String name, NDArray value) {
        return of(value).named(name);
    }

    public static Variable of(NDArray value) {
        checkFloating(value.dtype());
        return new Variable(value, false, null, List.of());
    }

    private static void checkFloating(DType dtype) {
        if (!dtype.isFloating()) {
            throw new UnsupportedOperationException(
                    "a variable needs an array of float64 or float32, not %s; use astype first, or constant"
                            .formatted(dtype));
        }
    }

    public static Variable constant(NDArray value) {
        return new Variable(value, true, null, List.of());
    }

    private static Variable apply(Operation operation, Variable... inputs) {
        NDArray value =
                operation.forward(Arrays.stream(inputs).map(Variable::value).toArray(NDArray[]::new));
        return Arrays.stream(inputs).allMatch(Variable::isConstant)
                ? constant(value)
                : new Variable(value, false, operation, List.of(inputs));
    }

    public Variable named(String text) {
        name = text;
        return this;
    }

    public String name() {
        return name;
    }

    public NDArray value() {
        return value;
    }

    public Shape shape() {
        return value.shape();
    }

    boolean isConstant() {
        return constant;
    }

    /** What made this; null for inputs and constants. */
    Operation operation() {
        if (origin != null) {
            origin.record();
        }
        return operation;
    }

    /** What this was made of, in the order of the operation; none for inputs and constants. */
    List<Variable> inputs() {
        if (origin != null) {
            origin.record();
        }
        return inputs;
    }

    /** What this depends on: a gradient on all that its result does, if only by a derivative of 0. */
    List<Variable> dependencies() {
        if (origin == null) {
            return inputs;
        }
        return java.util.stream.Stream.concat(inputs().stream(), java.util.stream.Stream.of(origin.result()))
                .toList();
    }

    /** Takes over how the same gradient was computed. */
    Variable cameAboutAs(Variable recorded) {
        if (recorded.isConstant()) {
            return this;
        }
        if (recorded.operation() == null) {
            operation = new Shapes.Reshape(recorded.shape());
            inputs = List.of(recorded);
        } else {
            operation = recorded.operation();
            inputs = recorded.inputs();
        }
        return this;
    }

    Variable detached() {
        return constant ? this : constant(value);
    }

    void setGradient(Variable computed) {
        gradient = computed;
    }

    Variable gradientOrNull() {
        return gradient;
    }

    public Variable gradient() {
        if (gradient == null) {
            throw new IllegalStateException((constant ? "a constant" : name == null ? "this variable" : name)
                    + " has no gradient: no backward of a result that depends on it came before");
        }
        return gradient;
    }

    public void backward() {
        if (value.size() != 1) {
            throw new IllegalArgumentException(
                    "backward starts with 1 from a single number; from an array of shape %s it needs a gradient"
                            .formatted(shape()));
        }
        backward(NDArray.ones(value.dtype(), shape().toArray()));
    }

    public void backward(NDArray start) {
        backward(constant(start));
    }

    public void backward(Variable start) {
        if (!start.shape().equals(shape())) {
            throw new IllegalArgumentException(
                    "the gradient must have the shape %s of the value, not %s".formatted(shape(), start.shape()));
        }
        if (constant) {
            throw new IllegalStateException("nothing can be differentiated: this was computed from constants alone");
        }
        Backpropagation.run(this, start.inDType(value.dtype()));
    }

    private Variable number(double number) {
        DType dtype = value.dtype().isFloating() ? value.dtype() : DType.FLOAT64;
        return constant(NDArray.full(dtype, number));
    }

    // Arithmetic

    public Variable add(Variable b) {
        return apply(new Arithmetic.Add(), this, b);
    }

    public Variable add(double b) {
        return add(number(b));
    }

    public Variable sub(Variable b) {
        return apply(new Arithmetic.Sub(), this, b);
    }

    public Variable sub(double b) {
        return sub(number(b));
    }

    public Variable rsub(double b) {
        return number(b).sub(this);
    }

    public Variable mul(Variable b) {
        return apply(new Arithmetic.Mul(), this, b);
    }

    public Variable mul(double b) {
        return mul(number(b));
    }

    public Variable div(Variable b) {
        return apply(new Arithmetic.Div(), this, b);
    }

    public Variable div(double b) {
        return div(number(b));
    }

    public Variable rdiv(double b) {
        return b == 1 ? apply(new Arithmetic.Reciprocal(), this) : number(b).div(this);
    }

    public Variable neg() {
        return apply(new Arithmetic.Neg(), this);
    }

    public Variable pow(double exponent) {
        return apply(new Arithmetic.Power(exponent), this);
    }

    public Variable pow(Variable exponent) {
        return apply(new Arithmetic.PowerOf(), this, exponent);
    }

    // Functions

    public Variable exp() {
        return apply(new Functions.Exp(), this);
    }

    public Variable log() {
        return apply(new Functions.Log(), this);
    }

    public Variable sqrt() {
        return apply(new Functions.Sqrt(), this);
    }

    public Variable sin() {
        return apply(new Functions.Sin(), this);
    }

    public Variable cos() {
        return apply(new Functions.Cos(), this);
    }

    public Variable tanh() {
        return apply(new Functions.Tanh(), this);
    }

    public Variable sigmoid() {
        return apply(new Functions.Sigmoid(), this);
    }

    public Variable relu() {
        return apply(new Functions.Relu(), this);
    }

    public Variable abs() {
        return apply(new Functions.Abs(), this);
    }

    public Variable maximum(Variable b) {
        return apply(new Functions.Maximum(), this, b);
    }

    public Variable maximum(double b) {
        return maximum(number(b));
    }

    public Variable minimum(Variable b) {
        return apply(new Functions.Minimum(), this, b);
    }

    public Variable minimum(double b) {
        return minimum(number(b));
    }

    public Variable clip(double min, double max) {
        return apply(new Functions.Clip(min, max), this);
    }

    /** This where the mask is true, 0 elsewhere. */
    Variable where(NDArray mask) {
        return apply(new Functions.Where(mask), this);
    }

    // Shapes

    public Variable reshape(int... shape) {
        return apply(new Shapes.Reshape(value.reshape(shape).shape()), this);
    }

    public Variable transpose(int... axes) {
        value.transpose(axes);
        int n = value.ndim();
        int[] order = axes.length == 0
                ? IntStream.range(0, n).map(i -> n - 1 - i).toArray()
                : Arrays.stream(axes).map(axis -> axis < 0 ? axis + n : axis).toArray();
        return apply(new Shapes.Transpose(order), this);
    }

    public Variable broadcastTo(Shape wider) {
        return apply(new Shapes.BroadcastTo(wider), this);
    }

    public Variable astype(DType dtype) {
        if (!constant) {
            checkFloating(dtype);
        }
        return apply(new Shapes.AsType(dtype), this);
    }

    Variable inDType(DType dtype) {
        return value.dtype() == dtype ? this : astype(dtype);
    }

    Variable inShape(Shape shape) {
        return shape().equals(shape) ? this : apply(new Shapes.Reshape(shape), this);
    }

    Variable sumTo(Shape shape) {
        return shape().equals(shape) ? this : apply(new Shapes.SumTo(shape), this);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
