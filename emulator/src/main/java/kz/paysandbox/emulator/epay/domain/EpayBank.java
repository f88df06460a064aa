package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.BoundedRecords;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.domain.tokens.Tokens;

/** Halyk ePay's state in one world. */
public final class EpayBank implements WorldPart {

    private final Ids ids;
    private final String tag;
    private final EpayRules rules;
    private final List<Shop> shops;
    private final Tokens tokens;
    private final Payments payments;
    private final SavedCards cards;
    private final BoundedRecords<InvoiceLink> links;
    private final BoundedRecords<Checkout> checkouts;
    private final BoundedRecords<String> challenges;

    /**
     * @param tag eight hexadecimal digits that no other world has; what must be found without credentials begins with it
     */
    public EpayBank(Ids ids, String tag, EpayRules rules, List<Shop> shops) {
        this.ids = ids;
        this.tag = tag;
        this.rules = rules;
        this.shops = List.copyOf(shops);
        this.tokens = new Tokens(ids, tag, rules.mostTokens());
        this.payments = new Payments(rules.mostPayments(), rules.uniqueTails());
        this.cards = new SavedCards(rules.mostTokens());
        this.links = new BoundedRecords<>(rules.mostTokens());
        this.checkouts = new BoundedRecords<>(rules.mostTokens());
        this.challenges = new BoundedRecords<>(rules.mostPayments());
    }

    /** In the order of the world's description; the first is the default one. */
    public List<Shop> shops() {
        return shops;
    }

    public Optional<Shop> shopOfClient(String clientId) {
        return shops.stream().filter(shop -> shop.clientId().equals(clientId)).findFirst();
    }

    public Optional<Shop> shopOfTerminal(String terminal) {
        return shops.stream()
                .filter(shop -> shop.terminal().equalsIgnoreCase(terminal))
                .findFirst();
    }

    public Optional<Shop> shopOfId(String shopId) {
        return shops.stream()
                .filter(shop -> shop.shopId().equalsIgnoreCase(shopId))
                .findFirst();
    }

    public Tokens tokens() {
        return tokens;
    }

    public Payments payments() {
        return payments;
    }

    public SavedCards cards() {
        return cards;
    }

    public BoundedRecords<InvoiceLink> links() {
        return links;
    }

    public BoundedRecords<Checkout> checkouts() {
        return checkouts;
    }

    public EpayRules rules() {
        return rules;
    }

    public Ids ids() {
        return ids;
    }

    /** The payment that a 3-D Secure exchange belongs to. */
    public Optional<Payment> challenged(String md) {
        return challenges.find(md).flatMap(payments::find);
    }

    void remember(Challenge challenge, Payment payment) {
        challenges.put(challenge.md(), payment.id());
    }

    /** An id that leads to this world by itself: a UUID with the tag as its first group. */
    public String tagged(String kind, long n) {
        return tag + ids.uuid(kind, n).toString().substring(tag.length());
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return payments.stream()
                .filter(payment ->
                        payment.deadline().isAfter(after) && !payment.deadline().isAfter(until))
                .map(payment -> DueEvent.done(
                        payment.deadline(),
                        payment.verdict().isEmpty() ? "epay.3ds.lapsed" : "epay.hold.lapsed",
                        payment.id()))
                .toList();
    }

    @Override
    public void settle(Instant until) {
        payments.changeAll(payment -> payment.settledBy(until));
    }
}
