package kz.paysandbox.emulator.epay.rows;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;

/** The ways to pay that an order names (payment page: paymentType): cards are emulated, wallets are left out. */
public final class WaysToPay {

    /** Values of paymentType for cards; clients in production send them, or none. */
    private static final Set<String> CARDS = Set.of("", "cardid", "cardverification");

    /** Fields that only an order by wallet has (SDK and an existing mock). */
    private static final List<String> WALLETS =
            List.of("applePay", "masterpass", "cryptogramApplePay", "cryptogramGooglePay");

    private static final int LONGEST_SHOWN = 40;

    private WaysToPay() {}

    /** Whether the order is one by card. */
    public static Outcome<Boolean, Refusal> judge(EpayCall call) {
        String type = call.text("paymentType");
        if (!CARDS.contains(type.toLowerCase(Locale.ROOT))) {
            String shown = Excerpt.of(type, LONGEST_SHOWN);
            return Outcome.refused(NotEmulated.refusal("payments with paymentType " + shown));
        }
        return WALLETS.stream()
                .filter(field -> isGiven(call, field))
                .findFirst()
                .<Outcome<Boolean, Refusal>>map(
                        field -> Outcome.refused(NotEmulated.refusal("payments by wallet, with the field " + field)))
                .orElseGet(() -> Outcome.ok(true));
    }

    private static boolean isGiven(EpayCall call, String field) {
        return call.body()
                .fields()
                .find(field)
                .filter(given -> given.value().type() == Scalar.Type.NESTED
                        || !call.text(field).isEmpty())
                .isPresent();
    }
}
