package io.github.dlfs4j.mnist;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of a response that is not needed. It is empty at once; nothing is read. */
final class IgnoredBody implements BodySubscriber<byte[]> {
    @Override
    public CompletionStage<byte[]> getBody() {
        return CompletableFuture.completedFuture(new byte[0]);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        // Ignores what arrives in spite of the cancellation.
    }

    @Override
    public void onError(Throwable cause) {
        // An error in the body does not matter.
    }

    @Override
    public void onComplete() {
        // The body is already complete.
    }
}
