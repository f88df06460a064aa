package kz.paysandbox.gateway.http.page;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Language;
import kz.paysandbox.gateway.payment.BankTime;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;

/** Receipts to print: a shop's paper, no fiscal receipt. Pure. */
public final class ReceiptPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private ReceiptPage() {}

    /**
     * Receipts of one payment.
     *
     * @param path the page's own
     */
    public static Answer of(Payment payment, List<Receipt> receipts, Language language, String path) {
        PageTexts texts = PageTexts.in(language).at(path);
        StringBuilder body = new StringBuilder();
        receipts.forEach(receipt -> body.append(section(payment, receipt, texts)));
        body.append("<p class=\"about\">")
                .append(Html.escaped(texts.get("receipt.about")))
                .append("</p>");
        return Html.page(
                200, texts, texts.get("receipt") + " " + receipts.get(0).number(), body.toString(), Html.Powers.NONE);
    }

    private static String section(Payment payment, Receipt receipt, PageTexts texts) {
        String bank = payment.kind().provider() == Provider.KASPI ? "Kaspi Pay" : "Halyk ePay";
        return "<section class=\"receipt\" data-number=\"" + Html.escaped(receipt.number()) + "\">\n<h1>"
                + Html.escaped(texts.get("receipt." + receipt.kind().word()) + " " + receipt.number())
                + "</h1>\n<p class=\"amount\">" + Html.escaped(receipt.amount() + " \u20b8") + "</p>\n<dl>\n"
                + Html.fact(
                        texts.get("receipt.time"),
                        Optional.of(TIME.format(receipt.issuedAt().atOffset(BankTime.OFFSET)) + " (UTC+5)"))
                + Html.fact(texts.get("receipt.bank"), Optional.of(bank))
                + Html.fact(texts.get("receipt.what"), payment.terms().message())
                + Html.fact(texts.get("order"), payment.terms().orderId())
                + Html.fact(texts.get("card"), payment.bank().card().mask())
                + Html.fact(
                        texts.get("reference"),
                        payment.bank()
                                .card()
                                .reference()
                                .or(() -> payment.externalId().map(String::valueOf)))
                + "</dl>\n</section>\n";
    }
}
