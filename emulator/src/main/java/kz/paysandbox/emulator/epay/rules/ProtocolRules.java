package kz.paysandbox.emulator.epay.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.callbacks.Callback;
import kz.paysandbox.emulator.epay.callbacks.DeliveryListener;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.http.WorldCall;

/** All rules of one world. A silent one remembers what strictness needs and says nothing. */
public final class ProtocolRules implements WorldPart, DeliveryListener {

    private final World world;
    private final boolean silent;
    private final TokenRules tokens;
    private final Deliveries deliveries;
    private final Invoices invoices;
    private final Outcomes outcomes = new Outcomes();
    private final List<Rule> rules;

    ProtocolRules(World world, boolean silent) {
        this.world = world;
        this.silent = silent;
        WorldMemory memory = world.memory();
        this.tokens = new TokenRules(memory);
        this.deliveries = new Deliveries(memory);
        this.invoices = new Invoices(memory);
        this.rules = List.of(
                new CallSituations(memory),
                new OrderForms(),
                new PostLinks(),
                new Bindings(),
                invoices,
                new Operations(memory),
                new Refunds(memory),
                outcomes,
                deliveries);
    }

    /**
     * Puts them into every world; where a world keeps no findings they are silent too.
     *
     * @param silent whether nothing is to be found
     */
    public static Slot<ProtocolRules> slot(boolean silent) {
        return new Slot<>(
                ProtocolRules.class,
                world -> new ProtocolRules(world, silent || !world.findings().keeps()));
    }

    /** Looks at a call that was answered. */
    public void look(AnsweredCall call) {
        if (!silent) {
            rules.forEach(rule -> rule.look(call));
        }
    }

    /** A token was given out. */
    public void issued(AccessToken token, WorldCall worldCall) {
        if (!silent) {
            tokens.issued(token, worldCall);
        }
    }

    /** A payment was decided on the payment page, which shows the customer the outcome. */
    public void decidedOnPage(Payment payment, WorldCall worldCall) {
        if (!silent) {
            outcomes.decided(payment, worldCall);
        }
    }

    /** A token was used for anything at all. */
    public void used(AccessToken token) {
        tokens.used(token);
    }

    /** A token is used for a payment or an operation; the request that used it first, where there was one. */
    public Optional<Long> spent(AccessToken token, long request) {
        if (tokens.knewAnOperation()) {
            exercises(EpaySituation.SECOND_OPERATION);
        }
        return tokens.spent(token, request);
    }

    /** Numbers of the request that paid an invoice of a shop; none where it is forgotten. */
    public List<Long> paidBy(Shop shop, String invoiceId) {
        return invoices.paidBy(shop, invoiceId).stream().toList();
    }

    @Override
    public void sent(Callback callback) {
        deliveries.sent(callback);
    }

    @Override
    public void acknowledged(Callback callback) {
        delivered(callback);
        deliveries.acknowledged(callback);
    }

    @Override
    public void withheld(Callback callback) {
        deliveries.over(callback);
    }

    @Override
    public void missed(Callback before, Callback.Attempt attempt) {
        deliveries.over(before);
        delivered(before);
        if (!silent) {
            deliveries.missed(world, before, attempt);
        }
    }

    /**
     * The shop's server was called; only the first delivery and those after an acknowledged one are judged.
     *
     * @param before the callback as it was before that
     */
    private void delivered(Callback before) {
        if (before.state() == Callback.State.DELIVERED) {
            exercises(EpaySituation.REPEATED_DELIVERY);
        } else if (before.failures() == 0) {
            exercises(EpaySituation.DELIVERY);
        }
    }

    private void exercises(EpaySituation situation) {
        if (!silent) {
            world.findings().exercises().count(situation, EpaySituation.PRODUCT);
        }
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return List.of();
    }

    @Override
    public void settle(Instant until) {
        // rules keep what they saw
    }
}
