package kz.paysandbox.features.merchant;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the bank told one scenario's shop, and how the shop answers. */
public final class CallbackInbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final String path;
    private final WireMockServer server;
    private final Runnable end;
    private final List<String> messages = new ArrayList<>();
    private StubMapping stub;

    CallbackInbox(URI address, String path, WireMockServer server, Runnable end) {
        this.address = address;
        this.path = path;
        this.server = server;
        this.end = end;
        this.stub = stub(aResponse().withStatus(200).withBody("OK"));
    }

    /** Where the bank is to post. */
    public URI address() {
        return address;
    }

    /** From now on the shop answers 200. */
    public void acknowledge() {
        answers(aResponse().withStatus(200).withBody("OK"));
    }

    /** From now on the shop answers 500. */
    public void answerWithError() {
        answers(aResponse().withStatus(500).withBody("Internal Server Error"));
    }

    /** From now on the shop answers 200 after this time. */
    public void acknowledgeAfter(Duration time) {
        answers(aResponse().withStatus(200).withFixedDelay(Math.toIntExact(time.toMillis())));
    }

    /** From now on nobody answers: the connection breaks. */
    public void breakConnections() {
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    /** All that has arrived, in its order, as soon as there are so many at least, or when it has taken too long. */
    public synchronized List<String> messages(int atLeast) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long left = PATIENCE.toMillis(); messages.size() < atLeast && left > 0; ) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return List.copyOf(messages);
    }

    synchronized void arrived(String message) {
        messages.add(message);
        notifyAll();
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.removeStub(stub);
        stub = stub(answer);
    }

    private StubMapping stub(ResponseDefinitionBuilder answer) {
        return server.stubFor(any(urlPathEqualTo(path)).willReturn(answer));
    }

    @Override
    public void close() {
        server.removeStub(stub);
        end.run();
    }
}
