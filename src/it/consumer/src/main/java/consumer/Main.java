package consumer;

import io.github.dlfs4j.ndarray.NDArray;

final class Main {

    public static void main(String[] args) {
        NDArray x = NDArray.of(1, 2, 3);
        System.out.println(NDArray.class.getModule() + ": " + NDArray.kernel());
        System.out.println(x.div(NDArray.of(4, 5, 6)));
    }
}
