package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.DType;
import org.openjdk.jmh.annotations.Param;

/** A benchmark that measures with float32 and with float64. */
public abstract class OfBothPrecisions extends AverageTime {
    @Param({"FLOAT32", "FLOAT64"})
    public DType dtype;
}
