package io.github.dlfs4j.graph;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.onnx.OnnxOperator;
import io.github.dlfs4j.loss.Losses;
import io.github.dlfs4j.loss.Targets;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.state.Transaction;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number or an array that remembers how it was computed, so that you can get its derivatives with respect to
 * everything that it was computed from. The operations that networks need are methods with the names and the
 * broadcasting of {@link NDArray}; {@link #apply apply} takes an {@link Operation} of your own, such as a cumulative
 * sum. Java numbers are constants.
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
 * <p>A gradient is a variable too, so you can differentiate it again, as often as you like. These are the first and the
 * second derivative of <i>x<sup>4</sup> - 2x²</i>:
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
 * <p>Variables use arrays and do not copy them. If you change the elements of an array, compute everything again that
 * depends on it.
 *
 * <p>A variable refers to what it was computed from, not to what was computed from it. So a graph is garbage once its
 * result and the gradients of that result are. An input keeps its last gradient, and the graph of the gradient, until
 * the next {@link #backward() backward} that reaches it, or until {@link #clearGradient() clearGradient}.
 *
 * <p>Only one thread at a time may use a graph. A graph of arrays of an {@link io.github.dlfs4j.ndarray.ArrayScope
 * ArrayScope} is valid as long as the scope.
 *
 * <p>The serialised form of a variable is its name and its value: it arrives as an input, or as a constant.
 */
public final class Variable extends VariableOverloads implements Serializable {
    private static final long serialVersionUID = 1;

    private transient String name;
    private final transient NDArray value;
    private final transient boolean constant;
    private transient Operation operation;
    private transient List<Variable> inputs = List.of();

    /** The last backward pass that reached this, or null. */
    private transient Backpropagation pass;

    /** The backward pass that computed this as a gradient, or null. */
    private transient Backpropagation origin;

    /** The mode in which an operation computed this, or null. */
    private transient Mode mode;

    /** Whether this is the gradient of 1 with which a backward pass begins, perhaps in another shape. */
    private transient boolean ones;

    private transient boolean number;

    private Variable(NDArray value, boolean constant) {
        this.value = value;
        this.constant = constant;
    }

    /** Creates a gradient. */
    Variable(NDArray value, Backpropagation origin) {
        this.value = value;
        this.constant = false;
        this.origin = origin;
    }

    /**
     * Returns a number as an input.
     *
     * @param name the name of the variable, for a picture of the graph
     * @param value the number
     * @return a 0-d variable of float64
     */
    public static Variable of(String name, double value) {
        return of(Objects.requireNonNull(name, "name"), NDArray.scalar(value));
    }

    /**
     * Returns a number as an input without a name.
     *
     * @param value the number
     * @return a 0-d variable of float64
     */
    public static Variable of(double value) {
        return of(NDArray.scalar(value));
    }

    /**
     * Returns an array as an input.
     *
     * @param name the name of the variable, for a picture of the graph
     * @param value an array of float64 or float32 and any shape; not copied
     * @return a variable of the array
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public static Variable of(String name, NDArray value) {
        return of(value).named(Objects.requireNonNull(name, "name"));
    }

    /**
     * Returns an array as an input without a name.
     *
     * @param value an array of float64 or float32 and any shape; not copied
     * @return a variable of the array
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant} (an integer cannot change by a small amount)
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
     * Returns an array as a constant: operations take it, but it has no gradient. The images of a batch are an example.
     * The result of an operation on constants alone is a constant.
     *
     * @param value an array of any dtype and shape; not copied
     * @return a constant
     */
    public static Variable constant(NDArray value) {
        return new Variable(Objects.requireNonNull(value, "value"), true);
    }

    /** Returns an array as the other operand of an operation, which calls it by a name. */
    static Variable operand(String name, NDArray value) {
        return constant(Objects.requireNonNull(value, name));
    }

    /** Applies an operation to its inputs. */
    static Variable computed(Operation operation, Variable... inputs) {
        Mode mode = Mode.current();
        boolean isConstant = true;
        for (int i = 0; mode.isRecording() && i < inputs.length; i++) {
            isConstant &= inputs[i].constant;
        }
        Variable result = new Variable(operation.output(inputs, isConstant), isConstant);
        result.mode = mode;
        return isConstant ? result : result.madeBy(operation, List.of(inputs));
    }

    private Variable madeBy(Operation by, List<Variable> of) {
        operation = by;
        inputs = of;
        return this;
    }

    /**
     * Applies an operation of your own.
     *
     * @param unary an operation on one variable
     * @return a new variable
     * @throws IllegalStateException {@code square must compute an array of float64 or float32, not int64}, or
     *     {@code square has computed no array}
     */
    public Variable apply(Operation unary) {
        return computed(Objects.requireNonNull(unary, "unary"), this);
    }

    /** Applies an operation that only changes the shape, so that ones stay ones. */
    private Variable reshaped(Operation unary) {
        Variable result = computed(unary, this);
        result.ones = ones;
        return result;
    }

    /**
     * Gives this variable a name.
     *
     * @param text the name, for a picture of the graph; null for none
     * @return this variable
     */
    public Variable named(String text) {
        name = text;
        return this;
    }

    /** {@return the name, or null} */
    public String name() {
        return name;
    }

    /** {@return the number or the array itself, not a copy; 0-d for a number} */
    public NDArray value() {
        return value;
    }

    /**
     * Returns the only element as a Java number, {@code x.item()}, such as that of a loss.
     *
     * @return {@code value().item()}
     * @throws IllegalArgumentException {@code can only convert an array of size 1 to a Java scalar}
     */
    public double item() {
        return value.item();
    }

    /** {@return the shape of the array, {@code value().shape()}} */
    public Shape shape() {
        return value.shape();
    }

    /**
     * {@return whether this is a constant, which has no gradient: {@link #constant constant} made it, or operations on
     * constants alone}
     */
    public boolean isConstant() {
        return constant;
    }

    /** Returns the operation that computed this; null for inputs and constants. */
    Operation operation() {
        if (origin != null) {
            origin.record();
        }
        return operation;
    }

    /** Returns the inputs of the operation that computed this; none for inputs and constants. */
    List<Variable> inputs() {
        if (origin != null) {
            origin.record();
        }
        return inputs;
    }

    /** Returns what this depends on. A gradient also depends on its result, perhaps with a derivative of 0. */
    List<Variable> dependencies() {
        return origin == null || origin.result() == null
                ? inputs()
                : Stream.concat(inputs().stream(), Stream.of(origin.result())).toList();
    }

    /** Gives this gradient the graph of another variable, which is the same gradient with its graph recorded. */
    Variable withGraphOf(Variable recorded) {
        // A variable that was there before must stay in the graph, for derivatives with respect to it.
        return recorded.operation != null && recorded.mode == Mode.current()
                ? madeBy(recorded.operation, recorded.inputs)
                : madeBy(ShapeOperations.IDENTITY, List.of(recorded));
    }

    /**
     * Returns the value as a constant, which begins no gradient; this variable keeps its graph, which {@link #unchain}
     * would forget.
     *
     * @return a constant of the same array, or this variable if it is one
     */
    public Variable detach() {
        return constant ? this : constant(value);
    }

    /**
     * Makes this variable an input: it forgets what it was computed from, and its gradient. What nobody else refers to
     * is then garbage. A recurrent network does this with its state after each part of a long sequence, so that
     * {@code backward} ends there (truncated backpropagation through time).
     */
    public void unchain() {
        operation = null;
        inputs = List.of();
        origin = null;
        pass = null;
    }

    /**
     * {@linkplain #unchain() Unchains} every variable that this was computed from, except inputs, which keep their
     * gradients, as DeZero's {@code unchain_backward} does. This variable itself keeps its operation.
     */
    public void unchainBackward() {
        for (Variable variable : Graph.inOrder(this, Variable::inputs)) {
            if (variable.pass != null) {
                variable.pass.forgetGraph();
            }
            if (variable != this && variable.operation != null) {
                variable.unchain();
            }
        }
    }

    // Backward

    /**
     * Computes the derivatives of this number with respect to everything that it was computed from. Each of these
     * variables then has its {@link #gradient gradient}. The backward pass begins with 1 and visits every operation
     * once, after all that use its output. So it takes about as long as the forward pass, for any number of inputs.
     *
     * <p>The new gradients replace those of an earlier {@code backward}, also of another result; they are not added up.
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
        Variable one = constant(NDArray.ones(value.dtype(), shape().toArray()));
        one.ones = true;
        backward(one);
    }

    /**
     * Computes the derivatives from a given gradient instead of 1, as {@link #backward() backward} does: the
     * derivatives of the sum of this variable times the gradient.
     *
     * @param start the gradient with respect to this variable, of its shape; converted to its dtype
     * @throws IllegalArgumentException {@code the gradient must have the shape (2, 3) of the value, not (3,)}
     * @throws IllegalStateException {@code nothing can be differentiated: this was computed from constants alone}
     */
    public void backward(NDArray start) {
        backward(constant(Objects.requireNonNull(start, "start")));
    }

    /**
     * Computes the derivatives from a given gradient, as {@link #backward(NDArray) backward} does. The results depend
     * on the given gradient, and can be differentiated with respect to it.
     *
     * @param start the gradient with respect to this variable, of its shape; converted to its dtype
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
     * Returns the derivative with respect to this variable that the last {@code backward} computed, of a result that
     * was computed from this variable.
     *
     * <p>The gradient is a variable too, and depends on everything that its result depends on:
     * {@code gradient().backward()} gives second derivatives, some of them 0. At first a gradient only keeps its value;
     * its graph is recorded when you differentiate it or compute with it.
     *
     * <p>After {@code backward} only the gradients of inputs are in memory. The first time you ask for another one, the
     * backward pass is done again, and keeps all.
     *
     * @return the gradient, of this variable's shape and dtype; changing its array changes no other gradient
     * @throws IllegalStateException {@code x has no gradient: no backward of a result that depends on it came before},
     *     {@code x has no gradient any more: nobody asked for it before the graph was unchained}, or {@code a constant
     *     has no gradient}
     */
    public Variable gradient() {
        if (constant) {
            throw new IllegalStateException("a constant has no gradient");
        }
        if (pass == null) {
            throw new IllegalStateException(
                    called(this) + " has no gradient: no backward of a result that depends on it came before");
        }
        return pass.gradient(this);
    }

    /** Returns the name of a variable for a message. */
    static String called(Variable variable) {
        return variable.name == null ? "this variable" : variable.name;
    }

    /** Returns the last backward pass of this result; null if there was none, or a later one from another result. */
    Backpropagation passFromHere() {
        return pass != null && pass.result() == this ? pass : null;
    }

    void setPass(Backpropagation last) {
        pass = last;
    }

    /** Forgets the gradient and its graph. */
    public void clearGradient() {
        pass = null;
    }

    /** Returns a constant that does not change the dtype of this; that of the operation before if it is the same. */
    Variable number(double number) {
        DType dtype = value.dtype().isFloating() ? value.dtype() : DType.FLOAT64;
        NDArray scalar = NDArray.full(dtype, number);
        for (Variable input : inputs) {
            if (input.number && input.value.equals(scalar)) {
                return input;
            }
        }
        Variable made = constant(scalar);
        made.number = true;
        return made;
    }

    /** Returns whether this is a Java number, which operations one after the other share. */
    boolean isNumber() {
        return number;
    }

    // Arithmetic

    /**
     * Adds a variable, {@code x + b}. Both operands get the gradient unchanged.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable add(Variable b) {
        return computed(ElementwiseOperations.ADD, this, Objects.requireNonNull(b, "b"));
    }

    /**
     * Subtracts a variable, {@code x - b}. The second operand gets minus the gradient.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable sub(Variable b) {
        return computed(ElementwiseOperations.SUB, this, Objects.requireNonNull(b, "b"));
    }

    /**
     * Subtracts this variable from a number, {@code a - x}.
     *
     * @param a a constant
     * @return a new variable
     */
    public Variable rsub(double a) {
        return number(a).sub(this);
    }

    /**
     * Multiplies by a variable, {@code x * b}. Each operand gets the gradient times the other operand.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable mul(Variable b) {
        return ones && hasFormOf(b) ? b : b.ones && hasFormOf(b) ? this : computed(ElementwiseOperations.MUL, this, b);
    }

    private boolean hasFormOf(Variable b) {
        return shape().equals(b.shape()) && value.dtype() == b.value.dtype();
    }

    /**
     * Divides by a variable, {@code x / b}. With <i>y = x/b</i> the operands get <i>1/b</i> and <i>-y/b</i> times the
     * gradient.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable div(Variable b) {
        return computed(ElementwiseOperations.DIV, this, Objects.requireNonNull(b, "b"));
    }

    /**
     * Divides a number by this variable, {@code a / x}. If a is 1, the result is a single node with the derivative
     * <i>-y²</i>, as in section 5.5.2.
     *
     * @param a a constant
     * @return a new variable
     */
    public Variable rdiv(double a) {
        return a == 1 ? apply(ElementwiseOperations.RECIPROCAL) : number(a).div(this);
    }

    /**
     * Changes the sign, {@code -x}.
     *
     * @return a new variable
     */
    public Variable neg() {
        return apply(ElementwiseOperations.NEG);
    }

    /**
     * Raises to a power, {@code x ** exponent}. The derivative is <i>exponent · x<sup>exponent - 1</sup></i>.
     *
     * @param exponent a constant
     * @return a new variable
     */
    public Variable pow(double exponent) {
        return apply(ElementwiseOperations.pow(exponent));
    }

    /**
     * Raises to a power whose exponent is a variable, {@code x ** exponent}. The derivative with respect to the
     * exponent is <i>y · log x</i>, and 0 where x is 0.
     *
     * @param exponent the exponent, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable pow(Variable exponent) {
        return computed(ElementwiseOperations.POW, this, Objects.requireNonNull(exponent, "exponent"));
    }

    /**
     * Computes the square, {@code np.square(x)}. The derivative is <i>2x</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable square() {
        return pow(2);
    }

    // Functions

    /**
     * Computes the exponential function, {@code np.exp(x)}. The derivative is the function itself.
     *
     * @return a new variable of the same shape
     */
    public Variable exp() {
        return apply(ElementwiseOperations.EXP);
    }

    /**
     * Computes the natural logarithm, {@code np.log(x)}. The derivative is <i>1/x</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable log() {
        return apply(ElementwiseOperations.LOG);
    }

    /**
     * Computes the square root, {@code np.sqrt(x)}. The derivative is <i>1/(2y)</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable sqrt() {
        return apply(ElementwiseOperations.SQRT);
    }

    /**
     * Computes the sine, {@code np.sin(x)}. The derivative is the cosine.
     *
     * @return a new variable of the same shape
     */
    public Variable sin() {
        return apply(ElementwiseOperations.SIN);
    }

    /**
     * Computes the cosine, {@code np.cos(x)}. The derivative is minus the sine.
     *
     * @return a new variable of the same shape
     */
    public Variable cos() {
        return apply(ElementwiseOperations.COS);
    }

    /**
     * Computes the hyperbolic tangent, {@code np.tanh(x)}. The derivative is <i>1 - y²</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable tanh() {
        return apply(ElementwiseOperations.TANH);
    }

    /**
     * Computes the sigmoid function as a single node, <i>1 / (1 + e<sup>-x</sup>)</i>, section 5.5.2. The derivative is
     * <i>y(1 - y)</i>.
     *
     * @return a new variable of the same shape
     */
    public Variable sigmoid() {
        return apply(ElementwiseOperations.SIGMOID);
    }

    /**
     * Computes the rectified linear unit, {@code np.maximum(x, 0)}, section 5.5.1. The derivative is 1 above 0, and 0
     * elsewhere.
     *
     * @return a new variable of the same shape
     */
    public Variable relu() {
        return apply(ElementwiseOperations.RELU);
    }

    /**
     * Computes the leaky rectified linear unit, which multiplies what is not above 0 by a slope. The derivative is 1
     * above 0, and the slope elsewhere.
     *
     * @param slope the share that passes of what is below 0, from 0 to 1; 0.2 in DeZero
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code the slope of leakyRelu must be from 0 to 1, not 1.5}
     */
    public Variable leakyRelu(double slope) {
        if (!(slope >= 0 && slope <= 1)) {
            throw new IllegalArgumentException("the slope of leakyRelu must be from 0 to 1, not " + slope);
        }
        return apply(ElementwiseOperations.leak("leaky relu", value.le(0), slope)
                .inOnnx(inputs -> new OnnxOperator("LeakyRelu", Map.of("alpha", slope))));
    }

    /**
     * Computes the sigmoid linear unit, <i>x / (1 + e<sup>-x</sup>)</i>
     * ({@link io.github.dlfs4j.activation.Activations#silu(NDArray) Activations.silu}), as a sigmoid function and a
     * product.
     *
     * @return a new variable of the same shape
     */
    public Variable silu() {
        return mul(sigmoid());
    }

    /**
     * Computes the Gaussian error linear unit, <i>x Φ(x)</i>, the activation function of transformers
     * ({@link io.github.dlfs4j.activation.Activations#gelu(NDArray) Activations.gelu}). The derivative is <i>Φ(x) + x
     * φ(x)</i>, with the distribution function Φ and the density φ of the standard normal distribution.
     *
     * @return a new variable of the same shape
     */
    public Variable gelu() {
        return apply(ElementwiseOperations.gelu());
    }

    /**
     * Computes the error function, SciPy's {@code scipy.special.erf(x)}. The derivative is <i>2/√π e<sup>-x²</sup></i>.
     *
     * @return a new variable of the same shape
     */
    public Variable erf() {
        return apply(ElementwiseOperations.ERF);
    }

    /**
     * Computes the absolute value, {@code np.abs(x)}. The derivative is the sign, and 0 at 0.
     *
     * @return a new variable of the same shape
     */
    public Variable abs() {
        return apply(ElementwiseOperations.ABS);
    }

    /**
     * Takes the larger of two elements, {@code np.maximum(x, b)}. The larger element gets the gradient; of two equal
     * elements, that of b does, as with {@link #relu relu}.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable maximum(Variable b) {
        return computed(ElementwiseOperations.MAXIMUM, this, Objects.requireNonNull(b, "b"));
    }

    /**
     * Takes the smaller of two elements, {@code np.minimum(x, b)}. The smaller element gets the gradient; of two equal
     * elements, that of b does.
     *
     * @param b the other operand, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public Variable minimum(Variable b) {
        return computed(ElementwiseOperations.MINIMUM, this, Objects.requireNonNull(b, "b"));
    }

    /**
     * Limits elements to a range, {@code np.clip(x, min, max)}. The derivative is 1 between the bounds, and 0 at the
     * bounds and beyond.
     *
     * @param min the lower bound
     * @param max the upper bound
     * @return a new variable of the same shape
     */
    public Variable clip(double min, double max) {
        return apply(ElementwiseOperations.clip(min, max));
    }

    /**
     * Chooses between the elements of two variables, {@code np.where(condition, x, y)}. Each gets the gradient where it
     * was chosen.
     *
     * @param condition bool, broadcast: true chooses x; another dtype is true where it is not 0
     * @param x chosen where the condition is true, broadcast
     * @param y chosen elsewhere, broadcast
     * @return a new variable
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) (2,3)}
     */
    public static Variable where(NDArray condition, Variable x, Variable y) {
        Objects.requireNonNull(x, "x");
        return computed(ElementwiseOperations.choice(condition), x, Objects.requireNonNull(y, "y"));
    }

    /** Keeps the elements where the mask is true, and sets the others to 0. */
    Variable where(NDArray mask) {
        return apply(ElementwiseOperations.where(mask));
    }

    // Reductions

    /**
     * Adds up all elements, {@code np.sum(x)}. Every element gets the gradient unchanged.
     *
     * @return a 0-d variable
     */
    public Variable sum() {
        return apply(ShapeOperations.sum(NDArray::sum, ShapeOperations.allAxes(shape())));
    }

    /**
     * Adds up along an axis, {@code np.sum(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable sum(int axis) {
        return apply(ShapeOperations.sum(x -> x.sum(axis, false), axis));
    }

    /**
     * Computes the sum with options, {@code np.sum(x, axis=axis, keepdims=keepDims)}.
     *
     * @param options the axes, and whether they stay
     * @return a new variable
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code sum() got an unexpected keyword argument 'where'}
     */
    public Variable sum(ReductionOptions options) {
        return apply(ShapeOperations.sum(x -> x.sum(options), ShapeOperations.axes("sum", shape(), options)));
    }

    /**
     * Computes the mean of all elements, {@code np.mean(x)}. Each of n elements gets the gradient divided by n.
     *
     * @return a 0-d variable
     */
    public Variable mean() {
        return apply(ShapeOperations.mean(NDArray::mean, ShapeOperations.allAxes(shape())));
    }

    /**
     * Computes the mean along an axis, {@code np.mean(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable mean(int axis) {
        return apply(ShapeOperations.mean(x -> x.mean(axis, false), axis));
    }

    /**
     * Computes the mean with options, {@code np.mean(x, axis=axis, keepdims=keepDims)}.
     *
     * @param options the axes, and whether they stay
     * @return a new variable
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code mean() got an unexpected keyword argument 'where'}
     */
    public Variable mean(ReductionOptions options) {
        return apply(ShapeOperations.mean(x -> x.mean(options), ShapeOperations.axes("mean", shape(), options)));
    }

    /**
     * Computes the variance of all elements, {@code np.var(x)}: the mean of their squared distances from the mean.
     *
     * @return a 0-d variable
     */
    public Variable var() {
        return sub(mean()).square().mean();
    }

    /**
     * Computes the variance along an axis, {@code np.var(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable var(int axis) {
        return sub(mean(axis, true)).square().mean(axis, false);
    }

    /**
     * Computes the variance with options, {@code np.var(x, axis=axis, ddof=ddof, keepdims=keepDims)}.
     *
     * @param options the axes, whether they stay, and the correction {@code ddof}
     * @return a new variable
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code var() got an unexpected keyword argument 'where'}
     */
    public Variable var(ReductionOptions options) {
        return variance("var", options);
    }

    /**
     * Computes the standard deviation of all elements, {@code np.std(x)}: the root of the variance. Where that is 0,
     * the gradient is NaN.
     *
     * @return a 0-d variable
     */
    public Variable std() {
        return var().sqrt();
    }

    /**
     * Computes the standard deviation along an axis, {@code np.std(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable std(int axis) {
        return var(axis, false).sqrt();
    }

    /**
     * Computes the standard deviation with options, {@code np.std(x, axis=axis, ddof=ddof, keepdims=keepDims)}.
     *
     * @param options the axes, whether they stay, and the correction {@code ddof}
     * @return a new variable
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code std() got an unexpected keyword argument 'where'}
     */
    public Variable std(ReductionOptions options) {
        return variance("std", options).sqrt();
    }

    private Variable variance(String function, ReductionOptions options) {
        ReductionArguments<NDArray> arguments = Inside.arguments(options);
        arguments.checkTaken(function, "ddof");
        Axes axes = arguments.existingAxesOf(value.ndim());
        ReductionOptions ofAxes = Inside.options(arguments.ofMeans(arguments.keepDims()));
        Variable squares =
                sub(mean(ReductionOptions.axes(axes.numbers()).keepDims())).square();
        if (arguments.ddof() == null) {
            return squares.mean(ofAxes);
        }
        long elements = axes.elements(shape().toArray());
        return squares.sum(ofAxes).div(Math.max(elements - arguments.ddof(), 0));
    }

    /**
     * Takes the largest of all elements, {@code np.max(x)}. This element gets the gradient; of equals, the first does,
     * as in {@code argmax}.
     *
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable max() {
        return max(ReductionOptions.DEFAULT);
    }

    /**
     * Takes the largest elements along an axis, {@code np.max(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable max(int axis) {
        return max(Inside.options(axis, false));
    }

    /**
     * Selects the largest element with options, {@code np.max(x, axis=axis, keepdims=keepDims)}.
     *
     * @param options the axes, and whether they stay
     * @return a new variable
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code zero-size array to reduction
     *     operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code max() got an unexpected keyword argument 'where'}
     */
    public Variable max(ReductionOptions options) {
        return apply(SelectionOperations.extreme("max", value, options, NDArray::max, NDArray::argmax));
    }

    /**
     * Takes the smallest of all elements, {@code np.min(x)}. This element gets the gradient; of equals, the first does,
     * as in {@code argmin}.
     *
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public Variable min() {
        return min(ReductionOptions.DEFAULT);
    }

    /**
     * Takes the smallest elements along an axis, {@code np.min(x, axis=axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable without the axis
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public Variable min(int axis) {
        return min(Inside.options(axis, false));
    }

    /**
     * Selects the smallest element with options, {@code np.min(x, axis=axis, keepdims=keepDims)}.
     *
     * @param options the axes, and whether they stay
     * @return a new variable
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code zero-size array to reduction
     *     operation minimum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code min() got an unexpected keyword argument 'where'}
     */
    public Variable min(ReductionOptions options) {
        return apply(SelectionOperations.extreme("min", value, options, NDArray::min, NDArray::argmin));
    }

    // Products

    /**
     * Computes the dot product, {@code np.dot(x, b)}. For two vectors it is a number, for two matrices the matrix
     * product, and for a number the product with it. For more axes it sums over the last axis of this and the last but
     * one of b. Matrices get the gradients <i>dout · b<sup>T</sup></i> and <i>x<sup>T</sup> · dout</i>.
     *
     * @param b the right operand
     * @return a new variable of the shape {@code x.shape[:-1] + b.shape[:-2] + b.shape[-1:]}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public Variable dot(Variable b) {
        return value.ndim() == 0 || b.value.ndim() == 0 ? mul(b) : computed(ProductOperations.DOT, this, b);
    }

    /**
     * Computes the matrix product, {@code np.matmul(x, b)} or {@code x @ b}. For vectors and matrices it is the same as
     * {@link #dot dot}. For more axes, the last two make matrices, and the others are broadcast.
     *
     * @param b the right operand
     * @return a new variable
     * @throws IllegalArgumentException {@code matmul: Input operand 0 does not have enough dimensions (has 0, gufunc
     *     core with signature (n?,k),(k,m?)->(n?,m?) requires 1)}, {@code matmul: Input operand 1 has a mismatch in its
     *     core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)}, or
     *     {@code operands could not be broadcast together with shapes (2,) (3,)}
     */
    public Variable matmul(Variable b) {
        return ProductOperations.matmul(this, b);
    }

    // Shapes

    /**
     * Gives the elements another shape, {@code x.reshape(shape)}.
     *
     * @param shape the lengths; one may be -1 and then follows from the others
     * @return a new variable; its array is a view if possible
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public Variable reshape(int... shape) {
        return reshaped(ShapeOperations.reshape(value.reshape(shape).shape()));
    }

    /**
     * Gives the elements the shape of another variable or array, {@code x.reshape(y.shape)}.
     *
     * @param shape the lengths
     * @return a new variable; its array is a view if possible
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public Variable reshape(Shape shape) {
        return reshape(shape.toArray());
    }

    /**
     * Reverses the order of the axes, {@code x.T}.
     *
     * @return a new variable; its array is a view
     */
    public Variable transpose() {
        return transpose(
                IntStream.range(0, value.ndim()).map(i -> value.ndim() - 1 - i).toArray());
    }

    /**
     * Reverses the order of the axes, {@code x.T}. This is the same as {@link #transpose()}.
     *
     * @return a new variable; its array is a view
     */
    @SuppressWarnings("MemberName") // NumPy's name
    public Variable T() {
        return transpose();
    }

    /**
     * Puts the axes in another order, {@code x.transpose(axes)}.
     *
     * @param axes the axes in their new order; negative ones count from the end
     * @return a new variable; its array is a view
     * @throws IllegalArgumentException {@code axes don't match array} or {@code repeated axis in transpose}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable transpose(int... axes) {
        return reshaped(ShapeOperations.transpose(axes));
    }

    /**
     * Exchanges two axes, {@code x.swapaxes(axis1, axis2)}.
     *
     * @param axis1 one axis; a negative one counts from the end
     * @param axis2 the other axis; a negative one counts from the end
     * @return a new variable; its array is a view
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public Variable swapaxes(int axis1, int axis2) {
        return reshaped(ShapeOperations.swapaxes(axis1, axis2));
    }

    /**
     * Makes one axis of all, in C order, {@code x.ravel()}.
     *
     * @return a new variable of shape (size,); its array is a view if possible
     */
    public Variable ravel() {
        return reshape(value.size());
    }

    /**
     * Inserts new axes of length 1, {@code np.expand_dims(x, axes)}.
     *
     * @param axes the places of the new axes in the result; negative ones count from the end
     * @return a new variable
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 4}
     */
    public Variable expandDims(int... axes) {
        return reshape(value.expandDims(axes).shape());
    }

    /**
     * Removes all axes of length 1, {@code x.squeeze()}.
     *
     * @return a new variable
     */
    public Variable squeeze() {
        return reshape(value.squeeze().shape());
    }

    /**
     * Removes some axes of length 1, {@code x.squeeze(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new variable
     * @throws IllegalArgumentException {@code cannot select an axis to squeeze out which has size not equal to one}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public Variable squeeze(int... axes) {
        return reshape(value.squeeze(axes).shape());
    }

    /**
     * Repeats elements to a larger shape, {@code np.broadcast_to(x, shape)}. The gradients of all copies are added up.
     *
     * @param wider the shape
     * @return a new variable; its array is a read-only view
     * @throws IllegalArgumentException as for {@link NDArray#broadcastTo NDArray.broadcastTo}
     */
    public Variable broadcastTo(Shape wider) {
        return reshaped(ShapeOperations.broadcastTo(wider));
    }

    /**
     * Adds up what {@link #broadcastTo broadcastTo} repeats, its backward pass.
     *
     * @param narrower a shape that broadcasts to the shape of this
     * @return a new variable; this if it already has the shape
     * @throws IllegalArgumentException {@code an array of shape (2, 3) cannot be summed to shape (2,)}
     */
    public Variable sumTo(Shape narrower) {
        return shape().equals(narrower) ? this : apply(ShapeOperations.sumTo(narrower));
    }

    /**
     * Adds a margin of zeros, {@code np.pad(x, widths)}. The backward pass cuts it off.
     *
     * @param widths for each axis, the numbers of zeros before and after
     * @return a new variable
     * @throws IllegalArgumentException as for {@link NDArray#pad(int[][]) NDArray.pad}
     */
    public Variable pad(int[][] widths) {
        return apply(SelectionOperations.pad(widths));
    }

    /**
     * Converts to another floating dtype, {@code x.astype(dtype)}. The gradient is converted back.
     *
     * @param dtype float64 or float32; any dtype for a constant
     * @return a new variable
     * @throws UnsupportedOperationException {@code a variable needs an array of float64 or float32, not int64; use
     *     astype first, or constant}
     */
    public Variable astype(DType dtype) {
        if (!constant) {
            checkFloating(dtype);
        }
        return apply(ElementwiseOperations.astype(dtype));
    }

    Variable inDType(DType dtype) {
        return value.dtype() == dtype ? this : astype(dtype);
    }

    Variable inShape(Shape shape) {
        return shape().equals(shape) ? this : reshaped(ShapeOperations.reshape(shape));
    }

    // Elements

    /**
     * Selects by positions, {@code x[1, 2]}. The elements that are not selected get a gradient of 0.
     *
     * @param indices a position for each of the first axes; negative ones count from the end
     * @return a new variable of the remaining axes
     * @throws IndexOutOfBoundsException as for {@link NDArray#get(int...) NDArray.get}
     */
    public Variable get(int... indices) {
        Objects.requireNonNull(indices, "indices");
        return get(Arrays.stream(indices).mapToObj(Index::at).toArray(Index[]::new));
    }

    /**
     * Selects by an index, {@code x[1:3, ::2]}. An element that is selected more than once gets the sum of the
     * gradients.
     *
     * @param index positions, slices, new axes, an ellipsis, arrays of positions, masks
     * @return a new variable; its array is a view if the index has no arrays
     * @throws IndexOutOfBoundsException as for {@link NDArray#get(Index...) NDArray.get}
     */
    public Variable get(Index... index) {
        return apply(SelectionOperations.get(index));
    }

    /**
     * Selects by a mask or by arrays of positions, {@code x[mask]} or {@code x[rows, columns]}. An element that is
     * selected more than once gets the sum of the gradients.
     *
     * @param index a bool mask over the first axes, or an array of positions for each of the first axes, broadcast
     *     against each other
     * @return a new variable
     * @throws IndexOutOfBoundsException as for {@link NDArray#get(NDArray...) NDArray.get}
     */
    public Variable get(NDArray... index) {
        return get(Arrays.stream(Errors.nonNull("index", index)).map(Index::of).toArray(Index[]::new));
    }

    /**
     * Selects at a position of the second axis, {@code x[:, j]}, or of the last one, {@code x[..., j]}.
     *
     * @param index the part for the first axis, or an ellipsis
     * @param position the position; a negative one counts from the end
     * @return as for {@link #get(Index...)}
     * @throws IndexOutOfBoundsException as for {@link NDArray#get(Index...) NDArray.get}
     */
    public Variable get(Index index, int position) {
        return get(index, Index.at(position));
    }

    /**
     * Selects at a position of the first axis, {@code x[i, 1:]}.
     *
     * @param position the position; a negative one counts from the end
     * @param index the part for the second axis, or an ellipsis
     * @return as for {@link #get(Index...)}
     * @throws IndexOutOfBoundsException as for {@link NDArray#get(Index...) NDArray.get}
     */
    public Variable get(int position, Index index) {
        return get(Index.at(position), index);
    }

    /**
     * Joins variables along an axis, {@code np.concatenate(variables, axis=axis)}. Each gets its part of the gradient.
     *
     * @param axis the axis; a negative one counts from the end
     * @param variables variables whose shapes differ along this axis only
     * @return a new variable
     * @throws IllegalArgumentException as for {@link NDArray#concatenate NDArray.concatenate}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static Variable concatenate(int axis, Variable... variables) {
        return computed(SelectionOperations.concatenate(axis), Errors.nonNull("variables", variables));
    }

    /**
     * Joins variables of one shape along a new axis, {@code np.stack(variables, axis=axis)}. Each gets its part of the
     * gradient.
     *
     * @param axis the place of the new axis in the result; a negative one counts from the end
     * @param variables variables of the same shape
     * @return a new variable
     * @throws IllegalArgumentException as for {@link #concatenate concatenate}
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 3}
     */
    public static Variable stack(int axis, Variable... variables) {
        Errors.nonNull("variables", variables);
        return concatenate(
                axis, Arrays.stream(variables).map(x -> x.expandDims(axis)).toArray(Variable[]::new));
    }

    // Networks

    /**
     * Computes the softmax function along the last axis, section 3.5.2: each row becomes probabilities that add up to
     * 1.
     *
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable softmax() {
        return softmax(-1);
    }

    /**
     * Computes the softmax function along an axis.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable of the same shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable softmax(int axis) {
        return value.ndim() == 0 ? reshape(1).softmax(axis).reshape() : apply(ClassificationOperations.softmax(axis));
    }

    /**
     * Computes the logarithm of {@link #softmax softmax}. It is finite even for a probability that is rounded to 0.
     *
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable logSoftmax() {
        return logSoftmax(-1);
    }

    /**
     * Computes the logarithm of {@link #softmax(int) softmax} along an axis.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new variable of the same shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public Variable logSoftmax(int axis) {
        return value.ndim() == 0
                ? reshape(1).logSoftmax(axis).reshape()
                : apply(ClassificationOperations.logSoftmax(axis));
    }

    /**
     * Computes the cross entropy of probabilities, <i>-Σ t log(y + 10<sup>-7</sup>) / n</i>, sections 4.2.2 and 4.2.4:
     * minus the logarithm of the probability of the right class, averaged over the batch. This variable must have the
     * shape (classes,) or (n, classes).
     *
     * @param t the targets: one-hot, of the shape of this; or labels, 0-d or of shape (n,), of int64 or uint8
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code y must have one axis or two, not the shape ()}, {@code targets must be
     *     one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)}, or {@code labels must be int64 or
     *     uint8, not float64}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public Variable crossEntropy(NDArray t) {
        Targets.checkClasses("y", value, t);
        return apply(ClassificationOperations.crossEntropy(t));
    }

    /**
     * Computes softmax and cross entropy in one node, section 5.6.3, for the scores of a network. The derivative is
     * <i>(y - t) / n</i>; like that of {@code SoftmaxWithLoss}, it leaves out the 10<sup>-7</sup> in the logarithm.
     * This variable must have the shape (classes,) or (n, classes).
     *
     * @param t the targets: one-hot or other probabilities, of the shape of this; or labels, 0-d or of shape (n,), of
     *     int64 or uint8
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code x must have one axis or two, not the shape ()}, {@code targets must be
     *     one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)}, {@code labels must be int64 or
     *     uint8, not float64}, {@code softmax needs scores of at least 2 classes, not the shape (4, 1)}, or
     *     {@code targets must be labels or probabilities that add up to 1 in each row, but row 0 adds up to 2.5}
     * @throws IndexOutOfBoundsException {@code label 10 is out of bounds for 10 classes}
     */
    public Variable softmaxWithLoss(NDArray t) {
        Targets.checkClasses("x", value, t);
        Losses.checkTargets(value, t);
        return apply(ClassificationOperations.softmaxWithLoss(t));
    }

    /**
     * Computes half the sum of the squared errors, {@code 0.5 * np.sum((y - t) ** 2)}, section 4.2.1. The mean of the
     * squares is {@link io.github.dlfs4j.graph.model.Loss#meanSquaredError Loss.meanSquaredError}.
     *
     * @param t the targets, of the shape of this
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public Variable sumSquaredError(Variable t) {
        Targets.checkNumbers(value, t.value);
        return sub(t).pow(2).sum().mul(0.5);
    }

    /**
     * Computes {@link #sumSquaredError(Variable) sumSquaredError} for constant targets.
     *
     * @param t the targets, of the shape of this
     * @return a 0-d variable
     * @throws IllegalArgumentException {@code targets must have the shape (2, 3) of the outputs, not (3,)}
     */
    public Variable sumSquaredError(NDArray t) {
        return sumSquaredError(constant(Objects.requireNonNull(t, "t")));
    }

    /**
     * Sets a random part to 0, which is dropout in training, section 6.4.3. For predictions use {@code mul(1 - ratio)}
     * instead.
     *
     * @param ratio the share of elements to switch off, from 0 to 1
     * @param random the generator, for {@code rand} of this shape; an element stays on if its number is above the ratio
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code the ratio of dropout must be from 0 to 1, not 1.5}
     */
    public Variable dropout(double ratio, RandomState random) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("the ratio of dropout must be from 0 to 1, not " + ratio);
        }
        return mul(constant(Transaction.before(random).rand(shape().toArray()).gt(ratio)));
    }

    /**
     * Sets a random part to 0 and divides the rest by its share, {@code 1 - ratio}, as DeZero does. So the mean stays,
     * and predictions need no scale: while {@linkplain Mode#testing testing}, this returns the variable itself.
     *
     * @param ratio the share of elements to switch off, from 0 to below 1
     * @param random the generator, for {@code rand} of this shape; an element stays on if its number is above the ratio
     * @return a new variable of the same shape; this while testing
     * @throws IllegalArgumentException {@code the ratio of inverted dropout must be from 0 to below 1, not 1.0}
     */
    public Variable invertedDropout(double ratio, RandomState random) {
        if (!(ratio >= 0 && ratio < 1)) {
            throw new IllegalArgumentException("the ratio of inverted dropout must be from 0 to below 1, not " + ratio);
        }
        if (!Mode.isTraining()) {
            return this;
        }
        return apply(ElementwiseOperations.dropout(
                Transaction.before(random).rand(shape().toArray()).gt(ratio), 1 - ratio));
    }

    /**
     * Normalises each feature to mean 0 and variance 1, section 6.3, scales it by γ and shifts it by β. In training,
     * the mean and the variance are those of this batch, and the running averages move towards them. While
     * {@linkplain Mode#testing testing}, the running averages take their place. The momentum is 0.9, and
     * 10<sup>-6</sup> is added to the variance, as in {@code layer.BatchNormalization}. The variances are those of the
     * batch, divided by n; DeZero averages them divided by n - 1.
     *
     * <p>This variable must have the shape (n, features), or be images of shape (n, channels, height, width). If there
     * is one γ for each channel of images, each channel is a feature; if there is one for each pixel of each channel,
     * each pixel is.
     *
     * @param gamma the scale, of shape (features,)
     * @param beta the shift, of shape (features,)
     * @param runningMean the average of the means, of shape (features,), which training changes; zeros at first
     * @param runningVariance the average of the variances, of shape (features,), which training changes
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code γ and β must have one shape (features,), not (2,) and (3,)}, or
     *     {@code batch normalisation of 2 features cannot take an input of shape (4, 3)}
     */
    public Variable batchNormalization(Variable gamma, Variable beta, NDArray runningMean, NDArray runningVariance) {
        return batchNormalization(gamma, beta, runningMean, runningVariance, 0.9, 1e-6);
    }

    /**
     * Normalises each feature, as {@link #batchNormalization(Variable, Variable, NDArray, NDArray) batchNormalization}
     * does.
     *
     * @param gamma the scale, of shape (features,)
     * @param beta the shift, of shape (features,)
     * @param runningMean the average of the means, of shape (features,), which training changes
     * @param runningVariance the average of the variances, of shape (features,), which training changes
     * @param momentum the share of the running averages that each step keeps, from 0 to 1
     * @param epsilon is added to the variance; 2e-5 in DeZero
     * @return a new variable of the same shape
     * @throws IllegalArgumentException {@code the momentum of batch normalisation must be from 0 to 1, not 1.5},
     *     {@code the epsilon of batch normalisation must be finite and not negative, but is -1.0}, or as
     *     {@link #batchNormalization(Variable, Variable, NDArray, NDArray) batchNormalization}
     */
    public Variable batchNormalization(
            Variable gamma,
            Variable beta,
            NDArray runningMean,
            NDArray runningVariance,
            double momentum,
            double epsilon) {
        return NormalizationOperations.batchNormalization(
                this, gamma, beta, runningMean, runningVariance, momentum, epsilon);
    }

    // Windows

    /**
     * Filters images, which is a convolution, section 7.2.1, in one node. The gradient with respect to the images is a
     * {@link #deconv2d(Variable, int, int) deconv2d} by the same filters. This variable must have the shape (n,
     * channels, height, width).
     *
     * <pre>{@code
     * Variable image = Variable.of("image", NDArray.arange(0.0, 9.0, 1.0).reshape(1, 1, 3, 3));
     * Variable filter = Variable.of("filter", NDArray.of(new double[] {1, 0, 0, 10}, 1, 1, 2, 2));
     * System.out.println(image.conv2d(filter, 1, 0));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[[[40. 51.]
     *    [73. 84.]]]]
     * }</pre>
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @return shape (n, filters, out height, out width), where {@code out height = (height + 2 * padding - filter
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code W must have the shape (filters, channels, height, width), not (2, 3)},
     *     {@code conv2d needs images of shape (n, channels, height, width), not (3, 3)}, {@code conv2d of 3 channels
     *     cannot take images of 1}, {@code a window of 5x5 does not fit into images of 4x4 with padding 0}, or {@code a
     *     window needs a positive size and stride and no negative padding, …}
     */
    public Variable conv2d(Variable w, int stride, int padding) {
        return conv2d(w, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #conv2d(Variable, int, int) conv2d} with a bias.
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param b is added to what each filter gives, of shape (filters,)
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @return shape (n, filters, out height, out width), where {@code out height = (height + 2 * padding - filter
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code b must have the shape (3,), not (2,)}, or as {@link #conv2d(Variable,
     *     int, int) conv2d}
     */
    public Variable conv2d(Variable w, Variable b, int stride, int padding) {
        return conv2d(w, b, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #conv2d(Variable, int, int) conv2d} with a stride and a padding for each axis.
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param stride the steps down and across
     * @param padding the height and the width of the margin of zeros around an image
     * @return shape (n, filters, out height, out width), where {@code out height = (height + 2 * padding - filter
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #conv2d(Variable, Variable, int, int) conv2d}
     */
    public Variable conv2d(Variable w, int[] stride, int[] padding) {
        return ConvolutionOperations.conv2d(this, w, null, stride, padding);
    }

    /**
     * Computes {@link #conv2d(Variable, int, int) conv2d} with a bias, and a stride and a padding for each axis.
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param b is added to what each filter gives, of shape (filters,)
     * @param stride the steps down and across
     * @param padding the height and the width of the margin of zeros around an image
     * @return shape (n, filters, out height, out width), where {@code out height = (height + 2 * padding - filter
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #conv2d(Variable, Variable, int, int) conv2d}
     */
    public Variable conv2d(Variable w, Variable b, int[] stride, int[] padding) {
        return ConvolutionOperations.conv2d(this, w, Objects.requireNonNull(b, "b"), stride, padding);
    }

    /**
     * Spreads images by filters, which is a transposed convolution, in one node: each pixel, times its filter, is added
     * to the pixels under the filter. It enlarges images, and is the backward pass of {@link #conv2d(Variable, int,
     * int) conv2d}, whose outputs it takes. This variable must have the shape (n, filters, height, width).
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param stride the step from one position to the next
     * @param padding the width of the margin that is cut off around an image
     * @return shape (n, channels, out height, out width), where {@code out height = stride * (height - 1) + filter
     *     height - 2 * padding}
     * @throws IllegalArgumentException {@code W must have the shape (filters, channels, height, width), not (2, 3)},
     *     {@code deconv2d needs images of shape (n, channels, height, width), not (3, 3)}, {@code deconv2d of 3
     *     channels cannot take images of 1}, {@code deconv2d of images of 1x1 leaves none of 0x0}, or {@code a window
     *     needs a positive size and stride and no negative padding, …}
     */
    public Variable deconv2d(Variable w, int stride, int padding) {
        return deconv2d(w, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #deconv2d(Variable, int, int) deconv2d} with a bias.
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param b is added to each channel, of shape (channels,)
     * @param stride the step from one position to the next
     * @param padding the width of the margin that is cut off around an image
     * @return shape (n, channels, out height, out width), where {@code out height = stride * (height - 1) + filter
     *     height - 2 * padding}
     * @throws IllegalArgumentException {@code b must have the shape (3,), not (2,)}, or as {@link #deconv2d(Variable,
     *     int, int) deconv2d}
     */
    public Variable deconv2d(Variable w, Variable b, int stride, int padding) {
        return deconv2d(w, b, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #deconv2d(Variable, int, int) deconv2d} with a stride and a padding for each axis.
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param stride the steps down and across
     * @param padding the height and the width of the margin that is cut off around an image
     * @return shape (n, channels, out height, out width), where {@code out height = stride * (height - 1) + filter
     *     height - 2 * padding}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #deconv2d(Variable, Variable, int, int) deconv2d}
     */
    public Variable deconv2d(Variable w, int[] stride, int[] padding) {
        return ConvolutionOperations.deconv2d(this, w, null, stride, padding);
    }

    /**
     * Computes {@link #deconv2d(Variable, int, int) deconv2d} with a bias, and a stride and a padding for each axis.
     *
     * @param w the filters, of shape (filters, channels, height, width)
     * @param b is added to each channel, of shape (channels,)
     * @param stride the steps down and across
     * @param padding the height and the width of the margin that is cut off around an image
     * @return shape (n, channels, out height, out width), where {@code out height = stride * (height - 1) + filter
     *     height - 2 * padding}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #deconv2d(Variable, Variable, int, int) deconv2d}
     */
    public Variable deconv2d(Variable w, Variable b, int[] stride, int[] padding) {
        return ConvolutionOperations.deconv2d(this, w, Objects.requireNonNull(b, "b"), stride, padding);
    }

    /**
     * Makes a matrix of images, section 7.4.3. Each row holds what a filter sees at one position, so that a convolution
     * is a {@link #dot(Variable) dot}. The backward pass is {@link #col2im(Shape, int, int, int, int) col2im}. This
     * variable must have the shape (n, channels, height, width).
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
        return im2col(filterHeight, filterWidth, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #im2col(int, int, int, int) im2col} with a stride and a padding for each axis.
     *
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the steps down and across
     * @param padding the height and the width of the margin of zeros around an image
     * @return shape (n * out height * out width, channels * filter height * filter width), where {@code out height =
     *     (height + 2 * padding - filter height) / stride + 1}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #im2col(int, int, int, int) im2col}
     */
    public Variable im2col(int filterHeight, int filterWidth, int[] stride, int[] padding) {
        return apply(WindowOperations.im2col(shape(), SlidingWindow.of(filterHeight, filterWidth, stride, padding)));
    }

    /**
     * Adds up the rows of a matrix to images: each pixel gets the sum of all its places in the matrix. This is the
     * backward pass of {@link #im2col(int, int, int, int) im2col}, and not its inverse, since windows overlap.
     *
     * @param images the shape of the images, (n, channels, height, width)
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the step from one position to the next
     * @param padding the width of the margin around an image, which is cut off
     * @return a new variable of the shape of the images
     * @throws IllegalArgumentException as {@link #im2col(int, int, int, int) im2col}, or {@code cannot reshape array of
     *     size 12 into shape …}
     */
    public Variable col2im(Shape images, int filterHeight, int filterWidth, int stride, int padding) {
        return col2im(images, filterHeight, filterWidth, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #col2im(Shape, int, int, int, int) col2im} with a stride and a padding for each axis.
     *
     * @param images the shape of the images, (n, channels, height, width)
     * @param filterHeight the height of the filter
     * @param filterWidth the width of the filter
     * @param stride the steps down and across
     * @param padding the height and the width of the margin, which is cut off
     * @return a new variable of the shape of the images
     * @throws IllegalArgumentException as {@link #col2im(Shape, int, int, int, int) col2im}
     */
    public Variable col2im(Shape images, int filterHeight, int filterWidth, int[] stride, int[] padding) {
        SlidingWindow window = SlidingWindow.of(filterHeight, filterWidth, stride, padding);
        return apply(WindowOperations.col2im(images, window));
    }

    /**
     * Takes the largest pixel of each window, which is max pooling, section 7.4.4. This pixel gets the gradient; of
     * equals, the first does. This variable must have the shape (n, channels, height, width).
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
        return pooling(height, width, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #pooling(int, int, int, int) pooling} with a stride and a padding for each axis.
     *
     * @param height the height of the window
     * @param width the width of the window
     * @param stride the steps down and across
     * @param padding the height and the width of the margin of zeros around an image
     * @return shape (n, channels, out height, out width), where {@code out height = (height + 2 * padding - window
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #pooling(int, int, int, int) pooling}
     */
    public Variable pooling(int height, int width, int[] stride, int[] padding) {
        return WindowOperations.pooling(this, SlidingWindow.of(height, width, stride, padding));
    }

    /**
     * Averages the pixels of each window, which is average pooling. Zeros of the margin count. This variable must have
     * the shape (n, channels, height, width).
     *
     * @param height the height of the window
     * @param width the width of the window
     * @param stride the step from one position to the next
     * @param padding the width of the margin of zeros around an image
     * @return shape (n, channels, out height, out width), where {@code out height = (height + 2 * padding - window
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code average pooling needs images of shape (n, channels, height, width), not
     *     (3, 3)}, {@code a window of 5x5 does not fit into images of 4x4 with padding 0}, or {@code a window needs a
     *     positive size and stride and no negative padding, …}
     */
    public Variable averagePooling(int height, int width, int stride, int padding) {
        return averagePooling(height, width, new int[] {stride, stride}, new int[] {padding, padding});
    }

    /**
     * Computes {@link #averagePooling(int, int, int, int) averagePooling} with a stride and a padding for each axis.
     *
     * @param height the height of the window
     * @param width the width of the window
     * @param stride the steps down and across
     * @param padding the height and the width of the margin of zeros around an image
     * @return shape (n, channels, out height, out width), where {@code out height = (height + 2 * padding - window
     *     height) / stride + 1}
     * @throws IllegalArgumentException {@code stride needs a number for the height and one for the width, not [2]}, or
     *     as {@link #averagePooling(int, int, int, int) averagePooling}
     */
    public Variable averagePooling(int height, int width, int[] stride, int[] padding) {
        return apply(WindowOperations.averagePooling(shape(), SlidingWindow.of(height, width, stride, padding)));
    }

    private Object writeReplace() {
        return new SerializedForm(Variable.class, name).with(constant ? "constant" : "value", value);
    }

    static Variable unpacked(SerializedForm form) {
        NDArray constant = form.partIfThere("constant", NDArray.class);
        return (constant == null ? of(form.part("value", NDArray.class)) : constant(constant)).named(form.line());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** {@return the value as NumPy prints it, {@code value().toString()}} */
    @Override
    public String toString() {
        return value.toString();
    }
}
