package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.SlidingWindow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A number or an array that remembers how it was computed, so that its derivatives by all that it was computed from can
 * be told. Operations are methods with {@link NDArray}'s names and broadcasting; Java numbers are constants.
 *
 * <pre>{@code
 * Variable apple = Variable.of("apple", 100);
 * Variable number = Variable.of("number of apples", 2);
 * Variable tax = Variable.of("tax", 1.1);
 * Variable price = apple.mul(number).mul(tax);
 * price.backward();
 * System.out.println(price + " " + apple.gradient() + " " + number.gradient() + " " + tax.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 220.00000000000003 2.2 110.00000000000001 200.0
 * }</pre>
 *
 * <p>A gradient is a variable that knows how it came about, so it can be differentiated again, and as often as you
 * like. Here are the first and the second derivative of <i>x<sup>4</sup> - 2x²</i>:
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 2);
 * Variable y = x.pow(4).sub(x.pow(2).mul(2));
 * y.backward();
 * Variable first = x.gradient();
 * first.backward();
 * System.out.println(first + " " + x.gradient());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 24.0 44.0
 * }</pre>
 *
 * <p>Arrays are used, not copied: who changes the elements of one must compute anew what depends on it. Variables know
 * what they were computed from, and not what was computed from them; so a graph is garbage when its result and the
 * gradients that came from it are. An input keeps its last gradient, and with it that graph, until the next
 * {@link #backward()} that reaches it, or {@link #clearGradient()}.
 *
 * <p>A graph is for one thread at a time. Its arrays may be of an {@link io.github.dlfs4j.ndarray.ArrayScope}; then it
 * ends with the scope.
 */
public final class Variable {
    private String name;
    private final NDArray value;
    private final boolean constant;
    private Operation operation;
    private List<Variable> inputs = List.of();
    private Variable gradient;

    /** The way back that gave this as a gradient; null for what was not. */
    private final Backpropagation origin;

    private Variable(NDArray value, boolean constant) {
        this.value = value;
        this.constant = constant;
        this.origin = null;
    }

    /** A gradient. */
    Variable(NDArray value, Backpropagation origin) {
        this.value = value;
        this.constant = false;
        this.origin = origin;
    }

    /**
     * An input that is a number.
     *
     * @param name its name, as in a picture of the graph
     * @param value the number
     * @return a 0-d variable of float64
     */
    public static Variable of(String name, double value) {
        return of(name, NDArray.scalar(value));
    }

    /**
     * An input that is a number, without a name.
     *
     * @param value the number
     * @return a 0-d variable of float64
     */
    public static Variable of(double value) {
        return of(NDArray.scalar(value));
    }

    /**
     * An input that is an array.
     *
     * @param name its name, as in a picture of the graph
     * @param value float64 or float32, of any shape; used, not copied
     * @return a variable of it
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public static Variable of(String name, NDArray value) {
        return of(value).named(name);
    }

    /**
     * An input that is an array, without a name.
     *
     * @param value float64 or float32, of any shape; used, not copied
     * @return a variable of it
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}: to change an integer by very little makes no sense
     */
    public static Variable of(NDArray value) {
        checkFloating(value.dtype());
        return new Variable(value, false);
    }

    private static void checkFloating(DType dtype) {
        if (!dtype.isFloating()) {
            throw new UnsupportedOperationException(
                    "a variable needs an array of float64 or float32, not %s; use astype first, or constant"
                            .formatted(dtype));
        }
    }

    /**
     * An array that operations take, and that nothing is differentiated by, such as the images of a batch. What is
     * computed from constants alone is a constant.
     *
     * @param value of any dtype and shape; used, not copied
     * @return a constant
     */
    public static Variable constant(NDArray value) {
        return new Variable(value, true);
    }

    /** What an operation makes of its inputs. */
    static Variable computed(Operation operation, Variable... inputs) {
        NDArray value =
                operation.forward(Arrays.stream(inputs).map(Variable::value).toArray(NDArray[]::new));
        Variable result = new Variable(value, Arrays.stream(inputs).allMatch(Variable::isConstant));
        return result.constant ? result : result.madeBy(operation, List.of(inputs));
    }

    private Variable madeBy(Operation by, List<Variable> of) {
        operation = by;
        inputs = of;
        return this;
    }

    /** What an operation makes of this. */
    Variable apply(Operation.Unary unary) {
        return computed(unary, this);
    }

    /**
     * Gives this variable a name.
     *
     * @param text the name, as in a picture of the graph; null for none
     * @return this variable
     */
    public Variable named(String text) {
        name = text;
        return this;
    }

    /**
     * The name.
     *
     * @return the name, null if it has none
     */
    public String name() {
        return name;
    }

    /**
     * The number or the array.
     *
     * @return the array itself, not a copy; 0-d for a number
     */
    public NDArray value() {
        return value;
    }

    /**
     * The shape of the array.
     *
     * @return {@code value().shape()}
     */
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
        return origin == null
                ? inputs
                : Stream.concat(inputs().stream(), Stream.of(origin.result())).toList();
    }

    /** Takes over how the same gradient was computed. */
    Variable cameAboutAs(Variable recorded) {
        if (recorded.constant) {
            return this;
        }
        return recorded.operation == null
                ? madeBy(new Shapes.Reshape(recorded.shape()), List.of(recorded))
                : madeBy(recorded.operation, recorded.inputs);
    }

    /** The value alone. */
    Variable detached() {
        return constant ? this : constant(value);
    }

    // Backward

    /**
     * The derivatives of this number by everything that it was computed from: after it, each of those variables has its
     * {@link #gradient}. The way back begins with 1 and visits every operation once, after all that use its output; so
     * it takes about as long as the way forward, however many inputs there are.
     *
     * <p>Gradients are fresh: those of an earlier backward, of this or another result, are replaced and not added to.
     *
     * @throws IllegalArgumentException {@code backward starts with 1 from a single number; from an array of shape (2,
     *     3) it needs a gradient}
     * @throws IllegalStateException {@code nothing can be differentiated: this was computed from constants alone}
     */
    public void backward() {
        if (value.size() != 1) {
            throw new IllegalArgumentException(
                    "backward starts with 1 from a single number; from an array of shape %s it needs a gradient"
                            .formatted(shape()));
        }
        backward(NDArray.ones(value.dtype(), shape().toArray()));
    }

    /**
     * As {@link #backward()}, from a given gradient: the derivatives of the sum of this times that.
     *
     * @param start the gradient by this variable, of its shape; converted to its dtype
     * @throws IllegalArgumentException {@code the gradient must have the shape (2, 3) of the value, not (3,)}
     * @throws IllegalStateException {@code nothing can be differentiated: this was computed from constants alone}
     */
    public void backward(NDArray start) {
        backward(constant(start));
    }

    /**
     * As {@link #backward(NDArray)}; the gradients depend on the variable that they begin with, and can be
     * differentiated by it.
     *
     * @param start the gradient by this variable, of its shape; converted to its dtype
     * @throws IllegalArgumentException {@code the gradient must have the shape (2, 3) of the value, not (3,)}
     * @throws IllegalStateException {@code nothing can be differentiated: this was computed from constants alone}
     */
    public void backward(Variable start) {
        if (constant) {
            throw new IllegalStateException("nothing can be differentiated: this was computed from constants alone");
        }
        if (!start.shape().equals(shape())) {
            throw new IllegalArgumentException(
                    "the gradient must have the shape %s of the value, not %s".formatted(shape(), start.shape()));
        }
        Backpropagation.run(this, start.inDType(value.dtype()));
    }

    /**
     * The derivative by this variable, of the last result that had a {@code backward} and was computed from this.
     *
     * <p>It is a variable itself, and depends on all that its result does: {@code gradient().backward()} gives second
     * derivatives, 0 where there is no dependence. How it came about is found out when it is differentiated, or used to
     * compute; before, only its value is kept.
     *
     * @return of this variable's shape and dtype; that of an input has an array of its own
     * @throws IllegalStateException {@code x has no gradient: no backward of a result that depends on it came before},
     *     or {@code a constant has no gradient}
     */
    public Variable gradient() {
        if (constant) {
            throw new IllegalStateException("a constant has no gradient");
        }
        if (gradient == null) {
            throw new IllegalStateException((name == null ? "this variable" : name)
                    + " has no gradient: no backward of a result that depends on it came before");
        }
        return gradient;
    }

    /** The gradient; null before a backward. */
    Variable gradientOrNull() {
        return gradient;
    }

    void setGradient(Variable computed) {
        gradient = computed;
    }

    /** Forgets the gradient, and with it the graph that it came from. */
    public void clearGradient() {
        gradient = null;
    }

    /** A constant that leaves the dtype of this as it is. */
    private Variable number(double number) {
        DType dtype = value.dtype().isFloating() ? value.dtype() : DType.FLOAT64;
        return constant(NDArray.full(dtype, number));
    }

    // Arithmetic

    /**
     * The sum, {@code x + b}. Both operands get the gradient as it comes.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable add(Variable b) {
        return computed(new Arithmetic.Add(), this, b);
    }

    /**
     * The sum, {@code x + b}.
     *
     * @param b a constant; it leaves the dtype as it is
     * @return a new variable
     */
    public Variable add(double b) {
        return add(number(b));
    }

    /**
     * The difference, {@code x - b}. The second operand gets minus the gradient.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable sub(Variable b) {
        return computed(new Arithmetic.Sub(), this, b);
    }

    /**
     * The difference, {@code x - b}.
     *
     * @param b a constant; it leaves the dtype as it is
     * @return a new variable
     */
    public Variable sub(double b) {
        return sub(number(b));
    }

    /**
     * The difference with this on the right, {@code a - x}.
     *
     * @param a a constant
     * @return a new variable
     */
    public Variable rsub(double a) {
        return number(a).sub(this);
    }

    /**
     * The product, {@code x * b}. Each operand gets the gradient times the other one.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable mul(Variable b) {
        return computed(new Arithmetic.Mul(), this, b);
    }

    /**
     * The product, {@code x * b}.
     *
     * @param b a constant; it leaves the dtype as it is
     * @return a new variable
     */
    public Variable mul(double b) {
        return mul(number(b));
    }

    /**
     * The quotient, {@code x / b}. With <i>y = x/b</i> the operands get <i>1/b</i> and <i>-y/b</i> times the gradient.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable div(Variable b) {
        return computed(new Arithmetic.Div(), this, b);
    }

    /**
     * The quotient, {@code x / b}.
     *
     * @param b a constant; it leaves the dtype as it is
     * @return a new variable
     */
    public Variable div(double b) {
        return div(number(b));
    }

    /**
     * The quotient with this on the right, {@code a / x}. Where a is 1 it is one node, as in section 5.5.2, whose
     * derivative is <i>-y²</i>.
     *
     * @param a a constant
     * @return a new variable
     */
    public Variable rdiv(double a) {
        return a == 1 ? apply(new Arithmetic.Reciprocal()) : number(a).div(this);
    }

    /**
     * The opposite, {@code -x}.
     *
     * @return a new variable
     */
    public Variable neg() {
        return apply(new Arithmetic.Neg());
    }

    /**
     * A power, {@code x ** exponent}, whose derivative is <i>exponent · x<sup>exponent - 1</sup></i>.
     *
     * @param exponent a constant
     * @return a new variable
     */
    public Variable pow(double exponent) {
        return apply(new Arithmetic.Power(exponent));
    }

    /**
     * A power whose exponent is a variable, {@code x ** exponent}. Its derivative by the exponent is <i>y · log x</i>,
     * 0 where x is 0.
     *
     * @param exponent the exponent, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable pow(Variable exponent) {
        return computed(new Arithmetic.PowerOf(), this, exponent);
    }

    // Functions

    /**
     * The exponential function, {@code np.exp(x)}, whose derivative is itself.
     *
     * @return a new variable of the same shape
     */
    public Variable exp() {
        return apply(new Functions.Exp());
    }

    /**
     * The natural logarithm, {@code np.log(x)}, whose derivative is <i>1/x</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable log() {
        return apply(new Functions.Log());
    }

    /**
     * The square root, {@code np.sqrt(x)}, whose derivative is <i>1/(2y)</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable sqrt() {
        return apply(new Functions.Sqrt());
    }

    /**
     * The sine, {@code np.sin(x)}, whose derivative is the cosine.
     *
     * @return a new variable of the same shape
     */
    public Variable sin() {
        return apply(new Functions.Sin());
    }

    /**
     * The cosine, {@code np.cos(x)}, whose derivative is minus the sine.
     *
     * @return a new variable of the same shape
     */
    public Variable cos() {
        return apply(new Functions.Cos());
    }

    /**
     * The hyperbolic tangent, {@code np.tanh(x)}, whose derivative is <i>1 - y²</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable tanh() {
        return apply(new Functions.Tanh());
    }

    /**
     * The sigmoid function in one node, <i>1 / (1 + e<sup>-x</sup>)</i>, section 5.5.2; its derivative is <i>y(1 -
     * y)</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable sigmoid() {
        return apply(new Functions.Sigmoid());
    }

    /**
     * The rectified linear unit, {@code np.maximum(x, 0)}, section 5.5.1. Its derivative is 1 above 0, else 0.
     *
     * @return a new variable of the same shape
     */
    public Variable relu() {
        return apply(new Functions.Relu());
    }

    /**
     * The absolute value, {@code np.abs(x)}. Its derivative is the sign, at 0 it is 0.
     *
     * @return a new variable of the same shape
     */
    public Variable abs() {
        return apply(new Functions.Abs());
    }

    /**
     * The larger of two, element by element, {@code np.maximum(x, b)}. The gradient goes to it. As with {@link #relu},
     * of two equal ones the gradient goes to b.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable maximum(Variable b) {
        return computed(new Functions.Extremum(true), this, b);
    }

    /**
     * The larger of this and a constant, {@code np.maximum(x, b)}. Where this is not larger, its gradient is 0.
     *
     * @param b a constant
     * @return a new variable of the same shape
     */
    public Variable maximum(double b) {
        return maximum(number(b));
    }

    /**
     * The smaller of two, element by element, {@code np.minimum(x, b)}. The gradient goes to it. Of two equal ones the
     * gradient goes to b.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable minimum(Variable b) {
        return computed(new Functions.Extremum(false), this, b);
    }

    /**
     * The smaller of this and a constant, {@code np.minimum(x, b)}. Where this is not smaller, its gradient is 0.
     *
     * @param b a constant
     * @return a new variable of the same shape
     */
    public Variable minimum(double b) {
        return minimum(number(b));
    }

    /**
     * No less than one bound and no more than the other, {@code np.clip(x, min, max)}. The derivative is 1 between the
     * bounds; at them and beyond it is 0.
     *
     * @param min the lower bound
     * @param max the upper bound
     * @return a new variable of the same shape
     */
    public Variable clip(double min, double max) {
        return apply(new Functions.Clip(min, max));
    }

    /** This where the mask is true, 0 elsewhere. */
    Variable where(NDArray mask) {
        return apply(new Functions.Where(mask));
    }

    // Reductions

    /**
     * The sum of all elements, {@code np.sum(x)}. Every term gets the gradient as it comes.
     *
     * @return a 0-d variable
     */
    public Variable sum() {
        return apply(new Reductions.Sum(null, false));
    }

    /**
     * The sum along an axis, {@code np.sum(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable sum(int axis) {
        return sum(axis, false);
    }

    /**
     * The sum along an axis, {@code np.sum(x, axis=axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new variable
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable sum(int axis, boolean keepDims) {
        return apply(new Reductions.Sum(axis, keepDims));
    }

    /**
     * The mean of all elements, {@code np.mean(x)}. Each of n terms gets an n-th of the gradient.
     *
     * @return a 0-d variable
     */
    public Variable mean() {
        return apply(new Reductions.Mean(null, false));
    }

    /**
     * The mean along an axis, {@code np.mean(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable mean(int axis) {
        return mean(axis, false);
    }

    /**
     * The mean along an axis, {@code np.mean(x, axis=axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new variable
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable mean(int axis, boolean keepDims) {
        return apply(new Reductions.Mean(axis, keepDims));
    }

    /**
     * The largest of all elements, {@code np.max(x)}. The gradient goes to the one that {@code argmax} finds, the first
     * of equals.
     *
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable max() {
        return Reductions.max(this, null, false);
    }

    /**
     * The largest along an axis, {@code np.max(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable max(int axis) {
        return max(axis, false);
    }

    /**
     * The largest along an axis, {@code np.max(x, axis=axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new variable
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable max(int axis, boolean keepDims) {
        return Reductions.max(this, axis, keepDims);
    }

    /**
     * The smallest of all elements, {@code np.min(x)}. The gradient goes to the one that {@code argmin} finds, the
     * first of equals.
     *
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public Variable min() {
        return Reductions.min(this, null, false);
    }

    /**
     * The smallest along an axis, {@code np.min(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public Variable min(int axis) {
        return min(axis, false);
    }

    /**
     * The smallest along an axis, {@code np.min(x, axis=axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new variable
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public Variable min(int axis, boolean keepDims) {
        return Reductions.min(this, axis, keepDims);
    }

    // Products

    /**
     * The dot product, {@code np.dot(x, b)}: of two vectors a number, of matrices the matrix product; of more axes the
     * sum over the last axis of this and the last but one of b. With a number it multiplies. With matrices the operands
     * get <i>dout · b<sup>T</sup></i> and <i>x<sup>T</sup> · dout</i>.
     *
     * @param b the right operand
     * @return a new variable of the shape {@code x.shape[:-1] + b.shape[:-2] + b.shape[-1:]}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public Variable dot(Variable b) {
        boolean withNumber = value.ndim() == 0 || b.value.ndim() == 0;
        return withNumber ? mul(b) : computed(new Products.Dot(), this, b);
    }

    /**
     * The matrix product, {@code np.matmul(x, b)} or {@code x @ b}: of two vectors or matrices it is {@link #dot}; of
     * more axes the last two are matrices, and the others are broadcast.
     *
     * @param b the right operand
     * @return a new variable
     * @throws IllegalArgumentException {@code matmul: Input operand 0 does not have enough dimensions (has 0, gufunc
     *     core with signature (n?,k),(k,m?)->(n?,m?) requires 1)}, {@code matmul: Input operand 1 has a mismatch in its
     *     core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)}, or
     *     {@code operands could not be broadcast together with shapes (2,) (3,)}
     */
    public Variable matmul(Variable b) {
        return Products.matmul(this, b);
    }

    // Shapes

    /**
     * The elements in another shape, {@code x.reshape(shape)}.
     *
     * @param shape the lengths; one may be -1, which follows from the others
     * @return a new variable; its array is a view where that is possible
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public Variable reshape(int... shape) {
        return apply(new Shapes.Reshape(value.reshape(shape).shape()));
    }

    /**
     * The axes in reverse order, {@code x.T}.
     *
     * @return a new variable; its array is a view
     */
    public Variable transpose() {
        return apply(Shapes.Transpose.reversed(value.ndim()));
    }

    /**
     * The axes in another order, {@code x.transpose(axes)}.
     *
     * @param axes which axis comes where; negative ones count from the end
     * @return a new variable; its array is a view
     * @throws IllegalArgumentException {@code axes don't match array} or {@code repeated axis in transpose}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable transpose(int... axes) {
        return apply(Shapes.Transpose.of(value, axes));
    }

    /**
     * This repeated to a wider shape, {@code np.broadcast_to(x, shape)}. The gradients by all copies are added up.
     *
     * @param wider the shape
     * @return a new variable; its array is a read-only view
     * @throws IllegalArgumentException as {@link NDArray#broadcastTo}
     */
    public Variable broadcastTo(Shape wider) {
        return apply(new Shapes.BroadcastTo(wider));
    }

    /**
     * This with a margin of zeros, {@code np.pad(x, widths)}, whose gradient is cut off on the way back.
     *
     * @param widths for each axis, how many zeros come before and after
     * @return a new variable
     * @throws IllegalArgumentException as {@link NDArray#pad}
     */
    public Variable pad(int[][] widths) {
        return apply(new Elements.Pad(Arrays.stream(widths).map(int[]::clone).toList()));
    }

    /**
     * This as the other floating dtype, {@code x.astype(dtype)}. The gradient is converted back.
     *
     * @param dtype float64 or float32; for a constant any
     * @return a new variable
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public Variable astype(DType dtype) {
        if (!constant) {
            checkFloating(dtype);
        }
        return apply(new Shapes.AsType(dtype));
    }

    Variable inDType(DType dtype) {
        return value.dtype() == dtype ? this : astype(dtype);
    }

    Variable inShape(Shape shape) {
        return shape().equals(shape) ? this : apply(new Shapes.Reshape(shape));
    }

    Variable sumTo(Shape shape) {
        return shape().equals(shape) ? this : apply(new Shapes.SumTo(shape));
    }

    // Elements

    /**
     * What is in a position, {@code x[1, 2]}. On the way back the rest gets 0.
     *
     * @param indices a position for each of the first axes; negative ones count from the end
     * @return a new variable of the remaining axes
     * @throws IndexOutOfBoundsException as {@link NDArray#get(int...)}
     */
    public Variable get(int... indices) {
        return get(Arrays.stream(indices).mapToObj(Index::at).toArray(Index[]::new));
    }

    /**
     * What an index selects, {@code x[1:3, ::2]}. An element that it selects more than once gets the sum of the
     * gradients.
     *
     * @param index positions, slices, new axes, an ellipsis, arrays of positions, masks
     * @return a new variable; its array is a view if there are no arrays in the index
     * @throws IndexOutOfBoundsException as {@link NDArray#get(Index...)}
     */
    public Variable get(Index... index) {
        if (Elements.isSlice(index)) {
            return apply(new Elements.Slice(List.of(index)));
        }
        return apply(new Elements.Pick("get", Elements.positions(shape()).get(index)));
    }

    /**
     * What a mask or arrays of positions select, {@code x[mask]}, {@code x[rows, columns]}. An element that is selected
     * more than once gets the sum of the gradients.
     *
     * @param index a bool mask over the first axes, or positions on one axis each, broadcast against each other
     * @return a new variable
     * @throws IndexOutOfBoundsException as {@link NDArray#get(NDArray...)}
     */
    public Variable get(NDArray... index) {
        return get(Arrays.stream(index).map(Index::of).toArray(Index[]::new));
    }

    /**
     * Variables one after the other, {@code np.concatenate(variables, axis=axis)}. Each gets its part of the gradient.
     *
     * @param axis the axis; a negative one counts from the end
     * @param variables of shapes that differ along the axis alone
     * @return a new variable
     * @throws IllegalArgumentException as {@link NDArray#concatenate}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static Variable concatenate(int axis, Variable... variables) {
        int fromZero = axis < 0 && variables.length > 0 ? axis + variables[0].value.ndim() : axis;
        return computed(new Elements.Concatenate(axis, fromZero), variables);
    }

    // Networks

    /**
     * The softmax function along the last axis, section 3.5.2: each row becomes probabilities that add up to 1.
     *
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable softmax() {
        return value.ndim() == 0 ? reshape(1).softmax().reshape() : apply(new Classification.Softmax());
    }

    /**
     * The logarithm of {@link #softmax}, which stays finite where a probability is too small for a number.
     *
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable logSoftmax() {
        return value.ndim() == 0 ? reshape(1).logSoftmax().reshape() : apply(new Classification.LogSoftmax());
    }

    /**
     * The cross entropy of probabilities, <i>-Σ t log(y + 10<sup>-7</sup>) / n</i>, sections 4.2.2 and 4.2.4: minus the
     * logarithm of the probability of the right class, on average over a batch. This is of shape (classes,) or (n,
     * classes).
     *
     * @param t the targets: one-hot, of the shape of this; or labels, 0-d or of shape (n,), of int64 or uint8
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code y must have one axis or two, not the shape ()}, {@code targets must be
     *     one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)}, or {@code labels must be int64 or
     *     uint8, not float64}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public Variable crossEntropy(NDArray t) {
        Classification.checkTargets("y", shape(), t);
        return apply(new Classification.CrossEntropy(t));
    }

    /**
     * Softmax and cross entropy in one node, section 5.6.3, for the scores at the end of a network. Its derivative is
     * <i>(y - t) / n</i>, as that of {@code SoftmaxWithLoss}: both leave out the 10<sup>-7</sup> inside the logarithm.
     * This is of shape (classes,) or (n, classes).
     *
     * @param t the targets: one-hot, of the shape of this; or labels, 0-d or of shape (n,), of int64 or uint8
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code x must have one axis or two, not the shape ()}, {@code targets must be
     *     one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)}, or {@code labels must be int64 or
     *     uint8, not float64}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public Variable softmaxWithLoss(NDArray t) {
        Classification.checkTargets("x", shape(), t);
        return apply(new Classification.SoftmaxWithLoss(t));
    }

    /**
     * Half the sum of the squared errors, {@code 0.5 * np.sum((y - t) ** 2)}, section 4.2.1, which the book calls mean
     * squared error though it takes no mean.
     *
     * @param t the targets, of the shape of this
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public Variable meanSquaredError(Variable t) {
        if (!t.shape().equals(shape())) {
            throw new IllegalArgumentException(
                    "targets must have the shape %s of the outputs, not %s".formatted(shape(), t.shape()));
        }
        return sub(t).pow(2).sum().mul(0.5);
    }

    /**
     * As {@link #meanSquaredError(Variable)}, with constant targets.
     *
     * @param t the targets, of the shape of this
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public Variable meanSquaredError(NDArray t) {
        return meanSquaredError(constant(t));
    }

    /**
     * Dropout while learning, section 6.4.3: a random part of this is 0. When learning is over, take {@code mul(1 -
     * ratio)} in its place.
     *
     * @param ratio the share that is switched off, from 0 to 1
     * @param random draws {@code rand} of this shape; an element stays on where the number is above the ratio
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code the ratio of dropout must be from 0 to 1, not 1.5}
     */
    public Variable dropout(double ratio, RandomState random) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("the ratio of dropout must be from 0 to 1, not " + ratio);
        }
        return mul(constant(random.rand(shape().toArray()).gt(ratio)));
    }

    /**
     * Images as the rows of a matrix, section 7.4.3: each row is what a filter sees in one position, so that a
     * convolution is a {@link #dot}. This is of shape (n, channels, height, width).
     *
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @return shape (n * out height * out width, channels * filter height * filter width), where {@code out height =
     *     (height + 2 * padding - filter height) / stride + 1}
     * @throws IllegalArgumentException {@code im2col needs images of shape (n, channels, height, width), not (3, 3)},
     *     {@code a window of 5x5 does not fit into images of 4x4 with padding 0}, or {@code a window needs a positive
     *     size and stride and no negative padding, …}
     */
    public Variable im2col(int filterHeight, int filterWidth, int stride, int padding) {
        return Windows.im2col(this, new SlidingWindow(filterHeight, filterWidth, stride, padding));
    }

    /**
     * Max pooling, section 7.4.4: the largest pixel of each window. The gradient goes to that pixel, the first of
     * equals. This is of shape (n, channels, height, width).
     *
     * @param height the height of the window
     * @param width the width of the window
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @return shape (n, channels, out height, out width), where {@code out height = (height + 2 * padding - window
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code pooling needs images of shape (n, channels, height, width), not (3, 3)},
     *     {@code a window of 5x5 does not fit into images of 4x4 with padding 0}, or {@code a window needs a positive
     *     size and stride and no negative padding, …}
     */
    public Variable pooling(int height, int width, int stride, int padding) {
        return Windows.pooling(this, new SlidingWindow(height, width, stride, padding));
    }

    /**
     * The value as NumPy prints it.
     *
     * @return {@code value().toString()}
     */
    @Override
    public String toString() {
        return value.toString();
    }
}
