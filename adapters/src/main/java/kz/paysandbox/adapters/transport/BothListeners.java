package kz.paysandbox.adapters.transport;

import java.util.Map;

/** Two listeners as one: what one of them throws does not keep the other from hearing. */
record BothListeners(CallListener first, CallListener second) implements CallListener {
    @Override
    public Map<String, String> beforeSend(Departure departure) {
        Map<String, String> headers = Map.of();
        try {
            headers = second.beforeSend(departure);
        } finally {
            headers = Headers.merged(headers, first.beforeSend(departure));
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
