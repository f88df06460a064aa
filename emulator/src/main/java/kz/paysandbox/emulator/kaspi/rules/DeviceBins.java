package kz.paysandbox.emulator.kaspi.rules;

import java.util.Optional;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;

/** 4.2.3: a DeviceToken belongs to one organisation and trade point. */
final class DeviceBins implements Rule {

    @Override
    public void look(AnsweredCall call) {
        boolean unknown = call.refused()
                .filter(reason -> reason == Reason.DEVICE_UNKNOWN || reason == Reason.DEVICE_UNKNOWN_UNLISTED)
                .isPresent();
        if (!unknown) {
            return;
        }
        Optional<String> owner =
                call.text("DeviceToken").flatMap(call.bank().devices()::find).map(device -> device.bin());
        owner.ifPresent(bin -> call.finding(
                KaspiClause.DEVICE_WRONG_BIN,
                "the device was registered for " + bin + ", and used with "
                        + call.text("OrganizationBin").orElse("another organisation's credentials")));
    }
}
