package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.kaspi.domain.Device;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.KaspiRules;
import kz.paysandbox.emulator.kaspi.domain.Organization;
import kz.paysandbox.emulator.kaspi.domain.TradePoint;
import kz.paysandbox.emulator.kaspi.manners.Manners;

/** What every world starts with on the Kaspi side; BINs and trade points repeat, credentials don't. */
public final class KaspiWorld {

    /** Name of the credential that r1 asks for. */
    public static final String API_KEY = "kaspi.api-key";

    /** The default world's Api-Key. */
    public static final String MAIN_API_KEY = "test_sandbox";

    /** The document's sample BIN. */
    public static final String FIRST_BIN = "180340021791";

    /** All organisations; the partner certificate acts for each. */
    public static final List<String> BINS = List.of(FIRST_BIN, "990340000013", "990340000024", "990340000035");

    /** The document's sample device: token of 2.2.3, alias of 4.6.1. */
    private static final Device SAMPLE =
            new Device("2be4cc91-5895-48f8-8bc2-86c7bd419b3b", 321, "GFC-321", FIRST_BIN, 1, true);

    private KaspiWorld() {}

    /** The default world's credentials. */
    public static Map<String, String> mainCredentials() {
        return Map.of(API_KEY, MAIN_API_KEY);
    }

    /** Credentials that no other world has; the prefix is the bank's for test keys (1.3.1). */
    public static Map<String, String> freshCredentials(RandomGenerator random) {
        return Map.of(API_KEY, "test_" + new UUID(random.nextLong(), random.nextLong()));
    }

    public static Slot<KaspiBank> slot(KaspiRules rules) {
        return new Slot<>(KaspiBank.class, world -> start(world, rules));
    }

    /** The rules that callers are held to, each with its memory. */
    public static Slot<Manners> manners() {
        return new Slot<>(Manners.class, world -> new Manners());
    }

    private static KaspiBank start(World world, KaspiRules rules) {
        KaspiBank bank = new KaspiBank(world.ids(), rules);
        bank.merchants().add(Organization.of(BINS.get(0), "ТОО «Пример Маркет»"));
        bank.merchants().add(Organization.of(BINS.get(1), "ТОО «Пример Доставка»"));
        bank.merchants().add(Organization.of(BINS.get(2), "ИП «Без точек»"));
        bank.merchants().add(Organization.of(BINS.get(3), "ТОО «Пример Закрытый»"));
        bank.merchants().add(TradePoint.open(1, BINS.get(0), "Магазин 1 (Ауэзова, 65)"));
        bank.merchants().add(TradePoint.open(2, BINS.get(0), "Магазин 2 (Жарокова, 48)"));
        bank.merchants().add(TradePoint.open(12, BINS.get(0), "Магазин 12 (Абая, 10)"));
        bank.merchants().add(TradePoint.open(23, BINS.get(0), "Магазин 23 (Сатпаева, 22)"));
        bank.merchants().add(TradePoint.open(101, BINS.get(1), "Доставка 101 (Толе би, 59)"));
        bank.merchants().add(TradePoint.open(102, BINS.get(1), "Доставка 102 (Гоголя, 86)"));
        bank.merchants().add(new TradePoint(301, BINS.get(3), "Закрытый 301 (Фурманова, 7)", false, true, false));
        bank.merchants().add(new TradePoint(302, BINS.get(3), "Без QR 302 (Фурманова, 9)", true, false, false));
        bank.devices().add(SAMPLE);
        return bank;
    }
}
