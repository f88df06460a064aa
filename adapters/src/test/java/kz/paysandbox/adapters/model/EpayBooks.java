package kz.paysandbox.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.transport.ApiRequest;

/** Halyk's orders with their tries; sums are whole tenge, and the status shows an order's last try. */
final class EpayBooks implements Books {
    private static final Pattern OPERATION =
            Pattern.compile("/operation/([0-9a-f-]+)/(charge|cancel|refund)(?:\\?amount=([0-9]+))?.*");

    /** One try to pay an order. */
    static final class Try {
        final String id;
        final String invoice;
        final int ordered;
        int amount;
        int payout;
        String state;
        boolean taken;

        Try(String id, String invoice, int ordered, String state) {
            this.id = id;
            this.invoice = invoice;
            this.ordered = ordered;
            this.amount = ordered;
            this.payout = ordered;
            become(state);
        }

        void become(String next) {
            state = next;
            taken |= next.equals("AUTH") || next.equals("CHARGE");
        }
    }

    final Map<String, List<Try>> orders = new TreeMap<>();
    final List<Integer> links = new ArrayList<>();
    private final Random random;

    EpayBooks(Random random) {
        this.random = random;
    }

    Try begin(String invoice, int amount, String state) {
        Try made = new Try(new UUID(random.nextLong(), random.nextLong()).toString(), invoice, amount, state);
        orders.computeIfAbsent(invoice, none -> new ArrayList<>()).add(made);
        return made;
    }

    private boolean isPaid(String invoice) {
        return orders.getOrDefault(invoice, List.of()).stream().anyMatch(one -> one.taken);
    }

