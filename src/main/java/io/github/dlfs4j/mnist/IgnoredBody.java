package io.github.dlfs4j.mnist;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The body of an answer that nobody wants. It counts as empty at once, and none of it is waited for. */
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
        // What was under way when it was cancelled.
    }

    @Override
    public void onError(Throwable cause) {
        // Nothing is wanted that could be missed.
    }

    @Override
    public void onComplete() {
        // As it was from the start.
    }
}
