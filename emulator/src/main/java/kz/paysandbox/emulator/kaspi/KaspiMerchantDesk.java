package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.MerchantDesk;
import kz.paysandbox.emulator.kaspi.call.OrganizationReader;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Merchants;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** Kaspi Pay's organisations, trade points and devices, and the scan of a return QR code. */
final class KaspiMerchantDesk implements MerchantDesk {

    @Override
    public Outcome<? extends Record, Conflict> addOrganization(World world, Map<String, Object> organization) {
        KaspiBank bank = bank(world);
        return OrganizationReader.read(organization)
                .flatMap(added -> bank.merchants()
                        .addNew(
                                added.organization(),
                                added.tradePoints(),
                                bank.rules().mostDevices())
                        .<Outcome<MerchantView.Organization, Conflict>>fold(
                                there -> Outcome.ok(MerchantView.Organization.of(added)),
                                taken -> Outcome.refused(
                                        taken == Merchants.AddRefusal.FULL
                                                ? Conflict.invalid(OrganizationReader.words(added, taken))
                                                : Conflict.state(OrganizationReader.words(added, taken), "present"))));
    }

    @Override
    public Outcome<? extends Record, Conflict> addTradePoint(World world, Map<String, Object> tradePoint) {
        KaspiBank bank = bank(world);
        return OrganizationReader.read(OrganizationReader.NEW_TRADE_POINT, tradePoint)
                .flatMap(given -> {
                    long id = given.number("id").orElse(0L);
                    String bin = given.text("bin").orElse("");
                    TradePoint point =
                            TradePoint.open(id, bin, given.text("name").orElse(""));
                    if (bank.merchants().organization(bin).isEmpty()) {
                        return Outcome.refused(KaspiSwitches.noOrganization(world, bin));
                    }
                    return bank.merchants()
                            .addNew(List.of(point), bank.rules().mostDevices())
                            .<Outcome<MerchantView.TradePoint, Conflict>>fold(
                                    added -> Outcome.ok(MerchantView.TradePoint.of(point)),
                                    taken -> Outcome.refused(
                                            taken == Merchants.AddRefusal.FULL
                                                    ? Conflict.invalid("the world is full of trade points; reset it")
                                                    : Conflict.state(
                                                            "trade point " + id + " is there already", "present")));
                });
    }

    @Override
    public List<String> devices(World world) {
        return bank(world).devices().all().stream().map(Device::token).toList();
    }

    @Override
    public Outcome<? extends Record, Conflict> scanReturn(World world, String id, Optional<String> phone) {
        if (phone.filter(given -> !Customer.isPhone(given)).isPresent()) {
            return Outcome.refused(Conflict.invalid("phone must look like " + Customer.DEFAULT_PHONE));
        }
        String customer = Customer.normal(phone.orElse(Customer.DEFAULT_PHONE));
        Optional<QrReturn> code = KaspiDesk.number(id).flatMap(bank(world).returns()::find);
        if (code.isEmpty()) {
            return Outcome.refused(Conflict.unknown("no return " + id + " in world " + world.name()));
        }
        String status = code.get().at(world.now()).wire();
        return bank(world)
                .returns()
                .scan(code.get().id(), world.now(), customer)
                .<Outcome<MerchantView.Return, Conflict>>fold(
                        scanned -> Outcome.ok(MerchantView.Return.of(scanned, world.now())),
                        refusal -> Outcome.refused(Conflict.state(
                                "return " + id + " is " + status + ", which cannot be scanned", status)));
    }

    private static KaspiBank bank(World world) {
        return world.part(KaspiBank.class);
    }
}
