package io.github.dlfs4j.book.figure;

/** A place in the box around a surface: each number is 0 at one side of the box and 1 at the other. */
record Place(double x, double y, double z) {}