    Optional<Try> find(String id) {
        return orders.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id.equals(id))
                .findFirst();
    }

    @Override
    public Optional<Effect> effect(ApiRequest request) {
        String path = request.uri().getPath();
        Matcher operation = OPERATION.matcher(request.uri().toString().replaceFirst("https://[a-z.]+", ""));
        if (operation.matches()) {
            Try on = find(operation.group(1)).orElseThrow();
            int amount = operation.group(3) == null ? 0 : Integer.parseInt(operation.group(3));
            return Optional.of(attempt -> operated(attempt, on, operation.group(2), amount));
        }
        if (path.endsWith("/payment/confirm")) {
            Try asked = find(KaspiBooks.json(request).path("ID").textValue()).orElseThrow();
            return Optional.of(attempt -> confirmed(attempt, asked));
        }
        if (path.endsWith("/cryptopay") || path.endsWith("/cards/auth")) {
            JsonNode body = KaspiBooks.json(request);
            return Optional.of(attempt -> paid(
                    attempt,
                    body.path("invoiceId").textValue(),
                    body.path("amount").intValue()));
        }
        if (path.endsWith("/invoice")) {
            return Optional.of(attempt -> {
                int amount = KaspiBooks.json(request).path("amount").intValue();
                attempt.carriedOut(amount);
                links.add(1);
                return Reply.ok("{'id':'1','invoice_url':'https://b.example/1','amount':" + amount + "}");
            });
        }
        return Optional.empty();
    }

    private Reply paid(Attempt attempt, String invoice, int amount) {
        if (isPaid(invoice)) {
            return Reply.of(400, "{'code':100,'message':''}");
        }
        int dice = random.nextInt(10);
        if (dice >= 8) {
            begin(invoice, amount, dice == 8 ? "REJECT" : "FAILED");
            return Reply.of(400, dice == 8 ? "{'code':484}" : "{'code':456}");
        }
        attempt.carriedOut(amount);
        Try made = begin(invoice, amount, dice < 4 ? "CHARGE" : dice < 6 ? "AUTH" : "3D");
        return Reply.ok("{'id':'" + made.id + "','amount':" + amount + ",'currency':'KZT','invoiceID':'" + invoice
                + (made.state.equals("3D")
                        ? "','secure3D':{'paReq':'p','md':'m','action':'https://acs.example'}}"
                        : "','status':'" + made.state + "'}"));
    }

    private Reply confirmed(Attempt attempt, Try asked) {
        if (!asked.state.equals("3D") || isPaid(asked.invoice)) {
            return Reply.of(400, "{'code':100}");
        }
        boolean good = random.nextInt(4) > 0;
        asked.become(good ? random.nextBoolean() ? "CHARGE" : "AUTH" : "REJECT");
        if (good) {
            attempt.carriedOut(asked.amount);
        }
        return good ? Reply.of(302, "") : Reply.of(400, "{'code':499}");
    }

    private Reply operated(Attempt attempt, Try on, String what, int amount) {
        int sum = amount > 0 ? amount : what.equals("refund") ? on.payout : on.ordered;
        boolean done = switch (what) {
            case "charge" -> charged(on, sum);
            case "cancel" -> {
                boolean held = on.state.equals("AUTH");
                on.become(held ? "CANCEL" : on.state);
                yield held;
            }
            default -> refunded(on, sum);
        };
        if (done) {
            attempt.carriedOut(sum);
        }
        return done ? Reply.ok(random.nextBoolean() ? "" : "{'code':0}") : Reply.of(400, "{'code':100,'message':''}");
    }

    private static boolean charged(Try on, int amount) {
        if (!on.state.equals("AUTH") || amount > on.ordered) {
            return false;
        }
        on.become("CHARGE");
        on.amount = amount;
        on.payout = amount;
        return true;
    }

    private static boolean refunded(Try on, int amount) {
        if (!on.state.equals("CHARGE") || amount > on.payout || amount == 0) {
            return false;
        }
        on.payout -= amount;
        on.become(on.payout == 0 ? "REFUND" : "CHARGE");
        return true;
    }

    @Override
    public Reply read(ApiRequest request) {
        String uri = request.uri().toString();
        if (uri.endsWith("/oauth2/token")) {
            return Reply.ok("{'access_token':'t','expires_in':7200}");
        }
        List<Try> tries = orders.getOrDefault(uri.substring(uri.lastIndexOf('/') + 1), List.of());
        if (tries.isEmpty()) {
            return Reply.ok("{'resultCode':'102','resultMessage':'?'}");
        }
        Try seen = tries.get(tries.size() - 1);
        return Reply.ok("{'resultCode':'100','transaction':{'id':'" + seen.id + "','invoiceID':'" + seen.invoice
                + "','amount':" + seen.amount + ",'payoutAmount':" + seen.payout + ",'orgAmount':" + seen.ordered
                + ",'currency':'KZT','statusName':'" + seen.state + "'}}");
    }

    @Override
    public List<Reply> vague(ApiRequest request) {
        List<Reply> all = new ArrayList<>(List.of(
                Reply.of(400, "{'code':100,'message':''}"),
                Reply.of(400, "{'code':456}"),
                Reply.of(400, "{'code':454}"),
                Reply.of(400, "{'code':99999}"),
                Reply.of(400, "{'code':0}"),
                Reply.of(400, "<html>"),
                Reply.of(408, "{'code':484}"),
                Reply.of(500, "{'code':484}"),
                Reply.of(302, ""),
                Reply.of(202, ""),
                Reply.ok("{'code':461}"),
                Reply.ok("{'code':484,'status':'AUTH'}"),
                Reply.ok("{'code':0.9}"),
                Reply.ok("{'status':'REJECT'}"),
                Reply.ok("{'amount':9999}"),
                Reply.ok("<html>")));
        if (request.uri().getPath().contains("pay") || request.uri().getPath().endsWith("/invoice")) {
            all.add(Reply.ok("{}"));
            all.add(Reply.ok(""));
            all.add(Reply.ok("{'id':'1','amount':500,'currency':'KZT','status':'CHARGE'}"));
        } else {
            all.remove(Reply.ok("{'amount':9999}"));
        }
        return all;
    }

    @Override
    public void meddle(Random dice) {
        for (List<Try> tries : List.copyOf(orders.values())) {
            Try last = tries.get(tries.size() - 1);
            switch (dice.nextInt(6)) {
                case 0 -> refunded(last, dice.nextBoolean() ? 50 : 25);
                case 1 -> charged(last, dice.nextBoolean() ? last.ordered : 150);
                case 2 -> last.become(last.state.equals("AUTH") ? "CANCEL" : last.state);
                case 3 -> {
                    if (!isPaid(last.invoice)) {
                        begin(last.invoice, last.ordered, dice.nextBoolean() ? "REJECT" : "CHARGE");
                    }
                }
                case 4 -> {
                    if (last.state.equals("3D") && !isPaid(last.invoice)) {
                        last.become(dice.nextBoolean() ? "CHARGE" : "REJECT");
                    }
                }
                default -> {}
            }
        }
    }
}
