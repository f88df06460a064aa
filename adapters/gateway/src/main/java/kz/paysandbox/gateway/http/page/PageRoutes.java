package kz.paysandbox.gateway.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.gateway.http.access.OwnPayments;
import kz.paysandbox.gateway.http.route.Answer;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Handler;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.pay.card.CardPayments;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * Pages for customers. Of the query only {@code paymentId} is read, which cannot be guessed; all else is our own record,
 * and the bank's token stands in the page of its own payment alone.
 */
public final class PageRoutes {
    private static final String ID = "paymentId";

    private final GatewayDatabase database;
    private final StatusLooks looks;
    private final Optional<CardPayments> cards;

    private PageRoutes(GatewayDatabase database, StatusLooks looks, Optional<CardPayments> cards) {
        this.database = database;
        this.looks = looks;
        this.cards = cards;
    }

    /**
     * The rows.
     *
     * @param cards where ePay is set up
     */
    public static List<Route> rows(GatewayDatabase database, StatusLooks looks, Optional<CardPayments> cards) {
        PageRoutes pages = new PageRoutes(database, looks, cards);
        return List.of(
                page("/payment", pages::pay),
                page("/payment/success", pages::status),
                page("/payment/failure", pages::status),
                file("/payment/page.css", "text/css", "page.css"),
                file("/payment/page.js", "text/javascript", "page.js"));
    }

    private static Route page(String path, Handler.Plain handler) {
        return Route.plain(Method.GET, path, Role.NONE, Family.PAGE, handler);
    }

    private static Route file(String path, String type, String name) {
        String text = read(name);
        return page(path, call -> Result.of(Answer.of(200, type, text).with("Cache-Control", "max-age=3600")));
    }

    private static String read(String name) {
        try (InputStream in = PageRoutes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Result<Answer> pay(Call call) {
        return Result.of(find(call)
                .map(this::seen)
                .map(payment -> pay(
                        payment,
                        PageTexts.of(payment, call.language()).at(call.origin().path())))
                .orElseGet(() -> PaymentPage.unknown(
                        PageTexts.in(call.language()).at(call.origin().path()))));
    }

    private Answer pay(Payment payment, PageTexts texts) {
        Optional<Challenge> challenge = cards.flatMap(epay -> epay.challenge(payment));
        if (challenge.isPresent()) {
            return PaymentPage.question(
                    payment, challenge.get(), cards.orElseThrow().rules().termUrl(payment), texts);
        }
        boolean waits = payment.kind() == PaymentKind.WIDGET && payment.status() == ServiceStatus.PENDING;
        return waits && cards.isPresent()
                ? cards.get()
                        .page()
                        .widget(payment)
                        .fold(
                                widget -> PaymentPage.offer(payment, widget, texts),
                                refused -> PaymentPage.unavailable(payment, texts))
                : PaymentPage.status(payment, texts);
    }

    private Result<Answer> status(Call call) {
        return Result.of(find(call)
                .map(this::seen)
                .map(payment -> PaymentPage.status(
                        payment,
                        PageTexts.of(payment, call.language()).at(call.origin().path())))
                .orElseGet(() -> PaymentPage.unknown(
                        PageTexts.in(call.language()).at(call.origin().path()))));
    }

    private Optional<Payment> find(Call call) {
        return call.fields()
                .find(ID)
                .map(field -> field.text())
                .filter(OwnPayments::isId)
                .flatMap(id ->
                        database.transaction(sql -> database.tables().payments().find(sql, id)));
    }

    /** As the bank shows it now; Kaspi's may not be asked by a page that looks again by itself (4.6). */
    private Payment seen(Payment payment) {
        return payment.kind().provider() == Provider.EPAY
                ? looks.look(payment).fold(now -> now, refused -> payment)
                : payment;
    }
}
