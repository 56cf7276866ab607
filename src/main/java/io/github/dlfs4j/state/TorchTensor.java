package io.github.dlfs4j.state;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A tensor that a layer or a model has in PyTorch. In a state dict, they stand in this order. */
@Repeatable(TorchTensor.All.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface TorchTensor {
    /** {@return its name in the module} */
    String name();

    /** {@return the names here of the arrays of which it consists, with spaces between; there may be no bias} */
    String of() default "";

    /** {@return whether the arrays have the other order of axes here} */
    boolean transposed() default false;

    /** {@return what becomes of it} */
    Role role() default Role.COPIED;

    /** What becomes of a tensor. */
    enum Role {
        /** Is copied. */
        COPIED,
        /** Is added to what an earlier tensor set: PyTorch has two biases where one is enough. */
        ADDED,
        /** Is copied, and never negative. */
        VARIANCE,
        /** Counts the batches of a training, which no layer here does. */
        COUNT,
        /** Is no tensor, but the number that a layer adds to the variance. */
        EPSILON
    }

    /** All tensors of a class. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        /** {@return the tensors} */
        TorchTensor[] value();
    }
}
