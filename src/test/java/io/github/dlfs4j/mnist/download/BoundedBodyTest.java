package io.github.dlfs4j.mnist.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    private final BoundedBody body = new BoundedBody(5);
    private final Source source = new Source();

    private static final class Source implements Subscription {
        private boolean cancelled;

        @Override
        public void request(long count) {
            assertThat(count).isPositive();
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private void receive(int... lengths) {
        body.onSubscribe(source);
        for (int length : lengths) {
            body.onNext(List.of(ByteBuffer.allocate(length)));
        }
    }

    @Test
    void aBodyOfTheGreatestLengthIsAccepted() {
        receive(2, 3);
        body.onComplete();
        assertThat(body.getBody()).isCompletedWithValueMatching(received -> received.length == 5);
        assertThat(source.cancelled).isFalse();
    }

    @Test
    void aBodyThatIsTooLongCancelsItsSubscription() {
        receive(2, 4);
        assertThat(source.cancelled).isTrue();
        assertThat(body.getBody())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(IOException.class)
                .withMessageContaining("more than 5 bytes");
    }
}
