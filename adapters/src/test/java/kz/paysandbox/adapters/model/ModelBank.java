package kz.paysandbox.adapters.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.ApiResponse;
import kz.paysandbox.adapters.transport.TestSurroundings;
import kz.paysandbox.adapters.transport.Transport;

/**
 * A bank, and the line to it, that carries out, refuses, delays by up to a minute, loses answers, answers with what proves
 * nothing, repeats effects and lets others work on the same payments, all by its seed.
 */
final class ModelBank implements Transport {
    /** What may happen besides: in quiet weather nobody else works on the payments, and the bank repeats nothing. */
    enum Weather {
        QUIET,
        ANYTHING
    }

    private record Late(Duration at, long number, Runnable effect) {}

    private static final ThreadLocal<Attempt> AT = new ThreadLocal<>();

    private final Books books;
    private final TestSurroundings time;
    private final Random random;
    private final Weather weather;
    private final PriorityQueue<Late> late =
            new PriorityQueue<>(Comparator.comparing(Late::at).thenComparing(Late::number));
    private long number;

    ModelBank(Books books, TestSurroundings time, Random random, Weather weather) {
        this.books = books;
        this.time = time;
        this.random = random;
        this.weather = weather;
    }

    /** Makes a call of a shop, whose effects are counted at the attempt. */
    <T> T by(Attempt attempt, Supplier<T> call) {
        AT.set(attempt);
        try {
            return call.get();
        } finally {
            AT.remove();
        }
    }

    /** Lets time pass, with what falls due in it. */
    synchronized void pass(Duration duration) {
        time.advance(duration);
        settle();
    }

    @Override
    public synchronized ApiResponse send(ApiRequest request) {
        settle();
        if (weather == Weather.ANYTHING && random.nextInt(12) == 0) {
            books.meddle(random);
        }
        Attempt attempt = AT.get();
        return books.effect(request)
                .map(effect -> money(request, effect, attempt))
                .orElseGet(() -> question(request));
    }

    private ApiResponse question(ApiRequest request) {
        return switch (random.nextInt(15)) {
            case 0 -> throw lost(request);
            case 1 -> answer(request, Reply.of(503, ""));
            default -> answer(request, books.read(request));
        };
    }

    private ApiResponse money(ApiRequest request, Books.Effect effect, Attempt attempt) {
        attempt.sent.incrementAndGet();
        int dice = random.nextInt(100);
        if (dice < 5) {
            attempt.sent.decrementAndGet();
            throw ConnectionFailed.passing(request.requestId(), "refused", new IOException("refused"));
        }
        if (dice < 12) {
            throw lost(request);
        }
        if (dice < 24) {
            effect.apply(attempt);
            throw lost(request);
        }
        if (dice < 38) {
            later(() -> effect.apply(attempt));
            throw lost(request);
        }
        if (dice < 56) {
            int fate = random.nextInt(3);
            if (fate == 0) {
                effect.apply(attempt);
            } else if (fate == 1) {
                later(() -> effect.apply(attempt));
            }
            List<Reply> vague = books.vague(request);
            return answer(request, vague.get(random.nextInt(vague.size())));
        }
        int before = attempt.applied.get();
        Reply reply = effect.apply(attempt);
        if (weather == Weather.ANYTHING && dice < 62 && attempt.applied.get() > before) {
            later(() -> effect.apply(new Attempt()));
        }
        return answer(request, reply);
    }

    private void later(Runnable effect) {
        Duration delay = Duration.ofMillis(random.nextInt(60_000));
        late.add(new Late(time.elapsed().plus(delay), ++number, effect));
    }

    private void settle() {
        while (!late.isEmpty() && late.peek().at().compareTo(time.elapsed()) <= 0) {
            late.remove().effect().run();
        }
    }

    private static OutcomeUnknown lost(ApiRequest request) {
        return OutcomeUnknown.lost(request.requestId(), "connection reset", null);
    }

    private static ApiResponse answer(ApiRequest request, Reply reply) {
        return new ApiResponse(
                request.requestId(), reply.http(), Map.of(), reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
