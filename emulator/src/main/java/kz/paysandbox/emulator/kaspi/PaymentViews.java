package kz.paysandbox.emulator.kaspi;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.core.desk.PaymentView.Merchant;
import kz.paysandbox.emulator.core.desk.PaymentView.MoneyBack;
import kz.paysandbox.emulator.core.desk.PaymentView.Prospects;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.ReturnStatus;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** Kaspi Pay's payments as the control surface shows them. */
final class PaymentViews {

    private PaymentViews() {}

    static PaymentView of(World world, Payment payment, Instant now) {
        return new PaymentView(
                String.valueOf(payment.id()),
                KaspiModule.NAME,
                payment.terms().kind().name().toLowerCase(Locale.ROOT),
                new PaymentView.Sums(
                        payment.terms().amount().toDecimal(),
                        payment.paid(now).toDecimal(),
                        payment.returns().total().toDecimal(),
                        "KZT"),
                payment.at(now).wire(),
                merchant(
                        world,
                        Optional.of(payment.terms().origin().scheme()),
                        payment.terms().device(),
                        payment.terms().externalId()),
                payment.history(now).stream()
                        .map(step -> new PaymentView.Step(
                                step.status().wire(), step.at().toString()))
                        .toList(),
                Prospects.of(due(payment), now, qr(world, payment), returns(payment)));
    }

    static MerchantView.ReturnCode of(World world, QrReturn code, Instant now) {
        Device device = code.terms().device();
        boolean waits = code.at(now) == ReturnStatus.QR_TOKEN_CREATED;
        return new MerchantView.ReturnCode(
                String.valueOf(code.id()),
                code.at(now).wire(),
                merchant(world, Optional.empty(), device, code.terms().externalId()),
                code.terms().created(),
                Optional.of(code.expires()).filter(expires -> waits),
                KaspiWire.token(world.ids(), code.id()));
    }

    private static Merchant merchant(World world, Optional<Scheme> scheme, Device device, String externalId) {
        return new Merchant(
                device.bin(),
                scheme.map(Scheme::label),
                externalId,
                shop(world, device),
                Optional.of(device.tradePointId()));
    }

    /** What a customer reads of whom they pay: the organisation and its trade point. */
    static Optional<String> shop(World world, Device device) {
        KaspiBank bank = world.part(KaspiBank.class);
        List<String> names = Stream.of(
                        bank.merchants().organization(device.bin()).map(Organization::name),
                        bank.merchants().tradePoint(device.tradePointId()).map(TradePoint::name))
                .flatMap(Optional::stream)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    /** What the QR code of a payment holds; a remote invoice has none. */
    static Optional<String> qr(World world, Payment payment) {
        return switch (payment.terms().kind()) {
            case REMOTE -> Optional.empty();
            case LINK -> Optional.of(KaspiWire.link(world.ids(), payment.id()));
            case QR -> Optional.of(KaspiWire.token(world.ids(), payment.id()));
        };
    }

    private static Optional<DueEvent> due(Payment payment) {
        return payment.ending().isPresent()
                ? Optional.empty()
                : Optional.of(DueEvent.done(payment.deadline(), "kaspi.payment.lapsed", String.valueOf(payment.id())));
    }

    private static List<MoneyBack> returns(Payment payment) {
        return payment.returns().latest().stream()
                .map(entry ->
                        new MoneyBack(entry.amount().toDecimal(), entry.at().toString()))
                .toList();
    }
}
