package kz.paysandbox.emulator.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.fixture.SandboxWorld;

/** Makes calls, each told by one number, and compares the books after each with what they must be. */
final class Walk {

    private final SandboxWorld world;
    private final Banks banks;
    private final Map<String, Integer> tally;
    private final List<RandomFault> faults = new ArrayList<>();
    private final Map<String, Integer> stepsOf = new LinkedHashMap<>();
    private Map<String, Account> books = Map.of();
    private Optional<Long> last = Optional.empty();
    private int invoices = 800_000;

    /**
     * @param tally how many calls had which outcome, over all walks
     */
    Walk(SandboxWorld world, Banks banks, Map<String, Integer> tally, List<Long> faultNumbers) {
        this.world = world;
        this.banks = banks;
        this.tally = tally;
        world.control().postText("/reset", "");
        world.control().delete("/requests");
        banks.begin();
        faultNumbers.forEach(number -> {
            RandomFault fault = RandomFault.of(number, world.bin(), world.deviceToken());
            faults.add(fault);
            world.faults().add(fault.asJson());
        });
    }

    /** Every fifth call is the one before once more: a retry by somebody who does not know. */
    void step(long number) {
        Dice dice = new Dice(number);
        boolean again = dice.once(5);
        Dice chosen = new Dice(again ? last.orElse(number) / 5 : number / 5);
        last = last.filter(before -> again).or(() -> Optional.of(number));
        int kind = chosen.below(15);
        if (kind == 0) {
            passTime(Duration.ofSeconds((long) chosen.below(400) * (chosen.once(9) ? 3_600 : 1)));
        } else {
            call(kind, chosen).ifPresent(call -> make(call, chosen));
        }
    }

    /** The bank's own word for what can be refunded is what the books have left; asked when nothing misbehaves. */
    void end() {
        world.faults().clear();
        books.values().stream()
                .filter(account -> account.paid().signum() > 0)
                .forEach(account -> assertThat(
                                new BigDecimal(banks.refundable(account, stepsOf.getOrDefault(account.id(), 1))))
                        .as("refundable of %s", account)
                        .isEqualByComparingTo(account.left()));
    }

    private void passTime(Duration step) {
        world.clock().advance(step);
        Map<String, Account> after = Account.books(world.control());
        assertThat(after.values()).as("time moves no money").allSatisfy(account -> {
            assertThat(account.paid()).isEqualTo(known(account.id()).paid());
            assertThat(account.refunded()).isEqualTo(known(account.id()).refunded());
        });
        assertThat(after).hasSameSizeAs(books);
        books = after;
    }

    private void make(Call call, Dice dice) {
        Optional<String> byHeader = dice.once(6) ? Optional.of(dice.of(RandomFault.BY_HEADER)) : Optional.empty();
        int steps = call.account()
                .map(account -> stepsOf.getOrDefault(account.id(), 1))
                .orElse(call.made().filter(made -> made.status().equals("AUTH")).isPresent() ? 2 : 1);
        List<Integer> before = hits();
        banks.call(call, steps, byHeader, dice.once(2));
        List<Integer> after = hits();
        boolean applies = byHeader.map(RandomFault::applies).orElse(true);
        boolean faulty = byHeader.isPresent();
        for (int index = 0; index < faults.size(); index++) {
            if (after.get(index) > before.get(index)) {
                applies &= faults.get(index).applies(call.kaspi());
                faulty = true;
            }
        }
        boolean moves = call.made().isPresent()
                || call.account()
                        .filter(account -> !call.effect().apply(account).equals(account))
                        .isPresent();
        if (moves) {
            tally.merge(
                    (faulty ? "faulty" : "undisturbed") + (applies ? ", applied" : ", not applied"), 1, Integer::sum);
        } else {
            tally.merge("refused by the bank", 1, Integer::sum);
        }
        compare(call, applies, steps);
    }

    private void compare(Call call, boolean applies, int steps) {
        Map<String, Account> expected = new LinkedHashMap<>(books);
        if (applies) {
            call.account()
                    .ifPresent(
                            account -> expected.put(account.id(), call.effect().apply(account)));
        }
        Map<String, Account> present = Account.books(world.control());
        List<Account> fresh = present.values().stream()
                .filter(account -> !books.containsKey(account.id()))
                .toList();
        fresh.forEach(account -> {
            stepsOf.put(account.id(), steps);
            expected.put(account.id(), account);
        });
        String what = call.path() + " " + (applies ? "applied once" : "not applied") + " under " + faults;
        assertThat(fresh.stream().map(account -> withoutId(account)).toList())
                .as(what)
                .isEqualTo(call.made().filter(made -> applies).stream().toList());
        assertThat(present).as(what).isEqualTo(expected);
        assertThat(present.values()).as("no money from nowhere").allSatisfy(account -> {
            assertThat(account.paid()).isBetween(BigDecimal.ZERO, account.amount());
            assertThat(account.refunded()).isBetween(BigDecimal.ZERO, account.paid());
        });
        books = present;
    }

