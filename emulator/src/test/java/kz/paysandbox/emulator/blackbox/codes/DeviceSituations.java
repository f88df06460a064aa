package kz.paysandbox.emulator.blackbox.codes;

import java.util.Map;
import java.util.stream.LongStream;
import kz.paysandbox.emulator.blackbox.support.Bank;

/** Trade points and devices (2.2, 3.2, 4.2). */
final class DeviceSituations {

    private static final Situation REGISTER = (world, bank) -> bank.register("KASSA-1", 1);

    private DeviceSituations() {}

    static Map<Long, Situation> tradePoints() {
        return Map.of(0L, (world, bank) -> bank.tradePoints(), -14000002L, (world, bank) -> {
            LongStream.of(1, 2, 12, 23).forEach(id -> world.tradePoint(id, "{\"removed\":true}"));
            return bank.tradePoints();
        });
    }

    static Map<Long, Situation> register() {
        return Map.of(
                0L,
                REGISTER,
                -1503L,
                (world, bank) -> {
                    bank.device("KASSA-1", 1);
                    return bank.register("KASSA-1", 2);
                },
                -99000002L,
                REGISTER.after(Situation::removed),
                990000026L,
                REGISTER.after(Situation::withoutQrPayments));
    }

    static Map<Long, Situation> delete() {
        return Map.of(
                0L,
                (world, bank) -> bank.post("device/delete", Map.of("DeviceToken", Bank.DEVICE)),
                -1501L,
                (world, bank) -> bank.post("device/delete", Map.of("DeviceToken", Situation.NO_DEVICE)));
    }
}
