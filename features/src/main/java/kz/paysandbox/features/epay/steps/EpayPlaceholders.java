package kz.paysandbox.features.epay.steps;

import java.math.BigDecimal;
import java.util.Optional;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.wire.Cryptogram;
import kz.paysandbox.features.epay.wire.EpayLine;

/** Fills printed requests of ePay with what a scenario has: its shop, order, card, address. */
public final class EpayPlaceholders {

    private final EpayContext epay;
    private Card card = EpayParameterTypes.GOOD_CARD;

    public EpayPlaceholders(EpayContext epay) {
        this.epay = epay;
    }

    /** The card of cryptograms to come. */
    void card(Card typed) {
        card = typed;
    }

    /** With what the scenario has in place of {@code ${…}}. */
    String fill(String text) {
        EpayLine line = epay.line();
        String known = text.replace("${terminal}", epay.shop().terminal());
        if (known.contains("${told}")) {
            known = known.replace("${told}", epay.inbox().address().toString());
        }
        if (known.contains("${cryptogram}")) {
            String pem = line.get("/public.rsa", Optional.empty()).body();
            known = known.replace(
                    "${cryptogram}",
                    Cryptogram.of(
                            card.pan(), card.expiry(), card.cvc(), epay.shop().terminal(), pem));
        }
        if (known.contains("${shopId}")) {
            known = known.replace("${shopId}", epay.shop().shopId());
        }
        if (known.contains("${new}")) {
            known = known.replace("${new}", epay.order(BigDecimal.TEN).invoice());
        }
        if (known.contains("${id}")) {
            known = known.replace("${id}", epay.sale().id());
        }
        if (known.contains("${card}")) {
            String account = epay.draft().account().orElseThrow();
            known = known.replace(
                    "${card}", epay.bank().cards(account).orFail().get(0).id());
        }
        return known.contains("${invoiceId}")
                ? known.replace("${invoiceId}", epay.order().invoice())
                : known;
    }
}
