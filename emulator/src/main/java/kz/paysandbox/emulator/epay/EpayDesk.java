package kz.paysandbox.emulator.epay;

import java.math.BigDecimal;
import java.net.URL;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.CallbackDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.History;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.RefundProcess;
import kz.paysandbox.emulator.epay.domain.ThreeDs;
import kz.paysandbox.emulator.epay.domain.cards.TestCards;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.rows.Announcements;

/** Halyk ePay's payments as the control surface sees them, and the customer's side of 3-D Secure. */
final class EpayDesk implements BankDesk {

    private static final String DECLINES = "7010000002";
    private static final String IGNORES = "7010000003";

    private final Bank bank;
    private final EpayConfig config;
    private final EpayWire wire;

    EpayDesk(Bank bank, EpayConfig config) {
        this.bank = bank;
        this.config = config;
        this.wire = new EpayWire(config);
    }

    @Override
    public Bank facts() {
        return bank;
    }

    @Override
    public Record describe(World world) {
        List<Shop> shops = bank(world).shops();
        Shop first = shops.get(0);
        return new ConsoleView.Access(
                first.clientId(),
                first.secret(),
                first.terminal(),
                shops.stream().map(ConsoleView.Shop::of).toList());
    }

    @Override
    public Map<String, String> magicValues() {
        Map<String, String> values = new LinkedHashMap<>();
        TestCards.all()
                .forEach(
                        card -> values.put("card " + card.pan(), card.behavior().label()));
        return values;
    }

    @Override
    public Stream<PaymentView> payments(World world) {
        Instant now = world.now();
        return bank(world).payments().newestFirst().stream().map(payment -> view(payment, now));
    }

    @Override
    public Optional<PaymentView> payment(World world, String id) {
        return bank(world).payments().find(id).map(payment -> view(payment, world.now()));
    }

    @Override
    public Runnable watchPayments(World world, Consumer<String> watcher) {
        Watchers<String> changes = bank(world).payments().changes();
        var unused = changes.watch(watcher);
        return () -> changes.unwatch(watcher);
    }

    @Override
    public Outcome<PaymentView, Conflict> act(World world, String id, CustomerAct act, Optional<String> phone) {
        return bank(world)
                .payments()
                .find(id)
                .map(payment -> act(world, payment, act, phone.orElse("")))
                .orElseGet(() -> Outcome.refused(Conflict.unknown("no payment " + id + " in world " + world.name())));
    }

    @Override
    public Outcome<PaymentView, Conflict> refund(World world, String id, BigDecimal amount) {
        Instant now = world.now();
        Optional<Money> money = Money.exactly(amount);
        if (money.isEmpty()) {
            return Outcome.refused(Conflict.invalid("amount has at most two decimals"));
        }
        return view(world, id, new RefundProcess(bank(world)).refund(id, money, "", now), now);
    }

    @Override
    public Optional<CallbackDesk> callbacks() {
        EpayConsole console = new EpayConsole(config);
        return Optional.of(new CallbackDesk() {
            @Override
            public void changePolicy(World world, CallbackChange change) {
                var unused = console.changePolicy(world, change);
            }

            @Override
            public Optional<? extends Record> callback(World world, String id) {
                return console.callback(world, id);
            }

            @Override
            public Runnable watch(World world, Consumer<String> watcher) {
                return console.watch(world, watcher);
            }

            @Override
            public long owed(World world) {
                return console.owed(world);
            }

            @Override
            public CallbackChange present(World world) {
                return console.present(world);
            }
        });
    }

    @Override
    public Optional<URL> openApi() {
        return Optional.ofNullable(EpayDesk.class.getResource("openapi.yaml"));
    }

    @Override
    public Optional<String> qrContent(World world, String id) {
        return Optional.empty();
    }

    private Outcome<PaymentView, Conflict> act(World world, Payment payment, CustomerAct act, String phone) {
        Instant now = world.now();
        return switch (act) {
            case SCAN, SCAN_ERROR ->
                Outcome.refused(Conflict.state(
                        "payment " + payment.id() + " is by card, there is nothing to scan",
                        payment.at(now).wire()));
            case CONFIRM ->
                phone.endsWith(IGNORES) && payment.at(now) == PaymentStatus.THREE_D
                        ? Outcome.ok(view(payment, now))
                        : answered(world, payment, !phone.endsWith(DECLINES), now);
            case DECLINE -> answered(world, payment, false, now);
            case EXPIRE -> told(world, payment, ended(world, payment, now), now);
        };
    }

