package kz.paysandbox.emulator.epay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.EpayRules;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.rules.ProtocolRules;

/**
 * The state that every world starts with on the ePay side: three shops, whose ids, secrets and terminals are each
 * world's own.
 */
public final class EpayWorld {

    /** Eight hexadecimal digits by which a world's tokens and pages are known. */
    public static final String TAG = "epay.tag";

    private static final String FIRST = "epay.";
    private static final String HOLD = "epay.hold.";
    private static final String INVOICES = "epay.invoices.";
    private static final String HEX = "0123456789abcdef";
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";

    private EpayWorld() {}

    /** Keeps the bank's state. */
    public static Slot<EpayBank> slot(EpayRules rules) {
        return new Slot<>(
                EpayBank.class,
                world -> new EpayBank(
                        world.ids(), world.credentials().value(TAG), rules, shops(world), world.memory(), world::now));
    }

    /** The rules that callers are held to, each with its memory; before the callbacks, which they watch. */
    public static Slot<ProtocolRules> protocolRules(Level level) {
        return ProtocolRules.slot(level == Level.LENIENT);
    }

    /** The default world's: as the bank's pages print them (test data page), and our own for the two-step terminal. */
    public static Map<String, String> mainCredentials() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(TAG, "5a9d60e1");
        put(values, FIRST, "test", "yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG", "67e34d63-102f-4bd1-898e-370781d0074d");
        put(values, HOLD, "test-hold", "sandbox-hold-secret", "2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713");
        put(values, INVOICES, "halykfinanceUSD", "U01gQZVL##lJ$NhJ", "d9d7978c-d6ee-4ec0-8cda-165251a4bf16");
        return values;
    }

    /** A new world's own. */
    public static Map<String, String> freshCredentials(RandomGenerator random) {
        String tag = draw(random, HEX, 8);
        Map<String, String> values = new LinkedHashMap<>();
        values.put(TAG, tag);
        put(values, FIRST, "test-" + tag, draw(random, LETTERS, 36), uuid(random));
        put(values, HOLD, "test-hold-" + tag, draw(random, LETTERS, 36), uuid(random));
        put(values, INVOICES, "invoices-" + tag, draw(random, LETTERS, 36), uuid(random));
        return values;
    }

    private static List<Shop> shops(World world) {
        return List.of(
                shop(world, FIRST, "98120001", "04f25a4b-d2bd-4dd8-b3a7-9390be4774c4", "Пример Маркет", 1),
                shop(world, HOLD, "98120002", "5e1f9a07-43bc-4c7e-8d10-2f6b7a9c3d84", "Пример Бронь", 2),
                shop(world, INVOICES, "98120003", "7c40d2f6-9b15-4e3a-a8c7-1d5e6f02b9a3", "Пример Счета", 1));
    }

    private static Shop shop(World world, String prefix, String number, String shopId, String name, int steps) {
        return new Shop(
                world.credentials().value(prefix + "client-id"),
                world.credentials().value(prefix + "client-secret"),
                world.credentials().value(prefix + "terminal"),
                number,
                shopId,
                name,
                steps);
    }

    private static void put(Map<String, String> values, String prefix, String id, String secret, String terminal) {
        values.put(prefix + "client-id", id);
        values.put(prefix + "client-secret", secret);
        values.put(prefix + "terminal", terminal);
    }

    private static String uuid(RandomGenerator random) {
        return draw(random, HEX, 8) + "-" + draw(random, HEX, 4) + "-4" + draw(random, HEX, 3) + "-a"
                + draw(random, HEX, 3) + "-" + draw(random, HEX, 12);
    }

    private static String draw(RandomGenerator random, String letters, int length) {
        StringBuilder drawn = new StringBuilder(length);
        while (drawn.length() < length) {
            drawn.append(letters.charAt(random.nextInt(letters.length())));
        }
        return drawn.toString();
    }
}
