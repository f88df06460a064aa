package kz.paysandbox.emulator.blackbox.codes;

import java.util.HashMap;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.TestWorld;

/** Giving money back (3.4, 4.5). */
final class ReturnSituations {

    private static final Situation CREATE =
            (world, bank) -> bank.post("return/create", Map.of("DeviceToken", Bank.DEVICE));

    private static final Situation GIVE_BACK = (world, bank) -> back(world, bank, bank.paid(100), Map.of());

    private ReturnSituations() {}

    static Map<Long, Situation> create() {
        return Map.of(
                0L,
                CREATE,
                -1501L,
                (world, bank) -> bank.post("return/create", Map.of("DeviceToken", Situation.NO_DEVICE)),
                -1502L,
                CREATE.afterDeletion(),
                -99000002L,
                CREATE.after(Situation::removed),
                990000018L,
                CREATE.after(Situation::switchedOff));
    }

    static Map<Long, Situation> status() {
        return Map.of(
                0L,
                (world, bank) -> bank.get("return/status/" + bank.returnCode()),
                -1601L,
                (world, bank) -> bank.get("return/status/" + Situation.NO_PAYMENT));
    }

    static Map<Long, Situation> operations() {
        return Map.of(
                0L,
                (world, bank) -> operations(bank, scanned(world, bank)),
                -1601L,
                (world, bank) -> operations(bank, bank.returnCode()));
    }

    static Map<Long, Situation> giveBack() {
        return Map.of(
                0L,
                GIVE_BACK,
                -1501L,
                (world, bank) -> back(world, bank, bank.paid(100), Map.of("DeviceToken", Situation.NO_DEVICE)),
                -1502L,
                (world, bank) -> {
                    long paid = bank.paid(100);
                    Map<String, ?> code = code(world, bank);
                    bank.post("device/delete", Map.of("DeviceToken", Bank.DEVICE))
                            .data();
                    return bank.giveBack(paid, 100, code);
                },
                -1601L,
                (world, bank) -> back(world, bank, Situation.NO_PAYMENT, Map.of()),
                -99000005L,
                (world, bank) -> back(world, bank, bank.paid(100), Map.of("Amount", 101)),
                -99000002L,
                changedBeforeGivingBack("{\"removed\":true}"),
                -99000003L,
                (world, bank) -> back(world, bank, bank.paid(100), Map.of("DeviceToken", bank.device("KASSA-2", 2))),
                -99000011L,
                (world, bank) -> back(world, bank, bank.qr(100), Map.of()),
                -99000020L,
                (world, bank) -> {
                    world.organization(Bank.BIN, "{\"partialRefunds\":false}");
                    return back(world, bank, bank.paid(100), Map.of("Amount", 99));
                },
                990000018L,
                changedBeforeGivingBack("{\"active\":false}"));
    }

    private static Situation changedBeforeGivingBack(String patch) {
        return (world, bank) -> {
            long paid = bank.paid(100);
            Map<String, ?> code = code(world, bank);
            world.tradePoint(1, patch);
            return bank.giveBack(paid, 100, code);
        };
    }

    private static Answer back(TestWorld world, Bank bank, long payment, Map<String, Object> more) {
        Map<String, Object> fields = new HashMap<>(code(world, bank));
        fields.putAll(more);
        return bank.giveBack(payment, 100, fields);
    }

    /** What r2 demands beside the fields of r3. */
    private static Map<String, Object> code(TestWorld world, Bank bank) {
        return bank.scheme().equals("r2") ? Map.of("QrReturnId", scanned(world, bank)) : Map.of();
    }

    private static long scanned(TestWorld world, Bank bank) {
        long code = bank.returnCode();
        world.control().post("/returns/" + code + "/scan", "").expect(200);
        return code;
    }

    private static Answer operations(Bank bank, long code) {
        return bank.post("return/operations", Map.of("DeviceToken", Bank.DEVICE, "QrReturnId", code, "MaxResult", 10));
    }
}
