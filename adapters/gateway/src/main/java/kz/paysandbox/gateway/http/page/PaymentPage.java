package kz.paysandbox.gateway.http.page;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.ServiceStatus;

/** The pages of one payment. Pure. */
final class PaymentPage {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int LOOK_AGAIN_SECONDS = 5;

    private PaymentPage() {}

    /** What is to be paid, and the button that leads to the bank's page. */
    static Answer offer(Payment payment, WidgetParameters widget, PageTexts texts) {
        String bank = origins(widget.script());
        String body = heading(payment, texts)
                + "<button id=\"pay\" type=\"button\" class=\"pay\">" + Html.escaped(texts.get("pay")) + " "
                + amount(payment) + "</button>\n"
                + "<p id=\"trouble\" class=\"trouble\" role=\"alert\" hidden>" + Html.escaped(texts.get("trouble"))
                + "</p>\n<noscript><p class=\"trouble\">" + Html.escaped(texts.get("script")) + "</p></noscript>\n"
                + "<p class=\"about\">" + Html.escaped(texts.get("bank")) + "</p>\n"
                // WidgetParameters.json escapes what could end the element
                + "<script id=\"payment\" type=\"application/json\">" + widget.json() + "</script>\n"
                + "<script src=\"" + Html.escaped(widget.script().toString()) + "\"></script>\n"
                + "<script src=\"" + texts.root() + "payment/page.js\"></script>";
        Html.Powers powers = new Html.Powers(
                "script-src 'self' " + bank + "; connect-src " + bank + "; frame-src " + bank + "; form-action " + bank,
                "");
        return Html.page(OK, texts, texts.get("title"), body, powers);
    }

    /** The bank's script, and the rest of its own domain: its page posts to neighbours of the script's host. */
    private static String origins(URI script) {
        String origin = script.getScheme() + "://" + script.getAuthority();
        String host = Optional.ofNullable(script.getHost()).orElse("").toLowerCase(Locale.ROOT);
        String[] labels = host.split("\\.", -1);
        boolean domain = labels.length > 2 && host.matches(".*[a-z]");
        return domain && "https".equals(script.getScheme())
                ? origin + " https://*." + labels[labels.length - 2] + "." + labels[labels.length - 1]
                : origin;
    }

    /** The question of the customer's bank, which the button leads to. */
    static Answer question(Payment payment, Challenge challenge, URI termUrl, PageTexts texts) {
        String body = heading(payment, texts)
                + "<p>" + Html.escaped(texts.get("question")) + "</p>\n<form method=\"post\" action=\""
                + Html.escaped(challenge.action().toString()) + "\">\n"
                + hidden("PaReq", challenge.paReq())
                + hidden("MD", challenge.md())
                + hidden("TermUrl", termUrl.toString())
                + "<button id=\"pay\" class=\"pay\">" + Html.escaped(texts.get("answer")) + "</button>\n</form>";
        URI action = challenge.action();
        Html.Powers powers = new Html.Powers("form-action " + action.getScheme() + "://" + action.getAuthority(), "");
        return Html.page(OK, texts, texts.get("title"), body, powers);
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Html.escaped(value) + "\">\n";
    }

    /** How far the payment is, by our own record; looked at again while it is under way. */
    static Answer status(Payment payment, PageTexts texts) {
        String word = payment.state().authorized() ? "held" : payment.status().word();
        String body = "<p class=\"status " + word + "\" data-status=\"" + word + "\">"
                + Html.escaped(texts.get("status." + word)) + "</p>\n" + heading(payment, texts)
                + "<dl>\n"
                + Html.fact(texts.get("card"), payment.bank().card().mask())
                + Html.fact(texts.get("reference"), payment.bank().card().reference())
                + "</dl>\n<p class=\"about\">" + Html.escaped(texts.get("about." + word)) + "</p>";
        boolean underWay = payment.status() == ServiceStatus.PENDING || payment.status() == ServiceStatus.PROCESSING;
        return Html.page(
                OK,
                texts,
                texts.get("status." + word),
                body,
                underWay && !payment.state().authorized() ? Html.Powers.again(LOOK_AGAIN_SECONDS) : Html.Powers.NONE);
    }

    /** Nothing is known of such a payment. */
    static Answer unknown(PageTexts texts) {
        return Html.page(
                NOT_FOUND,
                texts,
                texts.get("unknown"),
                "<p class=\"status\" data-status=\"unknown\">" + Html.escaped(texts.get("unknown"))
                        + "</p>\n<p class=\"about\">" + Html.escaped(texts.get("about.unknown")) + "</p>",
                Html.Powers.NONE);
    }

    /** The bank gives no token now. */
    static Answer unavailable(Payment payment, PageTexts texts) {
        return Html.page(
                503,
                texts,
                texts.get("title"),
                heading(payment, texts) + "<p class=\"trouble\" role=\"alert\" data-status=\"unavailable\">"
                        + Html.escaped(texts.get("trouble")) + "</p>",
                Html.Powers.NONE);
    }

    private static String heading(Payment payment, PageTexts texts) {
        String what = payment.terms()
                .message()
                .or(() -> payment.terms().orderId().map(order -> texts.get("order") + " " + order))
                .orElse(texts.get("title"));
        return "<h1>" + Html.escaped(what) + "</h1>\n<p class=\"amount\">" + amount(payment) + "</p>\n";
    }

    private static String amount(Payment payment) {
        return Html.escaped(payment.amount() + " \u20b8");
    }
}