    private static Account withoutId(Account account) {
        return new Account("", account.bank(), account.status(), account.amount(), account.paid(), account.refunded());
    }

    private List<Integer> hits() {
        List<Integer> hits = new ArrayList<>();
        for (JsonNode fault : world.control().get("/faults")) {
            hits.add(fault.path("hits").asInt());
        }
        return hits;
    }

    private Account known(String id) {
        return Optional.ofNullable(books.get(id)).orElseThrow(() -> new AssertionError("from nowhere: " + id));
    }

    private Optional<Call> call(int kind, Dice dice) {
        BigDecimal tenge = BigDecimal.valueOf(100L * (1 + dice.below(4))).setScale(2);
        return switch (kind) {
            case 1, 2 -> Optional.of(createByKaspi(dice, tenge));
            case 3 -> test(dice, "scan", "QrTokenCreated", account -> account.in("Wait"));
            case 4, 5 -> test(dice, "confirm", "Wait", account -> account.paying("Processed", account.amount()));
            case 6 -> test(dice, "confirmerror", "Wait", account -> account.in("Error"));
            case 7, 8 ->
                pick(dice, account -> account.bank().equals("kaspi"))
                        .map(account -> Call.about(
                                account,
                                "r3",
                                "/payment/return",
                                Map.of(
                                        "OrganizationBin", world.bin(),
                                        "DeviceToken", world.deviceToken(),
                                        "QrPaymentId", Long.valueOf(account.id()),
                                        "Amount", tenge),
                                Call.refund("Processed", tenge)));
            case 9, 10 -> Optional.of(payByCard(tenge, 1));
            case 11 -> Optional.of(payByCard(tenge, 2));
            case 12 ->
                operation(
                        dice,
                        "charge",
                        tenge,
                        Call.from(
                                "AUTH",
                                held -> tenge.compareTo(held.amount()) <= 0 ? held.paying("CHARGE", tenge) : held));
            case 13 -> operation(dice, "cancel", tenge, Call.from("AUTH", held -> held.in("CANCEL")));
            default -> operation(dice, "refund", tenge, Call.refund("CHARGE", tenge));
        };
    }

    private Call createByKaspi(Dice dice, BigDecimal tenge) {
        Account made = new Account("", "kaspi", "QrTokenCreated", tenge, zero(), zero());
        Map<String, Object> body = new LinkedHashMap<>(Map.of("DeviceToken", world.deviceToken(), "Amount", tenge));
        if (dice.once(2)) {
            return Call.making(true, "r1", "/qr/create", body, made);
        }
        body.put("OrganizationBin", world.bin());
        return Call.making(true, "r3", "/qr/create", body, made);
    }

    private Call payByCard(BigDecimal tenge, int steps) {
        Map<String, Object> order = Map.of(
                "amount",
                tenge,
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                banks.cryptogramOf(steps),
                "invoiceId",
                String.valueOf(invoices += 3),
                "description",
                "any");
        Account made = steps == 1
                ? new Account("", "epay", "CHARGE", tenge, tenge, zero())
                : new Account("", "epay", "AUTH", tenge, zero(), zero());
        return Call.making(false, "epay", "/payment/cryptopay", order, made);
    }

    private Optional<Call> test(Dice dice, String act, String from, UnaryOperator<Account> effect) {
        return pick(dice, account -> account.bank().equals("kaspi"))
                .map(account -> Call.about(
                        account,
                        "r1",
                        "/test/payment/" + act,
                        Map.of("qrPaymentId", account.id()),
                        Call.from(from, effect)));
    }

    private Optional<Call> operation(Dice dice, String act, BigDecimal tenge, UnaryOperator<Account> effect) {
        return pick(dice, account -> account.bank().equals("epay"))
                .map(account -> Call.about(
                        account, "epay", "/operation/" + account.id() + "/" + act, Map.of("amount", tenge), effect));
    }

    private Optional<Account> pick(Dice dice, Predicate<Account> wanted) {
        List<Account> candidates = books.values().stream().filter(wanted).toList();
        return candidates.isEmpty() ? Optional.empty() : Optional.of(dice.of(candidates));
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(2);
    }
}
