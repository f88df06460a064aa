package kz.paysandbox.adapters.transport.jdk;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import kz.paysandbox.adapters.transport.ApiRequest;

/**
 * The progress of one exchange. A POST whose body was never asked for cannot have been carried out, and once this has
 * been said of it, its body is not given out any more.
 */
final class JdkProgress {
    private boolean bodyLeft;
    private boolean givenUp;
    private volatile boolean answerBegan;

    BodyPublisher publish(byte[] body) {
        Flow.Publisher<ByteBuffer> bytes = BodyPublishers.ofByteArray(body);
        return BodyPublishers.fromPublisher(
                subscriber -> (leaves() ? bytes : refusing()).subscribe(subscriber), Math.max(1, body.length));
    }

    BodyPublisher publishNothing() {
        return BodyPublishers.noBody();
    }

    LimitedBody began(int maxResponseBytes) {
        answerBegan = true;
        return new LimitedBody(maxResponseBytes);
    }

    boolean answerBegan() {
        return answerBegan;
    }

    /**
     * Whether nothing was sent; if so, nothing is sent later either, even if the connection is made at this very moment.
     * Certain only for requests with a body; one without may have left unseen.
     */
    synchronized boolean keptBack(ApiRequest request) {
        if (request.body().isEmpty() || bodyLeft || answerBegan) {
            return false;
        }
        givenUp = true;
        return true;
    }

    private synchronized boolean leaves() {
        bodyLeft = !givenUp;
        return bodyLeft;
    }

    private static Flow.Publisher<ByteBuffer> refusing() {
        return subscriber -> {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            });
            subscriber.onError(new IOException("the request was given up before its body left"));
        };
    }
}
