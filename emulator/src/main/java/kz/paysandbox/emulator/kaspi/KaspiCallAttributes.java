package kz.paysandbox.emulator.kaspi;

import java.math.BigDecimal;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.CallAttributes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/**
 * The attributes of a Kaspi Pay call that faults can match: what it says, and what is known of the payment it names.
 */
final class KaspiCallAttributes {

    private KaspiCallAttributes() {}

    static CallAttributes of(String endpoint, WorldCall worldCall, Fields fields) {
        KaspiBank bank = worldCall.world().part(KaspiBank.class);
        Optional<String> paymentId = text(fields, "QrPaymentId");
        Optional<Payment> payment = paymentId.flatMap(KaspiDesk::number).flatMap(bank.purchases()::find);
        Optional<Device> device = text(fields, "DeviceToken")
                .flatMap(bank.devices()::find)
                .or(() -> payment.map(found -> found.terms().device()));
        Optional<String> token = device.map(Device::token);
        return new CallAttributes(
                endpoint,
                text(fields, "OrganizationBin").or(() -> device.map(Device::bin)),
                token,
                amount(fields)
                        .or(() -> payment.map(found -> found.terms().amount().toDecimal())),
                text(fields, "PhoneNumber")
                        .filter(Customer::isPhone)
                        .map(Customer::normal)
                        .or(() -> payment.map(Payment::customer).filter(phone -> !phone.isEmpty())),
                paymentId.or(() -> token).orElse(""),
                worldCall.call()::header);
    }

    private static Optional<BigDecimal> amount(Fields fields) {
        try {
            return text(fields, "Amount").map(BigDecimal::new);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Fields fields, String name) {
        return fields.find(name)
                .map(Fields.NamedScalar::value)
                .filter(value -> value.type() != Scalar.Type.NULL && value.type() != Scalar.Type.NESTED)
                .map(Scalar::text)
                .filter(text -> text.length() <= 64);
    }
}
