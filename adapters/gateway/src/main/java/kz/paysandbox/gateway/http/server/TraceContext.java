package kz.paysandbox.gateway.http.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.transport.CallListener;

/**
 * Passes a caller's trace (W3C Trace Context: {@code traceparent}, {@code tracestate}) on to the bank with the calls that
 * his request makes. What is not written as the standard says is dropped.
 */
public final class TraceContext implements CallListener {
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final Pattern PARENTS =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern STATES = Pattern.compile("[ -~]{1,512}");

    /** Of threads that answer a request now. */
    private final Map<Thread, Map<String, String>> current = new ConcurrentHashMap<>();

    /** From now on calls of this thread belong to the request with these headers. */
    void begin(Map<String, String> headers) {
        String parent = headers.getOrDefault(PARENT, "");
        if (!PARENTS.matcher(parent).matches()) {
            return;
        }
        Map<String, String> trace = new HashMap<>(Map.of(PARENT, parent));
        String state = headers.getOrDefault(STATE, "");
        if (STATES.matcher(state).matches()) {
            trace.put(STATE, state);
        }
        current.put(Thread.currentThread(), Map.copyOf(trace));
    }

    /** The thread's request is answered. */
    void end() {
        current.remove(Thread.currentThread());
    }

    @Override
    public Map<String, String> beforeSend(Attempt attempt) {
        return current.getOrDefault(Thread.currentThread(), Map.of());
    }

    @Override
    public void ended(Call call) {}
}
