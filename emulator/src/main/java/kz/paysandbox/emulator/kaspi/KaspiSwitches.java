package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.MerchantChange;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Sequence;
import kz.paysandbox.emulator.input.Shape;
import kz.paysandbox.emulator.input.SwitchShape;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.merchants.BehaviorOptions;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Devices;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** The switches of Kaspi Pay's organisations, trade points and devices, and what they change. */
final class KaspiSwitches {

    /** The waits that creating answers announce. */
    private static final List<String> WAITS = List.of(
            "statusPollingInterval",
            "qrCodeScanWaitTimeout",
            "linkActivationWaitTimeout",
            "paymentConfirmationTimeout");

    private static final int LONGEST_WAIT = 86_400;

    static final MerchantSwitches SHAPES = new MerchantSwitches(
            new SwitchShape(organization(), OrganizationChange::of),
            new SwitchShape(tradePoint(), TradePointChange::of),
            new SwitchShape(device(), values -> new DeviceChange(values.flag("active"))));

    private KaspiSwitches() {}

    static Conflict noOrganization(World world, String bin) {
        return Conflict.unknown(Complaint.unknown(
                "organisation",
                bin,
                bank(world).merchants().organizations().stream()
                        .map(Organization::bin)
                        .toList()));
    }

    private static Table organization() {
        Table waits = new Table().exact();
        WAITS.forEach(name -> waits.optional(name, Scalar.whole(1, LONGEST_WAIT), "Seconds"));
        return new Table()
                .exact()
                .optional("active", Scalar.flag(), "Switched on or off")
                .optional("paymentMethods", new Methods(texts(20, 10)), "Those that it takes")
                .optional("behaviorOptions", waits, "Waits that creating answers announce")
                .optional("allowedAddresses", texts(45, 100), "Its callers")
                .optional("partialRefunds", Scalar.flag(), "Whether a part can be refunded");
    }

    private static Table tradePoint() {
        return new Table()
                .exact()
                .optional("active", Scalar.flag(), "Switched on or off")
                .optional("qrPayments", Scalar.flag(), "Whether it takes QR payments")
                .optional("removed", Scalar.flag(), "Whether it is gone");
    }

    private static Table device() {
        return new Table().exact().optional("active", Scalar.flag(), "Switched on or off");
    }

    private static Sequence texts(int longest, int most) {
        return new Sequence(Scalar.text(longest).quoted(), most);
    }

    /** Payment methods, each of them a known one. */
    private record Methods(Sequence texts) implements Shape {

        @Override
        public Object read(InputNode node, Mistakes mistakes) {
            Object methods = texts.read(node, mistakes);
            ((List<?>) methods)
                    .stream()
                            .map(String::valueOf)
                            .filter(method -> !Organization.METHODS.contains(method))
                            .forEach(method -> mistakes.at(
                                    node.place(), Complaint.unknown("method", method, Organization.METHODS)));
            return methods;
        }

        @Override
        public Map<String, Object> schema() {
            return texts.schema();
        }
    }

    private record OrganizationChange(
            Optional<Boolean> active,
            Optional<List<String>> paymentMethods,
            WaitChange waits,
            Optional<Boolean> partialRefunds,
            Optional<List<String>> allowedAddresses)
            implements MerchantChange {

        static OrganizationChange of(Values values) {
            return new OrganizationChange(
                    values.flag("active"),
                    values.texts("paymentMethods", text -> text),
                    WaitChange.of(values.object("behaviorOptions")),
                    values.flag("partialRefunds"),
                    values.texts("allowedAddresses", text -> text));
        }

        @Override
        public Outcome<? extends Record, Conflict> apply(World world, String bin) {
            return bank(world)
                    .merchants()
                    .changeOrganization(bin, present -> Outcome.ok(of(present)), noOrganization(world, bin))
                    .map(MerchantView.Organization::of);
        }

        private Organization of(Organization present) {
            return new Organization(
                    present.bin(),
                    present.name(),
                    active.orElse(present.active()),
                    paymentMethods.orElse(present.paymentMethods()),
                    waits.of(present.options()),
                    partialRefunds.orElse(present.partialReturns()),
                    allowedAddresses.orElse(present.allowedAddresses()));
        }
    }

    /** In seconds. */
    private record WaitChange(
            Optional<Integer> polling, Optional<Integer> scan, Optional<Integer> link, Optional<Integer> confirmation) {

        static WaitChange of(Values waits) {
            return new WaitChange(
                    waits.whole(WAITS.get(0)),
                    waits.whole(WAITS.get(1)),
                    waits.whole(WAITS.get(2)),
                    waits.whole(WAITS.get(3)));
        }

        BehaviorOptions of(BehaviorOptions present) {
            return new BehaviorOptions(
                    polling.orElse(present.statusPollingInterval()),
                    scan.orElse(present.qrCodeScanWaitTimeout()),
                    link.orElse(present.linkActivationWaitTimeout()),
                    confirmation.orElse(present.paymentConfirmationTimeout()));
        }
    }

    private record TradePointChange(Optional<Boolean> active, Optional<Boolean> qrPayments, Optional<Boolean> removed)
            implements MerchantChange {

        static TradePointChange of(Values values) {
            return new TradePointChange(values.flag("active"), values.flag("qrPayments"), values.flag("removed"));
        }

        @Override
        public Outcome<? extends Record, Conflict> apply(World world, String id) {
            return bank(world)
                    .merchants()
                    .changeTradePoint(
                            KaspiDesk.number(id).orElse(0L),
                            present -> Outcome.ok(new TradePoint(
                                    present.id(),
                                    present.bin(),
                                    present.name(),
                                    active.orElse(present.active()),
                                    qrPayments.orElse(present.qrPayments()),
                                    removed.orElse(present.removed()))),
                            Conflict.unknown("no trade point " + id))
                    .map(MerchantView.TradePoint::of);
        }
    }

    private record DeviceChange(Optional<Boolean> active) implements MerchantChange {

        @Override
        public Outcome<? extends Record, Conflict> apply(World world, String token) {
            Devices devices = bank(world).devices();
            return devices.find(token)
                    .<Outcome<Device, Conflict>>map(
                            device -> Outcome.ok(device.switched(active.orElse(device.active()))))
                    .orElseGet(() -> Outcome.refused(Conflict.unknown("no such device in world " + world.name())))
                    .map(device -> {
                        devices.turn(device.token(), device.active());
                        return MerchantView.Device.of(device);
                    });
        }
    }

    private static KaspiBank bank(World world) {
        return world.part(KaspiBank.class);
    }
}
