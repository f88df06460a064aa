package kz.paysandbox.emulator.blackbox.codes;

import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;

/** Invoices to a phone (4.6). */
final class RemoteSituations {

    private static final String PAYS = Phones.PAYER;
    private static final String NO_CLIENT = Phones.STRANGER;
    private static final String FOREIGN_BIN = "000000000000";

    private static final Situation LOOK_UP = (world, bank) -> lookUp(bank, PAYS, Bank.DEVICE);
    private static final Situation CREATE = (world, bank) -> bank.invoice(PAYS, 100);
    private static final Situation CANCEL = (world, bank) -> cancel(bank, Situation.NO_PAYMENT, Map.of());

    private RemoteSituations() {}

    static Map<Long, Situation> clientInfo() {
        return Map.of(
                0L,
                LOOK_UP,
                -1401L,
                LOOK_UP.after(world -> world.organization(Bank.BIN, "{\"active\":false}")),
                -1404L,
                (world, bank) -> lookUp(bank, "12345", Bank.DEVICE),
                -1501L,
                (world, bank) -> lookUp(bank, PAYS, Situation.NO_DEVICE),
                -99000002L,
                LOOK_UP.after(Situation::removed),
                990000018L,
                LOOK_UP.after(Situation::switchedOff),
                990000029L,
                (world, bank) -> lookUp(bank, NO_CLIENT, Bank.DEVICE),
                990000032L,
                (world, bank) -> lookUp(bank, Phones.WITHOUT_INVOICES, Bank.DEVICE),
                990000031L,
                (world, bank) -> {
                    world.control().put("/clock", "{\"mode\":\"frozen\"}").expect(200);
                    for (int call = 0; call < 50; call++) {
                        LOOK_UP.reach(world, bank).data();
                    }
                    return LOOK_UP.reach(world, bank);
                });
    }

    static Map<Long, Situation> create() {
        return Map.of(
                0L,
                CREATE,
                -1401L,
                (world, bank) -> create(bank, Map.of("OrganizationBin", FOREIGN_BIN)),
                -1404L,
                (world, bank) -> bank.invoice("12345", 100),
                -1501L,
                (world, bank) -> create(bank, Map.of("DeviceToken", Situation.NO_DEVICE)),
                -99000002L,
                CREATE.after(Situation::removed),
                990000018L,
                CREATE.after(Situation::switchedOff),
                990000028L,
                (world, bank) -> bank.invoice(PAYS, -1),
                990000032L,
                (world, bank) -> bank.invoice(NO_CLIENT, 100));
    }

    static Map<Long, Situation> cancel() {
        return Map.of(
                0L,
                (world, bank) -> cancel(
                        bank,
                        CREATE.reach(world, bank).data().path("QrPaymentId").asLong(),
                        Map.of()),
                -1401L,
                (world, bank) -> cancel(bank, Situation.NO_PAYMENT, Map.of("OrganizationBin", FOREIGN_BIN)),
                -1501L,
                (world, bank) -> cancel(bank, Situation.NO_PAYMENT, Map.of("DeviceToken", Situation.NO_DEVICE)),
                -99000001L,
                CANCEL,
                -99000002L,
                CANCEL.after(Situation::removed),
                990000018L,
                CANCEL.after(Situation::switchedOff));
    }

    private static Answer lookUp(Bank bank, String phone, String device) {
        return bank.get("remote/client-info?phoneNumber=" + phone + "&deviceToken=" + device);
    }

    private static Answer create(Bank bank, Map<String, ?> more) {
        Map<String, Object> fields =
                new HashMap<>(Map.of("DeviceToken", Bank.DEVICE, "Amount", 100, "PhoneNumber", PAYS));
        fields.putAll(more);
        return bank.post("remote/create", fields);
    }

    private static Answer cancel(Bank bank, long payment, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of("DeviceToken", Bank.DEVICE, "QrPaymentId", payment));
        fields.putAll(more);
        return bank.post("remote/cancel", fields);
    }
}
