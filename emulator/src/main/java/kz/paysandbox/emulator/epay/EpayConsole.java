package kz.paysandbox.emulator.epay;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.secrets.Redaction;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.domain.TestCard;
import kz.paysandbox.emulator.epay.domain.TestCards;

/** What the control surface shows of ePay alone, callbacks and test cards, as objects to be written as JSON. */
public final class EpayConsole {

    private final EpayWire wire;

    public EpayConsole(EpayConfig config) {
        this.wire = new EpayWire(config);
    }

    /** Oldest first. */
    public List<Map<String, Object>> callbacks(World world) {
        return deliveries(world).all().stream()
                .map(callback -> view(world, callback))
                .toList();
    }

    /** Oldest first. */
    public List<String> ids(World world) {
        return deliveries(world).all().stream().map(Callback::id).toList();
    }

    public Map<String, Object> policy(World world) {
        return view(deliveries(world).policy());
    }

    /** What is not named stays; or what is wrong. */
    public Outcome<Map<String, Object>, Complaint> changePolicy(World world, Map<String, Object> changes) {
        return deliveries(world)
                .changePolicy(present -> PolicyReader.read(changes, present))
                .map(EpayConsole::view);
    }

    /** Delivers a callback once more; empty where there is none of this id. */
    public Optional<CompletionStage<Map<String, Object>>> replay(World world, String id) {
        return deliveries(world)
                .replay(id)
                .map(stage -> stage.thenApply(done -> deliveries(world)
                        .find(id)
                        .map(callback -> view(world, callback))
                        .orElse(Map.of())));
    }

    public List<Map<String, Object>> cards() {
        return TestCards.all().stream().flatMap(this::view).toList();
    }

    private Stream<Map<String, Object>> view(TestCard card) {
        return card.printed().stream().map(printed -> {
            Map<String, Object> view = new LinkedHashMap<>();
            view.put("pan", card.pan());
            view.put("expiry", printed.expiry());
            view.put("cvc", printed.cvc());
            view.put("behaviour", card.behavior().label());
            card.behavior().refusal().ifPresent(reason -> view.put("reasonCode", wire.code(reason)));
            return view;
        });
    }

    private static Map<String, Object> view(World world, Callback callback) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", callback.id());
        view.put("invoiceId", callback.invoiceId());
        view.put("url", new Redaction(world.pseudonyms()).target(callback.url()));
        view.put("state", callback.state().label());
        callback.nextAt().map(Instant::toString).ifPresent(next -> view.put("nextAt", next));
        Redaction redaction = new Redaction(world.pseudonyms());
        view.put("body", redaction.body(callback.body().text()));
        view.put(
                "attempts",
                callback.attempts().stream()
                        .map(attempt -> view(redaction, attempt))
                        .toList());
        return view;
    }

    private static Map<String, Object> view(Redaction redaction, Callback.Attempt attempt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", attempt.at().toString());
        if (!attempt.error().isEmpty()) {
            view.put("error", redaction.words(attempt.error()));
            return view;
        }
        view.put("status", attempt.status());
        if (!attempt.location().isEmpty()) {
            view.put("location", redaction.target(attempt.location()));
        }
        if (!attempt.answer().isEmpty()) {
            view.put("answer", redaction.body(attempt.answer()));
        }
        return view;
    }

    private static Map<String, Object> view(CallbackPolicy policy) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("delay", policy.delay().toString());
        view.put("duplicates", policy.duplicates());
        view.put("order", policy.order().label());
        view.put("beforeResponse", policy.beforeResponse());
        view.put("retries", policy.retries().stream().map(Object::toString).toList());
        return view;
    }

    private static Callbacks deliveries(World world) {
        return world.part(Callbacks.class);
    }
}
