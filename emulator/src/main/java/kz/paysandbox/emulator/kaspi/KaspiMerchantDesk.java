package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.MerchantDesk;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Place;
import kz.paysandbox.emulator.input.SwitchShapes;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;
import kz.paysandbox.emulator.kaspi.call.OrganizationReader;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Merchants;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** Switches of Kaspi Pay's organisations, trade points and devices, and the scan of a return QR code. */
final class KaspiMerchantDesk implements MerchantDesk {

    @Override
    public Outcome<? extends Record, Conflict> patchOrganization(World world, String bin, Map<String, Object> patch) {
        Mistakes mistakes = new Mistakes();
        Values changes = SwitchShapes.organization().values(patch, mistakes);
        changes.list("paymentMethods").stream()
                .map(String::valueOf)
                .filter(method -> !Organization.METHODS.contains(method))
                .forEach(method -> mistakes.at(
                        new Place.InObject("paymentMethods"),
                        Complaint.unknown("method", method, Organization.METHODS)));
        return OrganizationReader.finish(mistakes, changes)
                .flatMap(read -> bank(world)
                        .merchants()
                        .changeOrganization(
                                bin, present -> Outcome.ok(patched(present, read)), noOrganization(world, bin)))
                .map(MerchantView.Organization::of);
    }

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
    public Outcome<? extends Record, Conflict> patchTradePoint(World world, String id, Map<String, Object> patch) {
        return read(SwitchShapes.tradePoint(), patch)
                .flatMap(changes -> bank(world)
                        .merchants()
                        .changeTradePoint(
                                KaspiDesk.number(id).orElse(0L),
                                present -> Outcome.ok(new TradePoint(
                                        present.id(),
                                        present.bin(),
                                        present.name(),
                                        changes.flag("active").orElse(present.active()),
                                        changes.flag("qrPayments").orElse(present.qrPayments()),
                                        changes.flag("removed").orElse(present.removed()))),
                                Conflict.unknown("no trade point " + id)))
                .map(MerchantView.TradePoint::of);
    }

    @Override
    public Outcome<? extends Record, Conflict> addTradePoint(World world, Map<String, Object> tradePoint) {
        KaspiBank bank = bank(world);
        return read(OrganizationReader.NEW_TRADE_POINT, tradePoint).flatMap(given -> {
            long id = given.number("id").orElse(0L);
            String bin = given.text("bin").orElse("");
            TradePoint point = TradePoint.open(id, bin, given.text("name").orElse(""));
            if (bank.merchants().organization(bin).isEmpty()) {
                return Outcome.refused(noOrganization(world, bin));
            }
            return bank.merchants()
                    .addNew(List.of(point), bank.rules().mostDevices())
                    .<Outcome<MerchantView.TradePoint, Conflict>>fold(
                            added -> Outcome.ok(MerchantView.TradePoint.of(point)),
                            taken -> Outcome.refused(
                                    taken == Merchants.AddRefusal.FULL
                                            ? Conflict.invalid("the world is full of trade points; reset it")
                                            : Conflict.state("trade point " + id + " is there already", "present")));
        });
    }

    @Override
    public Outcome<? extends Record, Conflict> patchDevice(World world, String token, Map<String, Object> patch) {
        return read(SwitchShapes.device(), patch)
                .flatMap(changes -> bank(world)
                        .devices()
                        .find(token)
                        .<Outcome<Device, Conflict>>map(device -> Outcome.ok(
                                device.switched(changes.flag("active").orElse(device.active()))))
                        .orElseGet(() -> Outcome.refused(Conflict.unknown("no such device in world " + world.name())))
                        .map(device -> {
                            bank(world).devices().turn(device.token(), device.active());
                            return MerchantView.Device.of(device);
                        }));
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

    private static Conflict noOrganization(World world, String bin) {
        return Conflict.unknown(Complaint.unknown(
                "organisation",
                bin,
                bank(world).merchants().organizations().stream()
                        .map(Organization::bin)
                        .toList()));
    }

    private static Organization patched(Organization present, Values changes) {
        BehaviorOptions options = present.options();
        Values waits = changes.object("behaviorOptions");
        return new Organization(
                present.bin(),
                present.name(),
                changes.flag("active").orElse(present.active()),
                texts(changes, "paymentMethods", present.paymentMethods()),
                new BehaviorOptions(
                        waits.whole("statusPollingInterval").orElse(options.statusPollingInterval()),
                        waits.whole("qrCodeScanWaitTimeout").orElse(options.qrCodeScanWaitTimeout()),
                        waits.whole("linkActivationWaitTimeout").orElse(options.linkActivationWaitTimeout()),
                        waits.whole("paymentConfirmationTimeout").orElse(options.paymentConfirmationTimeout())),
                changes.flag("partialRefunds").orElse(present.partialReturns()),
                texts(changes, "allowedAddresses", present.allowedAddresses()));
    }

    private static List<String> texts(Values changes, String key, List<String> present) {
        return changes.has(key)
                ? changes.list(key).stream().map(String::valueOf).toList()
                : present;
    }

    private static Outcome<Values, Conflict> read(Table shape, Map<String, Object> given) {
        Mistakes mistakes = new Mistakes();
        return OrganizationReader.finish(mistakes, shape.values(given, mistakes));
    }

    private static KaspiBank bank(World world) {
        return world.part(KaspiBank.class);
    }
}
