package kz.paysandbox.gateway.boot;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.gateway.callback.Callbacks;
import kz.paysandbox.gateway.pay.BankBooks;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.Guard;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JournalLines;
import kz.paysandbox.gateway.pay.KaspiBooks;
import kz.paysandbox.gateway.pay.KaspiPayments;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.pay.Settlement;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.pay.card.CardBooks;
import kz.paysandbox.gateway.pay.card.CardPayments;
import kz.paysandbox.gateway.pay.card.CardRules;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * What can be done, for the edge, for jobs and for tests.
 *
 * @param identity this process
 * @param banks their clients
 * @param ledger the writer of payments
 * @param guard which shop may use what
 * @param kaspi payments of Kaspi
 * @param cards payments of ePay, where it is set up
 * @param callbacks of ePay, where it is set up
 * @param looks the asking of banks
 * @param plan when they are asked without anybody asking us
 * @param settlement the ending of lost operations
 */
public record UseCases(
        Identity identity,
        Banks banks,
        Ledger ledger,
        Guard guard,
        KaspiPayments kaspi,
        Optional<CardPayments> cards,
        Optional<Callbacks> callbacks,
        StatusLooks looks,
        FollowPlan plan,
        Settlement settlement) {
    /**
     * Put together.
     *
     * @param background where callbacks are tried at once
     * @param events told of callbacks that fit no payment
     */
    static UseCases of(
            GatewaySettings settings,
            Identity identity,
            GatewayDatabase database,
            Banks banks,
            PublicAddress address,
            Executor background,
            Callbacks.SecurityEvents events) {
        FollowPlan plan = new FollowPlan(settings.spans(GatewaySetting.EPAY_UNASKED));
        Ledger ledger = new Ledger(
                database,
                identity,
                plan,
                settings.spans(GatewaySetting.RETRIES_AFTER).get(0));
        Guard guard = new Guard(banks.merchant().configs());
        StatusLooks looks = new StatusLooks(database, banks, ledger, identity, intervals(settings));
        Optional<CardPayments> cards = banks.epay()
                .map(bank -> new CardPayments(database, bank, ledger, looks, identity, rules(settings, address)));
        Callbacks.Terms terms = new Callbacks.Terms(
                background,
                settings.spans(GatewaySetting.RETRIES_AFTER),
                settings.span(GatewaySetting.VERIFY_MIN_INTERVAL),
                events);
        return new UseCases(
                identity,
                banks,
                ledger,
                guard,
                new KaspiPayments(
                        banks.merchant(), guard, ledger, identity, settings.flag(GatewaySetting.CODES_REFUSE)),
                cards,
                cards.map(payments -> new Callbacks(database, payments, looks, identity, terms)),
                looks,
                plan,
                new Settlement(
                        database,
                        ledger,
                        books(settings, database, banks, identity),
                        new JournalLines(banks),
                        identity,
                        settings.spans(GatewaySetting.RETRIES_AFTER)));
    }

    private static Map<Provider, BankBooks> books(
            GatewaySettings settings, GatewayDatabase database, Banks banks, Identity identity) {
        Map<Provider, BankBooks> books = new EnumMap<>(Provider.class);
        Set<Assumption> assumptions = Set.copyOf(settings.assumptions());
        books.put(Provider.KASPI, new KaspiBooks(banks.merchant(), assumptions, identity.clock()));
        banks.epay()
                .ifPresent(cards ->
                        books.put(Provider.EPAY, new CardBooks(database, cards, assumptions, identity.clock())));
        return books;
    }

    private static StatusLooks.Intervals intervals(GatewaySettings settings) {
        return new StatusLooks.Intervals(
                settings.number(GatewaySetting.REMOTE_STATUS), settings.span(GatewaySetting.VERIFY_MIN_INTERVAL));
    }

    private static CardRules rules(GatewaySettings settings, PublicAddress address) {
        return new CardRules(
                address,
                settings.url(GatewaySetting.EPAY_POST_LINK),
                new CardRules.BackLinks(
                        settings.url(GatewaySetting.EPAY_BACK_LINK),
                        settings.url(GatewaySetting.EPAY_FAILURE_BACK_LINK)),
                settings.span(GatewaySetting.EPAY_LIFE),
                settings.span(GatewaySetting.REFUND_WINDOW));
    }
}
