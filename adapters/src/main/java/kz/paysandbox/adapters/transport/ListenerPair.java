package kz.paysandbox.adapters.transport;

import java.util.Map;

/** Two listeners as one: what one of them throws does not keep the other from hearing. */
record ListenerPair(CallListener first, CallListener second) implements CallListener {
    @Override
    public Map<String, String> beforeSend(Attempt attempt) {
        Map<String, String> headers = Map.of();
        try {
            headers = second.beforeSend(attempt);
        } finally {
            headers = Headers.merged(headers, first.beforeSend(attempt));
        }
        return headers;
    }

    @Override
    public void ended(Call call) {
        try {
            first.ended(call);
        } finally {
            second.ended(call);
        }
    }
}
