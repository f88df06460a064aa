package kz.paysandbox.emulator.kaspi;

import java.math.BigDecimal;
import java.net.URL;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.MerchantDesk;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.Purchases;
import kz.paysandbox.emulator.kaspi.domain.ReturnProcess;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** Kaspi Pay's payments as the control surface sees them, and the customer's side of them. */
final class KaspiDesk implements BankDesk {

    private final Bank bank;

    KaspiDesk(Bank bank) {
        this.bank = bank;
    }

    @Override
    public Bank facts() {
        return bank;
    }

    @Override
    public Optional<MerchantDesk> merchants() {
        return Optional.of(new KaspiMerchantDesk());
    }

    @Override
    public List<String> choosableCredentials() {
        return List.of("apiKey");
    }

    @Override
    public Outcome<Map<String, String>, Conflict> credentials(Map<String, Object> chosen) {
        Object key = chosen.get("apiKey");
        if (key == null) {
            return Outcome.ok(Map.of());
        }
        return key instanceof String text && KaspiWorld.isApiKey(text)
                ? Outcome.ok(Map.of(KaspiWorld.API_KEY, text))
                : Outcome.refused(Conflict.invalid("apiKey must be " + KaspiWorld.API_KEY_WORDS));
    }

    @Override
    public MerchantView.Access describe(World world) {
        KaspiBank bank = bank(world);
        return new MerchantView.Access(
                world.credentials().value(KaspiWorld.API_KEY),
                bank.merchants().organizations().stream()
                        .sorted(Comparator.comparingInt(KaspiDesk::place))
                        .map(organization -> describe(bank, organization.bin()))
                        .toList(),
                "/__sandbox/worlds/" + world.name() + "/certificate");
    }

    /** The default world's organisations come first, as they always did; the rest by BIN. */
    private static int place(Organization organization) {
        int known = KaspiWorld.BINS.indexOf(organization.bin());
        return known < 0 ? KaspiWorld.BINS.size() : known;
    }

    private static MerchantView.Opened describe(KaspiBank bank, String bin) {
        return new MerchantView.Opened(
                bin,
                bank.merchants().tradePointsOf(List.of(bin)).stream()
                        .map(TradePoint::id)
                        .toList());
    }

