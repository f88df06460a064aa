package kz.paysandbox.adapters.merchant;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Transport;

/** A bank with one purchase, which notices when refunds overlap between the look at its books and the refund. */
final class CountingBank implements Transport {
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicLong refundable;
    private final long total;

    CountingBank(long total) {
        this.total = total;
        this.refundable = new AtomicLong(total);
    }

    int overlaps() {
        return overlaps.get();
    }

    long refunded() {
        return total - refundable.get();
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        if (inside.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
        }
        try {
            return answer(request);
        } finally {
            inside.decrementAndGet();
        }
    }

    private ApiResponse answer(ApiRequest request) {
        if (!request.uri().getPath().endsWith("payment/return")) {
            return json(request, Scene.details(refundable.get()));
        }
        return refundable.get() >= 30
                ? json(request, Scene.returned(refundable.addAndGet(-30)))
                : json(request, Scene.refused(-99000005));
    }

    private static ApiResponse json(ApiRequest request, String text) {
        return new ApiResponse(request.requestId(), 200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
