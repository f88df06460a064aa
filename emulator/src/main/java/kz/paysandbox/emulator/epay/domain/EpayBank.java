package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.records.BoundedRecords;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.Reference;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.domain.tokens.Tokens;

/** Halyk ePay's state in one world. */
public final class EpayBank implements WorldPart {

    /** Bytes of a page or link beside its order. */
    private static final long PAGE_BYTES = 350;

    private static final long CHALLENGE_BYTES = 300;

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
        this(ids, tag, rules, shops, WorldMemory.unbounded(), InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * In a world.
     *
     * @param memory where it is counted what it holds
     * @param clock the world's
     */
    public EpayBank(Ids ids, String tag, EpayRules rules, List<Shop> shops, WorldMemory memory, InstantSource clock) {
        this.ids = ids;
        this.tag = tag;
        this.rules = rules;
        this.shops = List.copyOf(shops);
        this.tokens = new Tokens(ids, tag, rules.mostTokens(), memory);
        this.payments = new Payments(rules.mostPayments(), rules.uniqueTails(), memory, clock);
        this.cards = new SavedCards(rules.mostTokens(), memory);
        this.links = records(
                rules.mostTokens(), memory, link -> PAGE_BYTES + link.order().bytes());
        this.checkouts = records(
                rules.mostTokens(), memory, page -> PAGE_BYTES + page.order().bytes());
        this.challenges = records(rules.mostPayments(), memory, payment -> CHALLENGE_BYTES);
    }

    private static <V> BoundedRecords<V> records(int most, WorldMemory memory, ToLongFunction<V> weigher) {
        return new BoundedRecords<>(most, any -> true, memory, MemoryKind.PAYMENTS, weigher);
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

    /** Shops are kept by their ids, which are equal in all worlds; their secrets are the world's. */
    @Override
    public PartState state() {
        List<StateTable<?>> tables = new ArrayList<>(tokens.tables());
        tables.add(payments.table());
        tables.add(cards.table());
        tables.add(links.table("epay.links", InvoiceLink.class, InvoiceLink::id).with(StateTable.Trait.OF_CREDENTIALS));
        tables.add(
                checkouts.table("epay.checkouts", Checkout.class, Checkout::id).with(StateTable.Trait.OF_CREDENTIALS));
        return new PartState(tables, List.of(new Reference<>(Shop.class, Shop::shopId, this::shopOfId)));
    }

    @Override
    public void restored() {
        payments.stream()
                .sorted(Comparator.comparingLong(Payment::number))
                .forEach(payment -> payment.challenge().ifPresent(asked -> remember(asked, payment)));
    }
}
