package kz.paysandbox.adapters.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.KzpayBuilder;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.adapters.transport.Transport;

/**
 * Both banks in memory, under the real clients: no network, no certificates, no waiting for a start. It keeps payments and
 * refunds and answers in the banks' form; what it does not play (QR refunds of r2, widget, saved cards, invoice links) is
 * HTTP 404. For the banks' rules, codes and faults use the sandbox. Safe for any number of threads.
 */
public final class FakeBank implements Transport {
    private static final JsonMapper JSON = new JsonMapper();

    private final FakeKaspi kaspi;
    private final FakeEpay epay;
    private final List<String> operations = new ArrayList<>();
    private boolean down;
    private int answersToLose;

    private FakeBank(Clock clock) {
        this.kaspi = new FakeKaspi(JSON, clock);
        this.epay = new FakeEpay(JSON, clock);
    }

    /** A bank without payments, by the machine's clock. */
    public static FakeBank create() {
        return at(Surroundings.system().clock());
    }

    /** A bank without payments, by this clock. */
    public static FakeBank at(Clock clock) {
        return new FakeBank(clock);
    }

    /** A builder of clients of this bank; what else an application chooses can be added. */
    public KzpayBuilder clients() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "kzpay.backend", "custom",
                "kzpay.kaspi.api-key", "fake",
                "kzpay.kaspi.ca", "unread",
                "kzpay.kaspi.pfx", "unread",
                "kzpay.epay.client-id", "fake",
                "kzpay.epay.client-secret", "fake",
                "kzpay.epay.terminal", FakeEpay.TERMINAL,
                "kzpay.epay.oauth.url", "https://oauth.bank.example",
                "kzpay.epay.api.url", "https://api.bank.example"));
        settings.put("kzpay.epay.widget.url", "https://bank.example/payment-api.js");
        for (String scheme : List.of("r1", "r2", "r3")) {
            settings.put("kzpay.kaspi." + scheme + ".url", "https://kaspi.bank.example");
        }
        return Kzpay.builder().settings(Settings.of(settings, Map.of())).transport(this);
    }

    /** The customer scans and confirms, or pays the invoice (Kaspi). */
    public synchronized void customerPays(long paymentId) {
        kaspi.move(paymentId, "Processed");
    }

    /** The customer has scanned and is deciding (Kaspi). */
    public synchronized void customerScans(long paymentId) {
        kaspi.move(paymentId, "Wait");
    }

    /** The customer declines (Kaspi). */
    public synchronized void customerDeclines(long paymentId) {
        kaspi.move(paymentId, "Error");
    }

    /** What can still be refunded (Kaspi), in tenge: the bank's own books, whatever the client was told. */
    public synchronized Tenge refundable(long paymentId) {
        return kaspi.refundable(paymentId);
    }

    /** So many of the next answers are lost after the bank has carried the calls out. */
    public synchronized void losesAnswers(int count) {
        answersToLose = count;
    }

    /** Whether nobody can connect. */
    public synchronized void isDown(boolean now) {
        down = now;
    }

    /** What arrived, in order, such as {@code r3 payment return}. */
    public synchronized List<String> operations() {
        return List.copyOf(operations);
    }

    @Override
    public synchronized ApiResponse send(ApiRequest request) {
        if (down) {
            throw ConnectionFailed.passing(request.requestId(), "the fake bank is down", new ConnectException());
        }
        operations.add(request.operation());
        String path = request.uri().getPath();
        FakeAnswer answer = path.startsWith("/r1/") || path.startsWith("/r2/") || path.startsWith("/r3/")
                ? kaspi.answer(request, path.substring(4), body(request))
                : epay.answer(request, path, body(request));
        if (answersToLose > 0) {
            answersToLose--;
            throw OutcomeUnknown.lost(request.requestId(), "the fake bank lost the answer", null);
        }
        return new ApiResponse(
                request.requestId(), answer.status(), Map.of(), answer.json().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode body(ApiRequest request) {
        boolean json = "application/json".equals(request.headers().get("Content-Type"));
        try {
            return request.body().isPresent() && json
                    ? JSON.readTree(request.body().get())
                    : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
