package kz.paysandbox.adapters.transport;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;

/** A bank that answers as told, in order, and remembers what it was asked. */
public final class ScriptedBank implements Transport {
    private final Deque<Function<ApiRequest, ApiResponse>> answers = new ArrayDeque<>();
    private final List<ApiRequest> requests = new ArrayList<>();
    private Runnable whenAsked = () -> {};

    @Override
    public synchronized ApiResponse send(ApiRequest request) {
        requests.add(request);
        whenAsked.run();
        Function<ApiRequest, ApiResponse> next = answers.poll();
        if (next == null) {
            throw new AssertionError("nothing scripted for " + request.method() + " " + request.uri());
        }
        return next.apply(request);
    }

    /** Something happens elsewhere while the bank is at work. */
    public ScriptedBank whenAsked(Runnable event) {
        whenAsked = event;
        return this;
    }

    public ScriptedBank answers(String json) {
        return answers(200, json);
    }

    public ScriptedBank answers(int status, String body) {
        answers.add(request ->
                new ApiResponse(request.requestId(), status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    public ScriptedBank losesTheAnswer() {
        answers.add(request -> {
            throw OutcomeUnknown.lost(request.requestId(), "connection reset", null);
        });
        return this;
    }

    public ScriptedBank isDown() {
        answers.add(request -> {
            throw ConnectionFailed.passing(request.requestId(), "no connection", new ConnectException("down"));
        });
        return this;
    }

    public List<ApiRequest> requests() {
        return List.copyOf(requests);
    }

    public ApiRequest last() {
        return requests.get(requests.size() - 1);
    }

    public String lastLine() {
        return last().method() + " " + last().uri();
    }

    public String lastBody() {
        return last().body()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Method, path and body of all requests whose method is POST. */
    public long posts(String pathEnd) {
        return requests.stream()
                .filter(r -> r.method().equals("POST") && r.uri().getPath().endsWith(pathEnd))
                .count();
    }
}
