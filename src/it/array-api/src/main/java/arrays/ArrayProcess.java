package arrays;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds arrays for another process. A request on the standard input names a function of the library, its arguments and
 * the arrays that are no longer needed; a reply on the standard output has the result, or an error.
 */
final class ArrayProcess {
    private final Map<Long, NDArray> arrays = new HashMap<>();
    private long last;

    private ArrayProcess() {}

    public static void main(String[] args) throws IOException {
        // What anything prints must not get between the replies.
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            new ArrayProcess().serve(new Wire(in, out));
        }
    }

    private void serve(Wire wire) throws IOException {
        while (wire.hasNext()) {
            for (Object released : (List<?>) wire.read(arrays)) {
                arrays.remove(released);
            }
            String name = (String) wire.read(arrays);
            List<?> arguments = (List<?>) wire.read(arrays);
            Object result;
            try {
                result = Call.named(name).with(arguments);
            } catch (RuntimeException | OutOfMemoryError e) {
                result = e;
            }
            wire.write(result, this::keep);
            wire.flush();
        }
    }

    private long keep(NDArray array) {
        arrays.put(++last, array);
        return last;
    }
}
