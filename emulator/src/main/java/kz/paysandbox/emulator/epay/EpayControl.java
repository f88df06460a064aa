package kz.paysandbox.emulator.epay;

import static kz.paysandbox.emulator.http.Method.GET;
import static kz.paysandbox.emulator.http.Method.POST;
import static kz.paysandbox.emulator.http.Method.PUT;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.ControlCall;
import kz.paysandbox.emulator.control.ControlEndpoint;
import kz.paysandbox.emulator.control.ControlJson;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.domain.TestCard;
import kz.paysandbox.emulator.epay.domain.TestCards;
import kz.paysandbox.emulator.http.Reply;

/** The rows of the control surface that concern ePay alone: callbacks and test cards. */
public final class EpayControl {

    private final EpayWire wire;
    private final ControlJson json;

    public EpayControl(EpayConfig config, ControlJson json) {
        this.wire = new EpayWire(config);
        this.json = json;
    }

    /** The rows. */
    public List<ControlEndpoint> table() {
        return List.of(
                new ControlEndpoint(GET, "/__sandbox/callbacks", this::callbacks),
                new ControlEndpoint(GET, "/__sandbox/callbacks/policy", this::policy),
                new ControlEndpoint(PUT, "/__sandbox/callbacks/policy", this::changePolicy),
                new ControlEndpoint(POST, "/__sandbox/callbacks/{id}/replay", this::replay),
                new ControlEndpoint(GET, "/__sandbox/cards", this::cards));
    }

    private Reply callbacks(ControlCall call) {
        return json.reply(
                200, deliveries(call).all().stream().map(EpayControl::view).toList());
    }

    private Reply policy(ControlCall call) {
        return json.reply(200, view(deliveries(call).policy()));
    }

    private Reply changePolicy(ControlCall call) {
        return PolicyReader.read(call.body(), deliveries(call).policy())
                .fold(
                        policy -> {
                            deliveries(call).policy(policy);
                            return json.reply(200, view(policy));
                        },
                        problem -> json.problem(400, "invalid", problem));
    }

    private Reply replay(ControlCall call) {
        String id = call.path("id");
        return deliveries(call)
                .replay(id)
                .map(stage -> Reply.later(replayed(call, id, stage)))
                .orElseGet(() ->
                        json.problem(404, "unknown", "no callback " + id + "; GET /__sandbox/callbacks lists them"));
    }

    private CompletionStage<Reply> replayed(ControlCall call, String id, CompletionStage<?> stage) {
        return stage.thenApply(done ->
                json.reply(200, deliveries(call).find(id).map(EpayControl::view).orElse(Map.of())));
    }

    private Reply cards(ControlCall call) {
        return json.reply(200, TestCards.all().stream().flatMap(this::view).toList());
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

    private static Map<String, Object> view(Callback callback) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", callback.id());
        view.put("invoiceId", callback.invoiceId());
        view.put("url", callback.url());
        view.put("state", callback.state().label());
        callback.nextAt().map(Instant::toString).ifPresent(next -> view.put("nextAt", next));
        view.put(
                "attempts",
                callback.attempts().stream()
                        .map(attempt -> Map.of(
                                "at",
                                attempt.at().toString(),
                                attempt.error().isEmpty() ? "status" : "error",
                                attempt.error().isEmpty() ? (Object) attempt.status() : attempt.error()))
                        .toList());
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

    private static Callbacks deliveries(ControlCall call) {
        return call.world().part(Callbacks.class);
    }
}
