package kz.paysandbox.emulator.blackbox.codes;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;

/** Creating payments and asking for them (2.3, 3.3, 4.3, 4.4), and the hooks (5.1-5.5). */
final class PaymentSituations {

    private PaymentSituations() {}

    static Map<Long, Situation> create(String path) {
        Situation good = with(path, Bank.DEVICE, 200);
        return Map.of(
                0L,
                good,
                -1501L,
                with(path, Situation.NO_DEVICE, 200),
                -1502L,
                good.afterDeletion(),
                -99000002L,
                good.after(Situation::removed),
                990000018L,
                good.after(Situation::switchedOff),
                990000026L,
                good.after(Situation::withoutQrPayments),
                990000028L,
                with(path, Bank.DEVICE, 0),
                990000033L,
                good.after(world -> world.organization(Bank.BIN, "{\"paymentMethods\":[]}")));
    }

    static Map<Long, Situation> status() {
        return Map.of(
                0L,
                (world, bank) -> bank.status(bank.qr(1)),
                -1601L,
                (world, bank) -> bank.status(Situation.NO_PAYMENT));
    }

    static Map<Long, Situation> statusV02() {
        return Map.of(
                0L, (world, bank) -> v02(bank, bank.qr(1)), -1601L, (world, bank) -> v02(bank, Situation.NO_PAYMENT));
    }

    static Map<Long, Situation> details() {
        return Map.of(
                0L,
                (world, bank) -> bank.details(bank.paid(1)),
                -1601L,
                (world, bank) -> bank.details(Situation.NO_PAYMENT));
    }

    static Map<Long, Situation> ping() {
        return Map.of(0L, (world, bank) -> bank.get("health/ping"));
    }

    static Map<Long, Situation> hook(String name) {
        boolean second = name.startsWith("confirm");
        return Map.of(0L, (world, bank) -> {
            long payment = bank.qr(1);
            if (second) {
                bank.hook("scan", payment).data();
            }
            return bank.hook(name, payment);
        });
    }

    private static Situation with(String path, String device, int amount) {
        return (world, bank) -> bank.post(path, Map.of("DeviceToken", device, "Amount", amount));
    }

    private static Answer v02(Bank bank, long payment) {
        return bank.send(
                "GET", "/" + bank.scheme() + "/v02/payment/status/" + payment, bank.headers(), Optional.empty());
    }
}
