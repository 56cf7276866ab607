package io.github.dlfs4j.ndarray;

import java.util.Random;

/** Arrays with the same elements in other layouts in memory. */
public final class ViewsOf {
    private static final ViewKind[] KINDS = {
        ViewKind.CONTIGUOUS, ViewKind.TRANSPOSED, ViewKind.STEPPED, ViewKind.REVERSED, ViewKind.MIXED
    };

    private ViewsOf() {}

    /** Returns the number of layouts; layout 0 is C order without gaps. */
    public static int count() {
        return KINDS.length;
    }

    public static NDArray[] of(NDArray[] arrays, int way) {
        NDArray[] views = new NDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            views[i] = way == 0 ? arrays[i] : of(arrays[i], way);
        }
        return views;
    }

    private static NDArray of(NDArray a, int way) {
        NDArray view = KINDS[way].array(a.dtype(), a.shape(), new Random(way));
        Casting.assign(view, a);
        return view;
    }
}
