package kz.paysandbox.emulator.kaspi.call;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.KaspiRules;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Merchants;
import kz.paysandbox.emulator.kaspi.domain.merchants.NewOrganization;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;
import kz.paysandbox.emulator.kaspi.rules.ProtocolRules;

/** The state that every world starts with on the Kaspi side; BINs and trade points repeat, credentials don't. */
public final class KaspiWorld {

    /** Name of the credential that r1 asks for. */
    public static final String API_KEY = "kaspi.api-key";

    /** The default world's Api-Key, where no other is set. */
    public static final String MAIN_API_KEY = "test_sandbox";

    /** What an Api-Key can be: what fits into a header. */
    public static final String API_KEY_WORDS = "a text of 1 to 200 ASCII characters without blanks";

    private static final Pattern API_KEY_FORM = Pattern.compile("[!-~]{1,200}");

    /** The document's sample BIN. */
    public static final String FIRST_BIN = "180340021791";

    /** A BIN that begins with 0, so that a lost zero is met. */
    private static final String ZERO_BIN = "050540000017";

    /** A certificate that acts for each of these acts for every organisation of its world. */
    private static final List<String> PARTNER_BINS = List.of(FIRST_BIN, "990340000013", "990340000024", "990340000035");

    /** The organisations that every world has; the partner certificate acts for each. */
    public static final List<String> BINS =
            Stream.concat(PARTNER_BINS.stream(), Stream.of(ZERO_BIN)).toList();

    /** The document's sample device: token of 2.2.3, alias of 4.6.1. */
    private static final Device SAMPLE =
            new Device("2be4cc91-5895-48f8-8bc2-86c7bd419b3b", 321, "GFC-321", FIRST_BIN, 1, true);

    private KaspiWorld() {}

    /** The default world's credentials. */
    public static Map<String, String> mainCredentials(KaspiConfig config) {
        return Map.of(API_KEY, config.apiKey());
    }

    public static boolean isApiKey(String text) {
        return API_KEY_FORM.matcher(text).matches();
    }

    /**
     * The organisations that a certificate acts for: those it was issued for, its own first; a partner's also acts for
     * those that were added to the world.
     */
    public static List<String> actsFor(List<String> held, Merchants merchants) {
        if (!held.containsAll(PARTNER_BINS)) {
            return held;
        }
        return Stream.concat(held.stream(), merchants.organizations().stream().map(Organization::bin))
                .distinct()
                .toList();
    }

    /** Credentials that no other world has; the prefix is the bank's for test keys (1.3.1). */
    public static Map<String, String> freshCredentials(RandomGenerator random) {
        return Map.of(API_KEY, "test_" + new UUID(random.nextLong(), random.nextLong()));
    }

    /**
     * The bank of a new world.
     *
     * @param added organisations beside those that every world has
     */
    public static Slot<KaspiBank> slot(KaspiRules rules, List<NewOrganization> added) {
        return new Slot<>(KaspiBank.class, world -> start(world, rules, added));
    }

    /** The rules that callers are held to, each with its memory. */
    public static Slot<ProtocolRules> protocolRules() {
        return new Slot<>(ProtocolRules.class, world -> new ProtocolRules(world.memory()));
    }

    private static KaspiBank start(World world, KaspiRules rules, List<NewOrganization> added) {
        KaspiBank bank =
                new KaspiBank(world.ids(), rules, merchants(added, world.memory()), world.memory(), world::now);
        bank.devices().add(SAMPLE);
        AutomaticCustomer.register(world, bank);
        return bank;
    }

    /** What every world has, and these. */
    static Merchants merchants(List<NewOrganization> added) {
        return merchants(added, WorldMemory.unbounded());
    }

    private static Merchants merchants(List<NewOrganization> added, WorldMemory memory) {
        Merchants merchants = new Merchants(memory);
        merchants.add(Organization.of(BINS.get(0), "ТОО «Пример Маркет»"));
        merchants.add(Organization.of(BINS.get(1), "ТОО «Пример Доставка»"));
        merchants.add(Organization.of(BINS.get(2), "ИП «Без точек»"));
        merchants.add(Organization.of(BINS.get(3), "ТОО «Пример Закрытый»"));
        merchants.add(Organization.of(ZERO_BIN, "ТОО «Пример Нулевой»"));
        merchants.add(TradePoint.open(1, BINS.get(0), "Магазин 1 (Ауэзова, 65)"));
        merchants.add(TradePoint.open(2, BINS.get(0), "Магазин 2 (Жарокова, 48)"));
        merchants.add(TradePoint.open(12, BINS.get(0), "Магазин 12 (Абая, 10)"));
        merchants.add(TradePoint.open(23, BINS.get(0), "Магазин 23 (Сатпаева, 22)"));
        merchants.add(TradePoint.open(101, BINS.get(1), "Доставка 101 (Толе би, 59)"));
        merchants.add(TradePoint.open(102, BINS.get(1), "Доставка 102 (Гоголя, 86)"));
        merchants.add(new TradePoint(301, BINS.get(3), "Закрытый 301 (Фурманова, 7)", false, true, false));
        merchants.add(new TradePoint(302, BINS.get(3), "Без QR 302 (Фурманова, 9)", true, false, false));
        merchants.add(TradePoint.open(401, ZERO_BIN, "Нулевой 401 (Райымбека, 3)"));
        added.forEach(one -> merchants.addNew(one.organization(), one.tradePoints(), Integer.MAX_VALUE));
        return merchants;
    }
}
