package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/** The saved cards of a world, bounded: the oldest go first. */
public final class SavedCards {

    private final int most;
    private final MemoryAccount account;
    private final ChangeSignal signal = new ChangeSignal();
    private final Map<String, SavedCard> byId = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> byAccount = new LinkedHashMap<>();

    SavedCards(int most, WorldMemory memory) {
        this.most = most;
        this.account = memory.account(MemoryKind.PAYMENTS, this::evictOldest);
    }

    /** Keeps the card of a granted payment; a card that this account has already keeps its id. */
    SavedCard save(Payment payment, String id, Instant now) {
        SavedCard card;
        synchronized (this) {
            Optional<SavedCard> known = known(payment);
            if (known.isPresent()) {
                return known.get();
            }
            card = put(payment, id, now);
        }
        account.keep(card.bytes());
        return card;
    }

    private Optional<SavedCard> known(Payment payment) {
        Order order = payment.order();
        return Optional.ofNullable(byAccount.get(key(order.shop(), order.payer().accountId())))
                .map(ofAccount -> ofAccount.get(payment.card().hash()))
                .flatMap(known -> active(order.shop(), known));
    }

    private SavedCard put(Payment payment, String id, Instant now) {
        if (byId.size() >= most) {
            var unused = evictOldest();
        }
        Order order = payment.order();
        SavedCard card = new SavedCard(
                id, payment.number(), order.shop(), order.payer().accountId(), payment.card(), payment, now, true);
        keep(card);
        return card;
    }

    private void keep(SavedCard card) {
        signal.changing(card.id());
        byId.put(card.id(), card);
        byAccount
                .computeIfAbsent(key(card.shop(), card.accountId()), key -> new LinkedHashMap<>())
                .put(card.face().hash(), card.id());
    }

    /** These cards, to be kept outside the process. */
    StateTable<SavedCard> table() {
        return StateTable.of(
                        "epay.cards", SavedCard.class, new KeyedValues<>(signal, this::find, this::ids, this::restore))
                .with(StateTable.Trait.SECRET_KEYS);
    }

    private synchronized Optional<SavedCard> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private synchronized List<String> ids() {
        return List.copyOf(byId.keySet());
    }

    private void restore(SavedCard card) {
        synchronized (this) {
            keep(card);
        }
        account.keep(card.bytes());
    }

    /** A card that this shop can be paid with. */
    public synchronized Optional<SavedCard> active(Shop shop, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(card -> card.active() && card.shop().clientId().equals(shop.clientId()));
    }

    /** The active ones of an account, oldest first. */
    public synchronized List<SavedCard> of(Shop shop, String accountId) {
        return Optional.ofNullable(byAccount.get(key(shop, accountId))).map(Map::values).stream()
                .flatMap(ids -> ids.stream())
                .flatMap(id -> active(shop, id).stream())
                .sorted(Comparator.comparingLong(SavedCard::number))
                .toList();
    }

    /** Nobody can pay with it any more. */
    public synchronized Optional<SavedCard> deactivate(Shop shop, String id) {
        Optional<SavedCard> found = active(shop, id);
        found.ifPresent(card -> {
            signal.changing(id);
            byId.put(id, card.off());
        });
        return found;
    }

    private synchronized boolean evictOldest() {
        if (byId.isEmpty()) {
            return false;
        }
        forget(byId.values().iterator().next());
        return true;
    }

    private void forget(SavedCard card) {
        signal.changing(card.id());
        byId.remove(card.id());
        account.give(card.bytes());
        String key = key(card.shop(), card.accountId());
        Optional.ofNullable(byAccount.get(key)).ifPresent(ofAccount -> {
            ofAccount.remove(card.face().hash(), card.id());
            if (ofAccount.isEmpty()) {
                byAccount.remove(key);
            }
        });
    }

    private static String key(Shop shop, String accountId) {
        return shop.clientId() + "\n" + accountId;
    }
}
