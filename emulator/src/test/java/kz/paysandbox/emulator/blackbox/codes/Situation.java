package kz.paysandbox.emulator.blackbox.codes;

import java.util.Map;
import java.util.function.Consumer;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.TestWorld;

/** Brings a fresh world into a state, makes one call and hands back its answer. */
@FunctionalInterface
interface Situation {

    /** A device token that no world gives out. */
    String NO_DEVICE = "00000000-0000-4000-8000-000000000000";

    /** A payment id that no world gives out. */
    long NO_PAYMENT = 77;

    Answer reach(TestWorld world, Bank bank);

    /** This call in a world that was changed before. */
    default Situation after(Consumer<TestWorld> change) {
        return (world, bank) -> {
            change.accept(world);
            return reach(world, bank);
        };
    }

    /** This call once the sample device is deleted. */
    default Situation afterDeletion() {
        return (world, bank) -> {
            bank.post("device/delete", Map.of("DeviceToken", Bank.DEVICE)).data();
            return reach(world, bank);
        };
    }

    /** Trade point 1 is no more. */
    static void removed(TestWorld world) {
        world.tradePoint(1, "{\"removed\":true}");
    }

    static void switchedOff(TestWorld world) {
        world.tradePoint(1, "{\"active\":false}");
    }

    static void withoutQrPayments(TestWorld world) {
        world.tradePoint(1, "{\"qrPayments\":false}");
    }
}