    @Override
    public Map<String, String> magicValues() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("phone 87010000001", "pays; the default customer");
        values.put("phone 87010000002", "confirming leads to a decline");
        values.put("phone 87010000003", "confirming leads to nothing");
        values.put("phone 87010000404", "no client of the bank: client-info 990000029, remote/create 990000032");
        values.put("phone 87010000405", "cannot be invoiced: client-info and remote/create 990000032");
        values.put(
                "BIN 050540000017",
                "begins with 0: without it, as numbers lose it, the organisation is unknown, -1401");
        values.put("BIN 990340000024", "has no trade points: -14000002");
        values.put("trade point 301", "switched off: 990000018");
        values.put("trade point 302", "takes no QR payments: 990000026");
        return values;
    }

    @Override
    public List<String> organizations(World world) {
        return bank(world).merchants().organizations().stream()
                .map(Organization::bin)
                .toList();
    }

    @Override
    public Stream<PaymentView> payments(World world) {
        Instant now = world.now();
        return bank(world).purchases().newestFirst().stream().map(payment -> PaymentViews.of(world, payment, now));
    }

    @Override
    public Optional<PaymentView> payment(World world, String id) {
        return number(id)
                .flatMap(number -> bank(world).purchases().find(number))
                .map(payment -> PaymentViews.of(world, payment, world.now()));
    }

    @Override
    public Runnable watchPayments(World world, Consumer<String> watcher) {
        return watch(bank(world).purchases().changes(), watcher);
    }

    @Override
    public Runnable watchReturns(World world, Consumer<String> watcher) {
        return watch(bank(world).returns().changes(), watcher);
    }

    private static Runnable watch(Watchers<Long> changes, Consumer<String> watcher) {
        Consumer<Long> adapted = id -> watcher.accept(String.valueOf(id));
        var unused = changes.watch(adapted);
        return () -> changes.unwatch(adapted);
    }

    @Override
    public Stream<MerchantView.ReturnCode> returns(World world) {
        Instant now = world.now();
        return bank(world).returns().newestFirst().stream().map(code -> PaymentViews.of(world, code, now));
    }

    @Override
    public Optional<MerchantView.ReturnCode> returnOf(World world, String id) {
        return number(id)
                .flatMap(number -> bank(world).returns().find(number))
                .map(code -> PaymentViews.of(world, code, world.now()));
    }

    @Override
    public Outcome<PaymentView, Conflict> act(World world, String id, CustomerAct act, Optional<String> phone) {
        Optional<String> wrong = phone.filter(given -> !Customer.isPhone(given));
        if (wrong.isPresent()) {
            return Outcome.refused(Conflict.invalid("phone must look like " + Customer.DEFAULT_PHONE));
        }
        return find(world, id).flatMap(payment -> act(world, payment, act, phone.map(Customer::normal)));
    }

    @Override
    public Outcome<PaymentView, Conflict> refund(World world, String id, BigDecimal amount) {
        return find(world, id)
                .flatMap(payment -> new ReturnProcess(bank(world))
                        .giveBackByCashier(payment.id(), amount, world.now())
                        .<Outcome<PaymentView, Conflict>>fold(
                                entry -> Outcome.ok(payment(world, id).orElseThrow()),
                                refusal -> Outcome.refused(conflict(refusal, payment, world.now()))));
    }

    @Override
    public Optional<URL> openApi() {
        return Optional.ofNullable(KaspiDesk.class.getResource("openapi.yaml"));
    }

    @Override
    public Optional<String> qrContent(World world, String id) {
        Optional<Long> number = number(id);
        Optional<String> ofPayment = number.flatMap(
                        found -> bank(world).purchases().find(found))
                .flatMap(payment -> PaymentViews.qr(world, payment));
        return ofPayment.or(() -> number.flatMap(found -> bank(world).returns().find(found))
                .map(code -> KaspiWire.token(world.ids(), code.id())));
    }

    private Outcome<PaymentView, Conflict> act(World world, Payment payment, CustomerAct act, Optional<String> phone) {
        Instant now = world.now();
        Purchases purchases = bank(world).purchases();
        String customer = phone.orElse(Customer.DEFAULT_PHONE);
        Outcome<Payment, Refusal> outcome = switch (act) {
            case SCAN -> purchases.change(payment.id(), open -> open.scan(now, customer));
            case CONFIRM -> confirm(bank(world), payment, phone, now);
            case DECLINE -> purchases.change(payment.id(), open -> open.decline(now));
            case SCAN_ERROR -> purchases.change(payment.id(), open -> open.failScan(now));
            case EXPIRE -> purchases.change(payment.id(), open -> open.lapse(now));
        };
        return outcome.fold(
                changed -> Outcome.ok(PaymentViews.of(world, changed, now)),
                refusal -> Outcome.refused(
                        conflict(refusal, purchases.find(payment.id()).orElse(payment), now)));
    }

    /** A phone decides what its confirmation leads to: the one given now, else the one that scanned or was invoiced. */
    private static Outcome<Payment, Refusal> confirm(
            KaspiBank bank, Payment payment, Optional<String> phone, Instant now) {
        String customer = phone.orElse(payment.customer());
        return switch (Customer.of(customer)) {
            case PAYS, UNKNOWN, NO_INVOICES -> bank.confirm(payment.id(), now);
            case DECLINES -> bank.purchases().change(payment.id(), open -> open.decline(now));
            case IGNORES ->
                bank.purchases().change(payment.id(), open -> open.decline(now).map(declined -> open));
        };
    }

    private static Outcome<Payment, Conflict> find(World world, String id) {
        return number(id)
                .flatMap(number -> bank(world).purchases().find(number))
                .<Outcome<Payment, Conflict>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(Conflict.unknown("no payment " + id + " in world " + world.name())));
    }

    private static Conflict conflict(Refusal refusal, Payment payment, Instant now) {
        String status = payment.at(now).wire();
        return switch (refusal.reason()) {
            case WRONG_STATE, STATUS_UNFIT ->
                Conflict.state("payment " + payment.id() + " is " + status + ", which does not allow this", status);
            case PURCHASE_UNKNOWN -> Conflict.unknown("no payment " + payment.id());
            default ->
                Conflict.invalid(refusal.reason().code().code() + ": "
                        + refusal.reason().code().message());
        };
    }

    private static KaspiBank bank(World world) {
        return world.part(KaspiBank.class);
    }

    static Optional<Long> number(String id) {
        return id.matches("\\d{1,18}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }
}