    /** Time is up for what is seen to wait now, and not for what took its place meanwhile. */
    private static Outcome<Payment, Refusal> ended(World world, Payment seen, Instant now) {
        ThreeDs issuer = new ThreeDs(bank(world));
        return seen.at(now) == PaymentStatus.THREE_D ? issuer.giveUp(seen.id(), now) : issuer.end(seen.id(), now);
    }

    /** As if the customer had typed the right code on the issuer's page, or had given up there. */
    private Outcome<PaymentView, Conflict> answered(World world, Payment payment, boolean passed, Instant now) {
        PaymentStatus present = payment.at(now);
        if (present != PaymentStatus.THREE_D) {
            return Outcome.refused(Conflict.state(
                    "payment " + payment.id() + " is " + present.wire() + ", no customer is asked", present.wire()));
        }
        ThreeDs issuer = new ThreeDs(bank(world));
        return told(world, payment, issuer.complete(payment, issuer.paRes(payment, passed), now), now);
    }

    private Outcome<PaymentView, Conflict> told(
            World world, Payment before, Outcome<Payment, Refusal> outcome, Instant now) {
        boolean open = before.at(now) == PaymentStatus.THREE_D;
        outcome.value()
                .filter(changed -> open)
                .ifPresent(changed -> new Announcements(config, wire, world, List.of()).tell(changed, now));
        return view(world, before.id(), outcome, now);
    }

    private Outcome<PaymentView, Conflict> view(
            World world, String id, Outcome<Payment, Refusal> outcome, Instant now) {
        return outcome.fold(
                changed -> Outcome.ok(view(changed, now)),
                refusal -> Outcome.refused(conflict(world, id, refusal, now)));
    }

    private Conflict conflict(World world, String id, Refusal refusal, Instant now) {
        Optional<Payment> payment = bank(world).payments().find(id);
        if (payment.isEmpty()) {
            return Conflict.unknown("no payment " + id);
        }
        return switch (refusal.reason()) {
            case WRONG_STATE, REFUND_WINDOW ->
                Conflict.state(
                        "payment " + id + ": " + refusal.detail(),
                        payment.get().at(now).wire());
            default -> Conflict.invalid(wire.code(refusal.reason()) + ": " + refusal.detail());
        };
    }

    private static PaymentView view(Payment payment, Instant now) {
        return new PaymentView(
                payment.id(),
                EpayModule.NAME,
                payment.order().isVerification() ? "verification" : "card",
                new PaymentView.Sums(
                        payment.order().amount().toDecimal(),
                        payment.paid().toDecimal(),
                        payment.movements().refunded().toDecimal(),
                        payment.order().currency()),
                payment.at(now).wire(),
                new PaymentView.Merchant(
                        payment.order().shop().clientId(),
                        Optional.empty(),
                        payment.order().invoiceId(),
                        Optional.of(payment.order().shop().name()).filter(name -> !name.isEmpty()),
                        Optional.empty()),
                History.of(payment, now).stream()
                        .map(step -> new PaymentView.Step(
                                step.status().wire(), step.at().toString()))
                        .toList(),
                PaymentView.Prospects.of(due(payment), now, Optional.empty(), returns(payment)));
    }

    private static Optional<DueEvent> due(Payment payment) {
        String what = payment.verdict().isEmpty() ? "epay.3ds.lapsed" : "epay.hold.lapsed";
        return Optional.of(DueEvent.done(payment.deadline(), what, payment.id()))
                .filter(event -> event.at().isBefore(Instant.MAX));
    }

    private static List<PaymentView.MoneyBack> returns(Payment payment) {
        return payment.movements().refunds().stream()
                .map(refund -> new PaymentView.MoneyBack(
                        refund.amount().toDecimal(), refund.at().toString()))
                .toList();
    }

    private static EpayBank bank(World world) {
        return world.part(EpayBank.class);
    }
}
