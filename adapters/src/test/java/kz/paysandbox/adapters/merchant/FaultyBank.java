package kz.paysandbox.adapters.merchant;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.Transport;

/**
 * A bank with books, which carries calls out, refuses them, loses their answers before or after the effect, has the
 * effect later, or sees the shop's program die.
 */
final class FaultyBank implements Transport {
    private static final Pattern AMOUNT = Pattern.compile("\"Amount\":([0-9]+)");
    private static final Pattern PAYMENT = Pattern.compile("QrPaymentId[\"=]:?([0-9]+)");
    private static final Pattern EXTERNAL = Pattern.compile("\"ExternalId\":\"([^\"]+)\"");
    private static final int PRICE = 100;

    /** The shop's program ends here, as by kill -9. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the program dies");
        }
    }

    private final Random chance;
    private final Runnable whenTheProgramDies;
    private final Map<Long, Integer> refundable = new HashMap<>();
    private final Map<Long, String> state = new HashMap<>();
    private final Map<String, List<Long>> codes = new HashMap<>();
    private final Map<String, Integer> refunds = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private long ids;
    private boolean faulty = true;
    private String asking = "";

    FaultyBank(long seed, long firstId, Runnable whenTheProgramDies) {
        this.chance = new Random(seed);
        this.ids = firstId;
        this.whenTheProgramDies = whenTheProgramDies;
    }

    /** What the shop is asking for now, so that the books know whose refund it is. */
    void asking(String key) {
        asking = key;
    }

    void behave() {
        faulty = false;
        later.forEach(Runnable::run);
        later.clear();
    }

    void pay(long paymentId) {
        if (!"Error".equals(state.get(paymentId))) {
            state.put(paymentId, "Processed");
            refundable.putIfAbsent(paymentId, PRICE);
        }
    }

    void expire(long paymentId) {
        state.replace(paymentId, "QrTokenCreated", "Error");
    }

    String stateOf(long paymentId) {
        return state.getOrDefault(paymentId, "none");
    }

    int refunded(String key) {
        return refunds.getOrDefault(key, 0);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        if (!later.isEmpty() && chance.nextInt(4) == 0) {
            later.remove(0).run();
        }
        String body = request.body()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        int lot = faulty ? chance.nextInt(20) : 19;
        if (request.method().equals("GET")) {
            return lot < 2 ? lost(request) : answer(request, body);
        }
        String key = asking;
        switch (lot) {
            case 0, 1 -> {
                return lost(request);
            }
            case 2, 3 -> {
                effect(request, body, key);
                return lost(request);
            }
            case 4, 5 -> {
                later.add(() -> effect(request, body, key));
                return lost(request);
            }
            case 6 -> {
                return json(request, Scene.refused(990000028));
            }
            case 7 -> throw dies();
            case 8 -> {
                effect(request, body, key);
                throw dies();
            }
            default -> {
                return effect(request, body, key);
            }
        }
    }

    private Death dies() {
        whenTheProgramDies.run();
        return new Death();
    }

    private ApiResponse effect(ApiRequest request, String body, String key) {
        if (request.uri().getPath().endsWith("qr/create")) {
            long id = ++ids;
            state.put(id, "QrTokenCreated");
            codes.computeIfAbsent(found(EXTERNAL, body), order -> new ArrayList<>())
                    .add(id);
            return json(request, Scene.qr(id));
        }
        long id = Long.parseLong(found(PAYMENT, body));
        int amount = Integer.parseInt(found(AMOUNT, body));
        if (refundable.getOrDefault(id, 0) < amount) {
            return json(request, Scene.refused(-99000005));
        }
        refundable.merge(id, -amount, Integer::sum);
        refunds.merge(key, 1, Integer::sum);
        return json(request, Scene.returned(++ids));
    }

    private ApiResponse answer(ApiRequest request, String body) {
        if (request.uri().getPath().contains("payment/status")) {
            String path = request.uri().getPath();
            return json(request, Scene.status(stateOf(Long.parseLong(path.substring(path.lastIndexOf('/') + 1)))));
        }
        long id = Long.parseLong(found(PAYMENT, request.uri().getQuery() + body));
        if (!refundable.containsKey(id)) {
            return json(request, Scene.refused(-1601));
        }
        return json(request, Scene.details(refundable.get(id)).replace("\"QrPaymentId\":15", "\"QrPaymentId\":" + id));
    }

    private static ApiResponse lost(ApiRequest request) {
        throw OutcomeUnknown.lost(request.requestId(), "connection reset", null);
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static ApiResponse json(ApiRequest request, String text) {
        return new ApiResponse(request.requestId(), 200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
