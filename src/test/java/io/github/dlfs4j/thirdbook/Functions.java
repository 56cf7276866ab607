package io.github.dlfs4j.thirdbook;

import io.github.dlfs4j.graph.Variable;

/** Functions that are used to test optimisation. */
final class Functions {
    private Functions() {}

    static Variable goldsteinPrice(Variable x, Variable y) {
        Variable sum = x.add(y).add(1).pow(2);
        Variable first = x.mul(-14)
                .add(19)
                .add(x.pow(2).mul(3))
                .sub(y.mul(14))
                .add(x.mul(y).mul(6))
                .add(y.pow(2).mul(3));
        Variable difference = x.mul(2).sub(y.mul(3)).pow(2);
        Variable second = x.mul(-32)
                .add(18)
                .add(x.pow(2).mul(12))
                .add(y.mul(48))
                .sub(x.mul(y).mul(36))
                .add(y.pow(2).mul(27));
        return sum.mul(first).add(1).mul(difference.mul(second).add(30));
    }

    static Variable rosenbrock(Variable x0, Variable x1) {
        return x1.sub(x0.pow(2)).pow(2).mul(100).add(x0.sub(1).pow(2));
    }

    /** Returns <i>x<sup>4</sup> - 2x²</i>. */
    static Variable quartic(Variable x) {
        return x.pow(4).sub(x.pow(2).mul(2));
    }
}
