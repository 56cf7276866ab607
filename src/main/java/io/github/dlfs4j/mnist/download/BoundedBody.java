package io.github.dlfs4j.mnist.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of a response, collected in memory. A body is refused as soon as it exceeds a length. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final int maxLength;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Subscription subscription;

    BoundedBody(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Returns a body that is not needed. It is empty at once, and cancelled as soon as it has bytes. */
    static BoundedBody ignored() {
        BoundedBody ignored = new BoundedBody(0);
        ignored.body.complete(new byte[0]);
        return ignored;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            if (bytes.length > maxLength - received.size()) {
                subscription.cancel();
                body.completeExceptionally(
                        new IOException(String.format(Locale.ROOT, "more than %,d bytes", maxLength)));
                return;
            }
            received.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(received.toByteArray());
    }
}
