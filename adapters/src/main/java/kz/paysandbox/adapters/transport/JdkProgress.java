package kz.paysandbox.adapters.transport;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.Flow;

/** How far one exchange came: a POST whose body was never asked for cannot have been carried out. */
final class JdkProgress {
    private volatile boolean bodyLeft;
    private volatile boolean answerBegan;

    BodyPublisher publish(byte[] body) {
        Flow.Publisher<java.nio.ByteBuffer> bytes = BodyPublishers.ofByteArray(body);
        return BodyPublishers.fromPublisher(
                subscriber -> {
                    bodyLeft = true;
                    bytes.subscribe(subscriber);
                },
                Math.max(1, body.length));
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

    /** Certain only for requests with a body; one without may have left unseen. */
    boolean unsent(ApiRequest request) {
        return request.body().isPresent() && !bodyLeft && !answerBegan;
    }
}
